/** What else the host has open beside the patient (SMART App Launch 2.2, "fhirContext"). */
import { isRecord } from './discovery.ts';

/**
 * The values of a patient's identifiers under `systems`, unread and each once. An entry with
 * another role than `launch`, which is also what a missing one means, is about something else; so
 * is one that says it is of another type. Whatever is not understood is passed over.
 * @param raw the token response's `fhirContext`
 * @returns '' for an identifier that names the system and holds no text: given, and not readable
 */
export function identifiersInContext(raw: unknown, systems: readonly string[]): readonly string[] {
  if (!Array.isArray(raw)) return [];
  const values = raw.filter(isRecord).flatMap(({ role, type, identifier }) => {
    if ((role ?? 'launch') !== 'launch' || (type ?? 'Patient') !== 'Patient') return [];
    if (!isRecord(identifier)) return [];
    const { system, value } = identifier;
    if (typeof system !== 'string' || !systems.includes(system)) return [];
    return [typeof value === 'string' ? value : ''];
  });
  return [...new Set(values)];
}
