/** Telephone numbers and addresses of people and teams (FHIR R4 ContactPoint). */
import * as z from 'zod/mini';
import { shownText } from '../text.ts';
import { lenient, someWords } from './lenient.ts';

export const telecoms = lenient(
  z.array(z.object({ system: someWords, value: someWords, use: someWords })),
);

const labels = new Map([
  ['phone', 'Telephone'],
  ['sms', 'Text message'],
  ['email', 'Email'],
  ['pager', 'Pager'],
]);

/** Each as a labelled fact; old ones are left out. */
export function phones(found: z.infer<typeof telecoms>): [string, string | null][] {
  return (found ?? []).flatMap(({ system, value, use }): [string, string | null][] => {
    const label = labels.get(system ?? 'phone');
    return label === undefined || use === 'old' ? [] : [[label, shownText(value, 100)]];
  });
}
