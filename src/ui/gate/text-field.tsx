import type { FieldId } from './draft.ts';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';

type Props = {
  readonly gate: Gate;
  readonly field: FieldId;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** More than one line; Enter makes a new line. */
  readonly long?: boolean;
  readonly onText: (text: string) => void;
};

/** A labelled text input with its hint and error. Browsers are told not to remember it. */
export function TextField({ gate, field, label, hint, value, long = false, onText }: Props) {
  const shared = {
    id: field,
    value,
    readOnly: gate.recording,
    autoComplete: 'off',
    maxLength: long ? 1000 : 120,
    'aria-describedby': describedBy(gate, field, `${field}-hint`),
    'aria-invalid': gate.errors.some((error) => error.field === field) ? 'true' : undefined,
  } as const;
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <p class="field__hint" id={`${field}-hint`}>
        {hint}
      </p>
      <FieldMessage gate={gate} field={field} />
      {long ? (
        <textarea {...shared} rows={3} onInput={(event) => onText(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => onText(event.currentTarget.value)} />
      )}
    </div>
  );
}
