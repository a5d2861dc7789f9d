/** The question, its five answers, who is asking, and the button. */
import type { Clinician } from '../../flow/state.ts';
import type { ScreenPolicy, Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { frameWords } from '../wording/frame.ts';
import { attestation, gateWords } from '../wording/gate.ts';
import { Answers } from './answers.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { Gate } from './use-gate.ts';

type Props = {
  readonly gate: Gate;
  readonly clinician: Clinician;
  readonly policy: ScreenPolicy;
  readonly send: Send;
};

export function GateForm({ gate, clinician, policy, send }: Props) {
  return (
    <form
      class="panel gate__form"
      noValidate
      // Enter in a field sends nothing: opening a record is never an accident of the keyboard.
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 id="question">{gateWords.question}</h2>
      <ErrorSummary errors={gate.errors} refusals={gate.refusals} />
      <Answers gate={gate} policy={policy} />
      <div class="gate__attest">
        <p>{attestation}</p>
        <p>
          <strong>{clinician.user.displayName}</strong>, {clinician.role.text}
          {clinician.role.organisation && `, ${clinician.role.organisation.name}`}
        </p>
      </div>
      <p class="hidden" role="status">
        {gate.recording ? gateWords.recordingStatus : ''}
      </p>
      <div class="gate__buttons">
        <Button look={lookOf(gate)} disabled={gate.recording} onPress={gate.press}>
          {labelOf(gate)}
        </Button>
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
    </form>
  );
}

function labelOf(gate: Gate): string {
  if (gate.recording) return gateWords.recording;
  if (gate.draft.answer === 'break-glass') return gateWords.breakGlassAndOpen;
  return gate.draft.answer === 'refused' ? frameWords.closeRecord : gateWords.confirmAndOpen;
}

function lookOf(gate: Gate): 'primary' | 'danger' | 'secondary' {
  if (gate.draft.answer === 'break-glass') return 'danger';
  return gate.draft.answer === 'refused' ? 'secondary' : 'primary';
}
