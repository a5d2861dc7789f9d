/** The terms of use, once per user and version. Nothing is ticked: a button says yes. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../flow/failure.ts';
import type { Accepting, Asking } from '../../flow/state.ts';
import type { ScreenPolicy, Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { useOnce } from '../parts/use-once.ts';
import { askedAt, failureWords, stageWords } from '../wording/failures.ts';
import { termsWords } from '../wording/terms.ts';

type Answer = Accepting['answer'];
type Props = {
  readonly state: Asking | Accepting;
  readonly send: Send;
  readonly policy: ScreenPolicy;
};

export function TermsScreen({ state, send, policy }: Props) {
  const once = useOnce(state);
  const [given, setGiven] = useState<Answer | null>(null);
  const recording = state.step === 'accepting';
  const answer = (value: Answer) =>
    once(() => {
      setGiven(value);
      send({ type: 'answer-terms', answer: value });
    });
  const { terms } = policy;
  return (
    <div class="panel ask">
      {state.step === 'asking' && state.failure && (
        <NotRecorded
          failure={state.failure}
          policy={policy}
          onRetry={given && (() => answer(given))}
        />
      )}
      <p class="quiet">{termsWords.version(terms.version)}</p>
      <WhyNow state={state} putOffDays={terms.putOffDays} />
      <ul class="terms">
        {terms.text.map(({ heading, body }, index) => (
          <li key={index}>
            <h2>{heading}</h2>
            <p>{body}</p>
          </li>
        ))}
      </ul>
      <p>{termsWords.recorded}</p>
      <p class="hidden" role="status">
        {recording ? termsWords.recordingStatus : ''}
      </p>
      <div class="buttons">
        <Button disabled={recording} onPress={() => answer('accepted')}>
          {recording ? termsWords.recording : termsWords.accept}
        </Button>
        {mayPutOff(state) && (
          <Button look="secondary" disabled={recording} onPress={() => answer('put-off')}>
            {termsWords.putOff}
          </Button>
        )}
        <Button
          look="secondary"
          disabled={recording}
          onPress={() => once(() => send({ type: 'decline-question' }))}
        >
          {termsWords.close}
        </Button>
      </div>
    </div>
  );
}

function mayPutOff({ standing }: Asking | Accepting): boolean {
  return standing.terms.type === 'due' && standing.terms.mayPutOff;
}

type WhyNowProps = { readonly state: Asking | Accepting; readonly putOffDays: number };

function WhyNow({ state, putOffDays }: WhyNowProps) {
  const { terms } = state.standing;
  const accepted = terms.type === 'due' ? terms.accepted : null;
  if (accepted === null) return <p>{termsWords.first}</p>;
  return (
    <p>
      {termsWords.changed(accepted)}{' '}
      {mayPutOff(state) ? termsWords.mayPutOff(putOffDays) : termsWords.noLonger}
    </p>
  );
}

type NotRecordedProps = {
  readonly failure: Failure;
  readonly policy: ScreenPolicy;
  /** Null where nothing was answered on this screen yet. */
  readonly onRetry: (() => void) | null;
};

function NotRecorded({ failure, policy, onRetry }: NotRecordedProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.focus(), [failure]);
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={panel}>
      <h2>{stageWords('terms')}</h2>
      <p>
        {failureWords(failure, askedAt('terms', policy))} {termsWords.failedNote}
      </p>
      <p>
        {onRetry && (
          <Button look="secondary" onPress={onRetry}>
            {termsWords.tryAgain}
          </Button>
        )}{' '}
        <span class="nowrap">{termsWords.reference(failure.reference)}</span>
      </p>
    </div>
  );
}
