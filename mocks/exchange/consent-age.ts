/** Who may decide for whom, by age (domain.md 3). */
import type { Answers } from './consent-answers.ts';
import type { ConsentBody } from './consent-shape.ts';
import { forbidden, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';

/** The youngest and the oldest somebody can be today, in whole years. */
export type AgeRange = { readonly youngest: number; readonly oldest: number };

/** A partial date of birth leaves a range; without one, any age. `now` in UTC. */
export function ageRange(birthDate: string | undefined, now: Date): AgeRange {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate ?? '') ?? [];
  if (year === undefined) return { youngest: 0, oldest: Number.POSITIVE_INFINITY };
  const today = now.toISOString().slice(0, 10);
  // Compared as text: an ISO date sorts as its time does.
  const since = (rest: string): number =>
    Number(today.slice(0, 4)) - Number(year) - (today.slice(5) < rest ? 1 : 0);
  return {
    youngest: since(`${month ?? '12'}-${day ?? '31'}`),
    oldest: since(`${month ?? '01'}-${day ?? '01'}`),
  };
}

type Proxy = 'attorney' | 'deputy' | 'parental-responsibility';

/** Only where the age is certain to allow it; next of kin alone is not in the list at all. */
const proxies: Readonly<Record<Proxy, (age: AgeRange) => boolean>> = {
  // A lasting power of attorney is an adult's to give (Mental Capacity Act 2005 section 9).
  attorney: ({ youngest }) => youngest >= 18,
  // The Court of Protection decides for those of sixteen and over (section 2(5)).
  deputy: ({ youngest }) => youngest >= 16,
  'parental-responsibility': ({ oldest }) => oldest < 18,
};

/**
 * Under sixteen the competent young person agrees as one; from sixteen everybody is presumed able.
 * 403 `young-person` or `proxy` where whoever agreed may not at this age.
 */
export function checkAge(
  body: ConsentBody,
  reason: Answers['reason'],
  birthDate: string | undefined,
  now: Date,
): Result<null> {
  const age = ageRange(birthDate, now);
  if (reason === 'young-person-agreed' && age.oldest >= 16) {
    return forbidden('young-person', 'Only a patient under 16 agrees as a young person.');
  }
  if (reason === 'patient-agreed' && age.oldest < 16) {
    return forbidden('young-person', 'Under 16, the young person must understand and agree.');
  }
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  if (proxy === undefined || proxies[proxy.relationship[0].coding[0].code](age)) return ok(null);
  return forbidden('proxy', 'At this age they may not decide for the patient.');
}
