/** The access log (ITI-81, contract.md 2.5): one row per launch, masked before the record. */
import { consentKey, decideStanding, opensFor } from './access.ts';
import type { Standing } from './access.ts';
import { auditEntry } from './audit-events.ts';
import { scanAudit } from './audit-query.ts';
import { page, readSearch } from './audit-search.ts';
import type { Search } from './audit-search.ts';
import type { Call } from './context.ts';
import { refusalResponse } from './http.ts';
import { rowFor, storedEvent } from './log-rows.ts';
import type { Reader } from './log-rows.ts';
import { invalid, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { checkPatient, undeclared } from './patient-rules.ts';
import { printedIn } from './printing.ts';
import { placesFor } from './redaction.ts';
import { recordRefusal } from './refusals.ts';
import { reviewFeed } from './review-feed.ts';
import { privacyOfficerRole } from './roles.ts';
import { patientParameter } from './standing.ts';
import { versionIn } from './terms.ts';
import { openItems, overrideStarted } from './told.ts';
import type { AuditKind } from './trail.ts';

const logKinds: readonly AuditKind[] = [
  ...(['opened', 'opened-again', 'refused', 'abandoned', 'reported'] as const),
];
/**
 * Own acceptances of the terms, whoever the patient was; no patient is named. A canonical without
 * a version means all of them.
 */
function ownTerms(call: Call, search: Search, policy: string): Response {
  const { store } = call.exchange;
  const { userKey } = call.caller;
  const kinds = ['terms-accepted', 'terms-put-off'] as const;
  const isOf = (version: string): boolean =>
    version === policy || (!policy.includes('|') && version.startsWith(`${policy}|`));
  const rows = scanAudit(store.findAudit, { kinds, userKey, ...search }, (row) =>
    isOf(versionIn(row)),
  );
  return page(call, rows, (row) => ({ ...storedEvent(row), id: `log-${row.seq}` }));
}

/** Names are for who recorded an opening in this very launch, whatever else still stands. */
function patientLog(call: Call, standing: Standing, search: Search): Response {
  const { exchange, caller, base } = call;
  const key = consentKey(caller, standing.patientKey);
  const reader: Reader = {
    userKey: caller.userKey,
    opened: exchange.store
      .currentConsents(key, exchange.clock())
      .some((consent) => consent.token === caller.launch && opensFor(caller, consent)),
    privacyOfficer: caller.roles.some(({ rCode }) => rCode === privacyOfficerRole),
    patientReference: `Patient/${standing.traced.id}`,
    isPrinted: printedIn(exchange.store, standing.patientKey),
    places: placesFor(exchange, standing.person),
  };
  const query = {
    kinds: logKinds,
    patient: standing.patientKey,
    ...search,
    onePerLaunch: true,
  };
  const rows = exchange.store.findAudit(query);
  try {
    exchange.store.audit([
      auditEntry({
        kind: 'log-read',
        caller,
        base,
        recorded: exchange.clock().toISOString(),
        patientKey: standing.patientKey,
        patientReference: reader.patientReference,
      }),
    ]);
  } catch {
    return refusalResponse(unavailable('record', 'The reading could not be recorded.').refusal);
  }
  return page(call, rows, (row) => rowFor(row, reader));
}

/** Before the record is open no one has declared anything: only dissent and protection count. */
async function readableStanding(call: Call, tracedId: string): Promise<Result<Standing>> {
  const { exchange, caller, request } = call;
  const standing = decideStanding(exchange, caller, tracedId);
  if (!standing.ok) return standing;
  const open = await checkPatient(exchange, standing.value, undeclared, request.signal);
  return open.ok ? standing : open;
}

const oneKind = invalid('search', 'Search with one patient, one policy or one subtype.').refusal;

/** The searches that are about the caller or the host, not about a patient. */
function withoutPatient(call: Call, search: Search, url: URL): Response {
  const policy = url.searchParams.get('policy');
  const subtype = url.searchParams.get('subtype');
  if (policy !== null) {
    return subtype === null ? ownTerms(call, search, policy) : refusalResponse(oneKind);
  }
  if (subtype !== null) {
    return subtype === overrideStarted ? openItems(call, search) : refusalResponse(oneKind);
  }
  const officer = call.caller.roles.some(({ rCode }) => rCode === privacyOfficerRole);
  return officer ? reviewFeed(call, search) : refusalResponse(oneKind);
}

/**
 * `GET AuditEvent`. With `patient`: that patient's log. With `policy`: own acceptances of terms.
 * With `subtype`: own overrides the patient has not been told of. With none, for a privacy
 * officer: the review feed. Dissent hides the log as it hides the record.
 */
export async function searchAuditEvents(call: Call): Promise<Response> {
  const url = new URL(call.request.url);
  const search = readSearch(url);
  if (!search.ok) return refusalResponse(search.refusal);
  if (!url.searchParams.has('patient')) return withoutPatient(call, search.value, url);
  const tracedId = patientParameter(url);
  if (tracedId === null || url.searchParams.has('policy') || url.searchParams.has('subtype')) {
    return refusalResponse(oneKind);
  }
  const readable = await readableStanding(call, tracedId);
  if (readable.ok) return patientLog(call, readable.value, search.value);
  recordRefusal(call, readable.refusal);
  return refusalResponse(readable.refusal);
}
