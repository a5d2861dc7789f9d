/** One screen, one decision: is it the right patient, what will be missing, may I look? */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import type { AtGate, Permitted, Unrecorded } from '../../flow/state.ts';
import type { ScreenPolicy, Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { unrecordedWords } from '../wording/gate.ts';
import { CoverageNotice } from './coverage-notice.tsx';
import { EarlierOpeningsLine } from './earlier-openings.tsx';
import { GateForm } from './gate-form.tsx';
import { IdentityCheck } from './identity-check.tsx';
import { ToldItems } from './told-items.tsx';
import { useGate } from './use-gate.ts';

type Props = {
  readonly state: AtGate | Permitted | Unrecorded;
  readonly send: Send;
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
};

export function GateScreen({ state, send, now, policy }: Props) {
  const { verified, standing } = state;
  const gate = useGate(state, send, now, policy);
  return (
    <div class="gate">
      {state.step === 'unrecorded' && <NotRecorded state={state} onRetry={gate.press} />}
      <div class="panel gate__facts">
        <IdentityCheck match={verified.match} nhsNumber={verified.patient.nhsNumber} gate={gate} />
        <CoverageNotice
          coverage={verified.coverage}
          isProtected={verified.patient.restricted !== 'none'}
        />
        <EarlierOpeningsLine openings={standing.earlierOpenings} now={now} />
        <ToldItems openItems={standing.openItems} told={state.told} send={send} />
      </div>
      <GateForm gate={gate} clinician={verified.clinician} stands={state.stands} send={send} />
    </div>
  );
}

/** The answers stay below, and are what is tried again. */
function NotRecorded({ state, onRetry }: { state: Unrecorded; onRetry: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => panel.current?.focus(), [state.failure]);
  return (
    <div class="alert" role="alert" tabIndex={-1} ref={panel}>
      <h2>{unrecordedWords.heading}</h2>
      <p>{unrecordedWords.body}</p>
      <p>
        <Button look="secondary" onPress={onRetry}>
          {unrecordedWords.tryAgain}
        </Button>{' '}
        {unrecordedWords.tryAgainNote}
      </p>
      <p>
        {unrecordedWords.cannotWait}{' '}
        <span class="nowrap">{unrecordedWords.reference(state.failure)}</span>
      </p>
    </div>
  );
}
