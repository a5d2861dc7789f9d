/** Why nobody can be asked, and what is needed now (domain notes section 4). */
import type { BreakGlassReason } from '../../domain/access.ts';
import { breakGlassWords } from '../wording/gate.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import { TextField } from './text-field.tsx';
import type { Gate } from './use-gate.ts';

type Props = { readonly gate: Gate; readonly reasons: readonly BreakGlassReason[] };

export function BreakGlassFields({ gate, reasons }: Props) {
  const { draft } = gate;
  return (
    <>
      <fieldset aria-describedby={describedBy(gate, 'reason', null)}>
        <legend>{breakGlassWords.question}</legend>
        <FieldMessage gate={gate} field="reason" />
        {reasons.map((reason, index) => (
          <Choice
            key={reason}
            name="reason"
            id={index === 0 ? 'reason' : `reason-${reason}`}
            label={breakGlassWords.reasons[reason]}
            checked={draft.reason === reason}
            disabled={gate.recording}
            onChoose={() => gate.change({ reason })}
          />
        ))}
      </fieldset>
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
      <p class="field__hint">{breakGlassWords.tellPatient}</p>
    </>
  );
}
