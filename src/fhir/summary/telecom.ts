/** Telephone numbers and addresses of people and teams (FHIR R4 ContactPoint). */
import * as s from '../shape.ts';
import { shownText } from '../text.ts';
import { someWords } from './lenient.ts';

export const telecoms = s.lenient(
  s.array(s.object({ system: someWords, value: someWords, use: someWords })),
);

const labels = new Map([
  ['phone', 'Telephone'],
  ['sms', 'Text message'],
  ['email', 'Email'],
  ['pager', 'Pager'],
]);

/** Each as a labelled fact; old ones are left out. */
export function phones(found: s.Infer<typeof telecoms>): [string, string | null][] {
  return (found ?? []).flatMap(({ system, value, use }): [string, string | null][] => {
    const label = labels.get(system ?? 'phone');
    return label === undefined || use === 'old' ? [] : [[label, shownText(value, 100)]];
  });
}
