/**
 * Terms of use: asked once per user and version, wherever they sit. A new version may be put off
 * for a while by someone who accepted an earlier one; the first may not.
 * Source: domain notes section 2; contract 2.2.
 */

/** The terms in force, from the deployer's configuration. */
export type Terms = {
  /** Canonical URL without a version. */
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly text: readonly TermsClause[];
  /** How long a user who accepted an earlier version may put this one off, in days. */
  readonly putOffDays: number;
};

export type TermsClause = { readonly heading: string; readonly body: string };

/** What the exchange holds of this user and any version of the terms. */
export type TermsEvent = {
  readonly type: 'accepted' | 'put-off';
  readonly version: string;
  /** FHIR instant, by the exchange's clock. */
  readonly recordedAt: string;
};

export type TermsStanding =
  | { readonly type: 'accepted'; readonly version: string }
  /** An earlier version holds until then (FHIR instant; null: not said). */
  | { readonly type: 'put-off'; readonly accepted: string; readonly until: string | null }
  | {
      readonly type: 'due';
      /** The one to accept now. */
      readonly version: string;
      /** The newest version accepted before; null for a first use, which can not be put off. */
      readonly accepted: string | null;
      readonly mayPutOff: boolean;
    };

const dayMs = 24 * 3_600_000;

/** @param events of this user, in any order; other users' must not be among them */
export function termsStanding(
  terms: Pick<Terms, 'version' | 'putOffDays'>,
  events: readonly TermsEvent[],
  now: Date,
): TermsStanding {
  const { version, putOffDays } = terms;
  const accepted = events.filter(({ type }) => type === 'accepted').sort(newestFirst);
  if (accepted.some((event) => event.version === version)) return { type: 'accepted', version };
  const earlier = accepted[0]?.version ?? null;
  if (earlier === null) return { type: 'due', version, accepted: null, mayPutOff: false };
  const first = events
    .filter((event) => event.type === 'put-off' && event.version === version)
    .sort(newestFirst)
    .at(-1);
  if (!first) return { type: 'due', version, accepted: earlier, mayPutOff: putOffDays > 0 };
  const until = Date.parse(first.recordedAt) + putOffDays * dayMs;
  return now.getTime() < until
    ? { type: 'put-off', accepted: earlier, until: new Date(until).toISOString() }
    : { type: 'due', version, accepted: earlier, mayPutOff: false };
}

function newestFirst(a: TermsEvent, b: TermsEvent): number {
  return Date.parse(b.recordedAt) - Date.parse(a.recordedAt);
}
