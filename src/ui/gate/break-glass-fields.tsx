/** Why it is opened without permission, and what is needed now (domain notes section 4). */
import { breakGlassWords } from '../wording/answering.ts';
import { reasonsFor } from './answer-kinds.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import { TextField } from './text-field.tsx';
import type { Gate } from './use-gate.ts';

/** The reasons of the chosen answer, then the justification. */
export function BreakGlassFields({ gate }: { gate: Gate }) {
  const isOfTheDead = gate.rules.asks === 'why-of-the-dead';
  return (
    <>
      {!isOfTheDead && <Reasons gate={gate} />}
      <Justification gate={gate} />
      {!isOfTheDead && <p class="field__hint">{breakGlassWords.tellPatient}</p>}
    </>
  );
}

function Reasons({ gate }: { gate: Gate }) {
  const { draft, rules } = gate;
  const { question, overridingQuestion, reasons: words } = breakGlassWords;
  return (
    <fieldset aria-describedby={describedBy(gate, 'reason', null)}>
      <legend>{draft.answer === 'overriding' ? overridingQuestion : question}</legend>
      <FieldMessage gate={gate} field="reason" />
      {reasonsFor(draft.answer, rules).map((reason, index) => (
        <Choice
          key={reason}
          name="reason"
          id={index === 0 ? 'reason' : `reason-${reason}`}
          label={words[reason]}
          checked={draft.reason === reason}
          disabled={gate.recording}
          onChoose={() => gate.change({ reason })}
        />
      ))}
    </fieldset>
  );
}

function Justification({ gate }: { gate: Gate }) {
  const { draft } = gate;
  return (
    <>
      <TextField
        gate={gate}
        field="justification"
        label={breakGlassWords.justification}
        hint={breakGlassWords.justificationHint}
        value={draft.justification}
        long
        onText={(justification) => gate.change({ justification })}
      />
      <div role="status">
        {draft.askedOnceMore && <p class="ask-again">{breakGlassWords.askOnceMore}</p>}
      </div>
    </>
  );
}
