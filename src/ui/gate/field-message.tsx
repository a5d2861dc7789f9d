import type { FieldId } from './draft.ts';
import type { Gate } from './use-gate.ts';

/** The error of one field, where its input points with aria-describedby; nothing when it is fine. */
export function FieldMessage({ gate, field }: { gate: Gate; field: FieldId }) {
  const error = gate.errors.find((each) => each.field === field);
  if (!error) return null;
  return (
    <p class="field-error" id={`${field}-error`}>
      <span class="hidden">Error: </span>
      {error.message}
    </p>
  );
}

/** For aria-describedby: the error's id where there is one, then the hint's. */
export function describedBy(gate: Gate, field: FieldId, hint: string | null): string | undefined {
  const error = gate.errors.some((each) => each.field === field) ? `${field}-error` : null;
  const ids = [error, hint].filter((id) => id !== null);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
