/** The question and its answers, who is asking, and the button. */
import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OwnPermit } from '../../domain/access.ts';
import type { Clinician } from '../../flow/state.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { NotHad, WithPart } from '../parts/later.tsx';
import { frameWords } from '../wording/frame.ts';
import { gateWords } from '../wording/gate.ts';
import { laterWords } from '../wording/later.ts';
import { standingWords } from '../wording/standing.ts';
import { breaksGlass } from './answer-kinds.ts';
import { answering } from './answering-part.ts';
import { Answers } from './answers.tsx';
import { DeathAnswers } from './death-answers.tsx';
import type { GateRules } from './judge.ts';
import { StandingPermission } from './standing-permission.tsx';
import type { Gate } from './use-gate.ts';
import { WhoIsAsking } from './who-is-asking.tsx';

type Props = {
  readonly gate: Gate;
  readonly clinician: Clinician;
  readonly stands: OwnPermit | null;
  readonly send: Send;
};

export function GateForm({ gate, clinician, stands, send }: Props) {
  const { asks } = gate.rules;
  const question = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(asks);
  useLayoutEffect(() => {
    // Asking again takes away the button that was pressed.
    if (asked.current !== asks) question.current?.focus();
    asked.current = asks;
  }, [asks]);
  const tryAgain = () => {
    // What offers it goes away with the press; the button that was pressed first stays.
    opener.current?.focus();
    gate.press();
  };
  return (
    <form
      class="panel gate__form"
      noValidate
      // Enter in a field sends nothing: opening a record is never an accident of the keyboard.
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 id="question" tabIndex={-1} ref={question}>
        {headings[asks]}
      </h2>
      {gate.errors.length > 0 && (
        <WithPart of={answering}>
          {({ ErrorSummary }) => <ErrorSummary errors={gate.errors} refusals={gate.refusals} />}
        </WithPart>
      )}
      {asks === 'permission' && <Answers gate={gate} />}
      {asks === 'why-of-the-dead' && <DeathAnswers gate={gate} />}
      {asks === 'whether-it-stands' && stands && <StandingPermission permit={stands} gate={gate} />}
      <WhoIsAsking clinician={clinician} gate={gate} />
      <p class="hidden" role="status">
        {gate.recording ? gateWords.recordingStatus : ''}
      </p>
      {gate.pressed === 'waiting' && <p role="status">{laterWords.loading}</p>}
      {gate.pressed === 'lost' && <NotHad tryAgain={tryAgain} />}
      <Buttons gate={gate} send={send} opener={opener} />
    </form>
  );
}

const headings: Readonly<Record<GateRules['asks'], string>> = {
  permission: gateWords.question,
  'whether-it-stands': standingWords.heading,
  'why-of-the-dead': gateWords.questionOfDeath,
};

type ButtonsProps = Pick<Props, 'gate' | 'send'> & { readonly opener: Ref<HTMLButtonElement> };

function Buttons({ gate, send, opener }: ButtonsProps) {
  return (
    <div class="buttons">
      <Button look={lookOf(gate)} disabled={gate.recording} onPress={gate.press} ref={opener}>
        {labelOf(gate)}
      </Button>
      {gate.rules.asks === 'whether-it-stands' && (
        <Button look="secondary" disabled={gate.recording} onPress={gate.askAnew}>
          {standingWords.askAgain}
        </Button>
      )}
      {gate.draft.answer !== 'refused' && (
        <Button
          look="secondary"
          disabled={gate.recording}
          onPress={() => send({ type: 'close-gate' })}
        >
          {gateWords.close}
        </Button>
      )}
    </div>
  );
}

function labelOf({ recording, draft }: Gate): string {
  if (recording) return gateWords.recording;
  if (breaksGlass(draft.answer)) return gateWords.breakGlassAndOpen;
  return draft.answer === 'refused' ? frameWords.closeRecord : gateWords.confirmAndOpen;
}

function lookOf({ draft }: Gate): 'primary' | 'danger' | 'secondary' {
  if (breaksGlass(draft.answer)) return 'danger';
  return draft.answer === 'refused' ? 'secondary' : 'primary';
}
