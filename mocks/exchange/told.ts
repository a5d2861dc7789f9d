/** Whether the patient was told of a break glass (contract.md 2.8): open items, and their end. */
import type { AuditEvent } from 'fhir/r4';
import { z } from 'zod';
import { codeSystem } from '../../src/fhir/systems.ts';
import { storedRole } from './acting-role.ts';
import { auditEntry, patientEntity } from './audit-events.ts';
import { scanAudit } from './audit-query.ts';
import { page } from './audit-search.ts';
import type { Search } from './audit-search.ts';
import type { StoredConsent } from './consent-table.ts';
import type { Call } from './context.ts';
import { storedEvent } from './log-rows.ts';
import { forbidden, invalid, ok, refuse } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { patientOfToken } from './refusals.ts';
import type { AuditEntry, AuditKind, AuditRow } from './trail.ts';

export type ToldKind = Extract<AuditKind, 'told' | 'not-yet-told' | 'unsafe-to-tell'>;

/** The one subtype that is searched for: an override that was started. */
export const overrideStarted = `${codeSystem.dcm}|110127`;

/**
 * A launch is over once none of what it opened, or reopened, stands; and, to whoever comes with
 * another token, at once: a window that was just closed ends nothing, and the next launch asks.
 */
function hasEnded({ exchange, caller }: Call, root: string): boolean {
  const now = exchange.clock().getTime();
  const consents = exchange.store.consentsOf(root);
  return consents.every(
    ({ status, endsAt, token }) =>
      status === 'inactive' || endsAt <= now || token !== caller.launch,
  );
}

/** The event without whom it was about, unless that is the patient of this very launch. */
export function openItemView(call: Call, row: AuditRow): AuditEvent {
  const { caller, exchange } = call;
  const stored = storedEvent(row);
  const others = (stored.entity ?? []).filter(({ what }) =>
    what?.reference?.startsWith('Consent/'),
  );
  const { nhsNumber } = caller.patient;
  const own = nhsNumber !== null && row.patient === patientOfToken(call).patientKey;
  const traced = own ? exchange.store.traced(caller.host.key, caller.userKey, nhsNumber) : null;
  const patient = traced === null ? [] : [patientEntity({ reference: `Patient/${traced.id}` })];
  return { ...stored, id: `log-${row.seq}`, entity: [...patient, ...others] };
}

/**
 * `GET AuditEvent?subtype=` of an override started: the caller's own, ended, and neither told nor
 * called unsafe to tell. A death that was certified leaves nobody to tell.
 */
export function openItems(call: Call, search: Search): Response {
  const { caller, exchange } = call;
  const { store } = exchange;
  const { userKey } = caller;
  const ends = scanAudit(
    store.findAudit,
    { kinds: ['told', 'unsafe-to-tell'], userKey, limit: Number.MAX_SAFE_INTEGER },
    () => true,
  );
  const closed = new Set(ends.map(({ decision }) => decision));
  const rows = scanAudit(
    store.findAudit,
    { kinds: ['override-started'], userKey, ...search },
    ({ decision }) =>
      !closed.has(decision) &&
      store.consentById(decision)?.reason !== 'certifying-death' &&
      hasEnded(call, decision),
  );
  return page(call, rows, (row) => openItemView(call, row));
}

const aboutShape = z.object({
  resourceType: z.literal('AuditEvent'),
  outcome: z.literal('0'),
  entity: z.tuple([
    z.object({
      what: z.object({ reference: z.string().regex(/^Consent\/[0-9a-f-]{36}$/) }),
    }),
  ]),
});

/** The first Consent of the launch a Consent belongs to, where it is this user's break glass. */
function ownOverride({ caller, exchange }: Call, id: string): StoredConsent | null {
  const { store } = exchange;
  const named = store.consentById(id);
  const root = named === null ? null : store.consentById(named.root);
  return root?.userKey === caller.userKey && root.purpose !== 'TREAT' ? root : null;
}

const notOver = refuse({
  status: 409,
  code: 'conflict',
  reason: 'not-over',
  text: 'That break glass is not over.',
});

/**
 * One answer to an open item. 400 where no Consent is named, 403 for anyone else's, 409 where it
 * would close what is still open.
 */
export function judgeTold(
  call: Call,
  kind: ToldKind,
  body: unknown,
  request: string,
): Result<AuditEntry> {
  const { caller, base, exchange } = call;
  const about = aboutShape.safeParse(body);
  if (!about.success) return invalid('told', 'Name the one Consent it is about.');
  const consent = ownOverride(call, about.data.entity[0].what.reference.slice('Consent/'.length));
  if (consent === null) return forbidden('other-consent', 'That is no break glass of yours.');
  if (kind !== 'not-yet-told' && !hasEnded(call, consent.id)) return notOver;
  return ok(
    auditEntry({
      ...{ kind, caller, base, request },
      recorded: exchange.clock().toISOString(),
      patientKey: consent.patient,
      patientReference: `Patient/${consent.tracedId}`,
      role: storedRole(caller, consent.role),
      consentId: consent.id,
    }),
  );
}
