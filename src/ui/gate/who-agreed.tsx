/** Who may decide for this patient, by age. Next of kin alone may not (domain notes section 3). */
import { whoAgreed } from '../wording/answering.ts';
import { proxyWords } from '../wording/gate.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';
import { proxiesFor } from './who-may-decide.ts';

export function WhoAgreed({ gate }: { gate: Gate }) {
  const kinds = proxiesFor(gate.rules.age);
  return (
    <fieldset aria-describedby={describedBy(gate, 'proxy', null)}>
      <legend>{whoAgreed}</legend>
      <FieldMessage gate={gate} field="proxy" />
      {kinds.map((kind, index) => (
        <Choice
          key={kind}
          name="proxy"
          id={index === 0 ? 'proxy' : `proxy-${kind}`}
          label={proxyWords.kinds[kind]}
          checked={gate.draft.proxy === kind}
          disabled={gate.recording}
          onChoose={() => gate.change({ proxy: kind })}
        />
      ))}
    </fieldset>
  );
}
