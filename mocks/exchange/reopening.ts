/** Going back to an earlier decision: a reload of the page, or a permission that stands. */
import { consentKey } from './access.ts';
import type { Standing } from './access.ts';
import type { Answers } from './consent-answers.ts';
import type { StoredConsent } from './consent-table.ts';
import type { Call } from './context.ts';
import { forbidden, invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';

/** `same-launch`: the page was loaded anew, under the same token; `standing`: a later launch of the same encounter. */
export type Reopening = { readonly type: 'same-launch' | 'standing'; readonly of: StoredConsent };

const refusal = (text: string) => forbidden('reopens', text);

/**
 * Null where the decision is a new one. The Consent gone back to must be the caller's own, for this
 * patient and encounter, current, and of the same answer. A launch is known by its token: what
 * another one was given is no reload. Only a permission of a named encounter stands for a later
 * launch, never a break glass (domain.md 3). Else 403 `reopens`.
 */
export function judgeReopening(
  { exchange, caller }: Call,
  answers: Answers,
  { patientKey }: Standing,
): Result<Reopening | null> {
  const { reopens, standsOn, purpose, reason } = answers;
  const named = reopens ?? standsOn;
  if (named === undefined) return ok(null);
  if (reopens !== undefined && standsOn !== undefined) {
    return invalid('reopens', 'A decision goes back to one Consent at most.');
  }
  const of = exchange.store
    .currentConsents(consentKey(caller, patientKey), exchange.clock())
    .find(({ id }) => id === named);
  if (of?.purpose !== purpose || of.reason !== reason) {
    return refusal('There is no such decision of yours that still stands.');
  }
  if (standsOn === undefined) {
    return of.token === caller.launch
      ? ok({ type: 'same-launch', of })
      : refusal('That decision was made in another launch.');
  }
  if (purpose !== 'TREAT') return refusal('A break glass lasts for its launch.');
  if (caller.encounter === null) return refusal('Without an encounter nothing can stand for it.');
  return ok({ type: 'standing', of });
}
