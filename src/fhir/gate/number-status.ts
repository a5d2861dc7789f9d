/** How far a system vouches for an NHS number (UK Core; domain notes, section 5). */
import type { NhsNumberStatus } from '../../domain/person.ts';
import { codesIn, type Identifier } from '../datatypes.ts';
import { nhsNumberVerification } from '../systems.ts';
import { shownText } from '../text.ts';

/** The same number twice: one doubt is enough to stop. */
export function worstStatus(given: readonly Identifier[]): NhsNumberStatus {
  const statuses = given.map(statusOf);
  return (
    statuses.find((status) => status.type === 'unverified') ??
    statuses.find((status) => status.type === 'verified') ?? { type: 'not-stated' }
  );
}

/** `number-present-and-verified` is the code's retired spelling. A status we can not read stops. */
function statusOf(given: Identifier): NhsNumberStatus {
  const stated = (given.extension ?? []).find(({ url }) => url === nhsNumberVerification.extension);
  if (!stated) return { type: 'not-stated' };
  const codes = codesIn(stated.valueCodeableConcept, nhsNumberVerification.systems);
  const doubt = codes.find((code) => code !== '01' && code !== 'number-present-and-verified');
  if (codes.length > 0 && doubt === undefined) return { type: 'verified' };
  return { type: 'unverified', code: shownText(doubt, 40) ?? 'not understood' };
}
