/** The terms of use: who accepted which version, and until when a new one may wait (domain.md 2). */
import { z } from 'zod';
import { checkRole } from './access.ts';
import { auditEntry, seededAcceptance } from './audit-events.ts';
import type { Call } from './context.ts';
import { baseOf } from './context.ts';
import type { Store } from './database.ts';
import { storedEvent } from './log-rows.ts';
import { termsCanonical } from './options.ts';
import type { ExchangeOptions, TermsInForce } from './options.ts';
import { forbidden, invalid, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import type { AuditEntry, AuditKind, AuditRow } from './trail.ts';

const dayMs = 24 * 3_600_000;

/** The version a row of the terms is about. */
export const versionIn = (row: AuditRow): string => storedEvent(row).agent[0]?.policy?.[0] ?? '';

const rowsOf = (store: Store, userKey: string, kind: AuditKind): readonly AuditRow[] =>
  store.findAudit({ kinds: [kind], userKey, limit: 1000 });

const accepted = (store: Store, userKey: string): readonly string[] =>
  rowsOf(store, userKey, 'terms-accepted').map(versionIn);

/** What a user has said of the terms in force. `putOffUntil`: null where they may not wait. */
type TermsStanding = {
  readonly accepted: boolean;
  /** An earlier version was accepted, so that this one may wait. */
  readonly returning: boolean;
  /** When this version was first put off; epoch milliseconds. */
  readonly putOff: number | null;
};

function standingOf(store: Store, userKey: string, terms: TermsInForce): TermsStanding {
  const inForce = termsCanonical(terms, terms.version);
  const versions = accepted(store, userKey);
  const putOff = rowsOf(store, userKey, 'terms-put-off')
    .filter((row) => versionIn(row) === inForce)
    .map(({ recorded }) => Date.parse(recorded));
  return {
    accepted: versions.includes(inForce),
    returning: versions.some((one) => one !== inForce && one.startsWith(`${terms.url}|`)),
    putOff: putOff.length === 0 ? null : Math.min(...putOff),
  };
}

const mayWait = ({ returning, putOff }: TermsStanding, terms: TermsInForce, now: Date): boolean =>
  returning && (putOff === null || now.getTime() - putOff < terms.putOffDays * dayMs);

/**
 * Whether this user may open anything: the terms in force were accepted, or an earlier version was
 * and this one was put off, for the first time less than the allowed days ago. `named`: the version
 * a decision says was accepted, which must be true. 403 `terms`.
 */
export function checkTerms({ exchange, caller }: Call, named: string | undefined): Result<null> {
  const { terms } = exchange.options;
  if (terms === undefined) return ok(null);
  const standing = standingOf(exchange.store, caller.userKey, terms);
  const waiting = standing.putOff !== null && mayWait(standing, terms, exchange.clock());
  if (!standing.accepted && !waiting) {
    return forbidden('terms', 'The terms of use must be accepted before a record is opened.');
  }
  return named === undefined || accepted(exchange.store, caller.userKey).includes(named)
    ? ok(null)
    : forbidden('terms', 'That version of the terms was not accepted by you.');
}

const policyShape = z.object({
  resourceType: z.literal('AuditEvent'),
  outcome: z.literal('0'),
  agent: z.tuple([z.object({ policy: z.tuple([z.string()]) })]).rest(z.unknown()),
});

/**
 * One acceptance, or one putting off, by the token's user at the exchange's time. 403 `wrong-role`
 * or `terms`; 400 where another version than the one in force is meant.
 */
export function judgeTerms(
  { exchange, caller, base }: Call,
  kind: 'terms-accepted' | 'terms-put-off',
  body: unknown,
  request: string,
): Result<AuditEntry> {
  const role = checkRole(caller);
  if (!role.ok) return role;
  const { terms } = exchange.options;
  const named = policyShape.safeParse(body).data?.agent[0].policy[0];
  if (terms === undefined || named !== termsCanonical(terms, terms.version)) {
    return invalid('terms', 'Name the version of the terms that is in force.');
  }
  const now = exchange.clock();
  if (kind === 'terms-put-off') {
    const standing = standingOf(exchange.store, caller.userKey, terms);
    if (!mayWait(standing, terms, now)) {
      return forbidden('terms', 'These terms cannot be put off, or not any longer.');
    }
  }
  const recorded = now.toISOString();
  return ok(auditEntry({ kind, caller, base, recorded, policy: [named], request }));
}

/** Acceptances from before this trail, each added once; an unknown host is a mistake to be told. */
export function seedAcceptances(store: Store, options: ExchangeOptions): void {
  const { terms, earlierAcceptances = [], hosts } = options;
  if (terms === undefined) return;
  for (const earlier of earlierAcceptances) {
    const host = hosts.find(({ key }) => key === earlier.hostKey);
    if (host === undefined) throw new Error(`No host has the key ${earlier.hostKey}.`);
    const userKey = `${host.issuer}|${earlier.sub}`;
    const canonical = termsCanonical(terms, earlier.version);
    if (accepted(store, userKey).includes(canonical)) continue;
    const { name, recorded } = earlier;
    const base = baseOf(options, host);
    store.audit([seededAcceptance({ userKey, name, recorded, canonical, base })]);
  }
}
