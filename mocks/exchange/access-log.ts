/** The access log (ITI-81, contract.md 2.5): one row per launch, masked before the record. */
import type { AuditEvent, Bundle, FhirResource } from 'fhir/r4';
import { checkPatient, consentKey, decideStanding } from './access.ts';
import type { Standing } from './access.ts';
import { auditEntry } from './audit-events.ts';
import type { Call } from './context.ts';
import type { AuditQuery } from './database.ts';
import { fhirResponse, refusalResponse } from './http.ts';
import { rowFor, storedEvent } from './log-rows.ts';
import type { Reader } from './log-rows.ts';
import { invalid, ok, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { placesFor } from './redaction.ts';
import { recordRefusal } from './refusals.ts';
import { privacyOfficerRole } from './roles.ts';
import { patientParameter } from './standing.ts';
import type { AuditKind, AuditRow } from './trail.ts';

const logKinds: readonly AuditKind[] = ['opened', 'refused', 'abandoned', 'reported'];
const pageSize = 50;

const dateParameter = /^(ge|le)(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)$/;

/** `date=ge…`, `date=le…`; a day alone reaches to its end. */
function dateRange(url: URL): Result<Pick<AuditQuery, 'from' | 'to'>> {
  const range: { from?: string; to?: string } = {};
  for (const value of url.searchParams.getAll('date')) {
    const [, bound, date] = dateParameter.exec(value.replaceAll(' ', '+')) ?? [];
    const day = date?.length === 10;
    const instant = new Date(
      `${date ?? ''}${day ? (bound === 'le' ? 'T23:59:59.999Z' : 'T00:00:00Z') : ''}`,
    );
    if (bound === undefined || Number.isNaN(instant.getTime())) {
      return invalid('date', 'Dates are ge or le with an R4 date.');
    }
    range[bound === 'ge' ? 'from' : 'to'] = instant.toISOString();
  }
  return ok(range);
}

type Search = {
  readonly range: Pick<AuditQuery, 'from' | 'to'>;
  readonly before: number | undefined;
  readonly policy: string | null;
};

function readSearch(url: URL): Result<Search> {
  const range = dateRange(url);
  if (!range.ok) return range;
  const cursor = url.searchParams.get('_cursor');
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) return invalid('_cursor', 'Not a page.');
  const before = cursor === null ? undefined : Number(cursor);
  return ok({ range: range.value, before, policy: url.searchParams.get('policy') });
}

function page(call: Call, rows: readonly AuditRow[], events: readonly AuditEvent[]): Response {
  const url = new URL(call.request.url);
  const next = rows.length > pageSize ? rows[pageSize - 1]?.seq : undefined;
  const shown = events.slice(0, pageSize);
  const link = (relation: string, cursor: number | undefined) => {
    const query = new URLSearchParams(url.searchParams);
    if (cursor !== undefined) query.set('_cursor', String(cursor));
    return { relation, url: `${call.base}/AuditEvent?${query.toString()}` };
  };
  const bundle: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [link('self', undefined), ...(next === undefined ? [] : [link('next', next)])],
    entry: shown.map((resource) => ({
      fullUrl: `${call.base}/AuditEvent/${resource.id ?? ''}`,
      resource,
      search: { mode: 'match' },
    })),
  };
  return fhirResponse(bundle);
}

/** Own acceptances of one version of the terms, whoever the patient was; no patient is named. */
function ownTerms(call: Call, search: Search): Response {
  const { store } = call.exchange;
  const { userKey } = call.caller;
  const { before } = search;
  const query = { kinds: ['opened' as const], userKey, ...search.range, limit: 500 };
  const rows = store.findAudit(before === undefined ? query : { ...query, before });
  const accepted = rows.filter((row) =>
    storedEvent(row).agent[0]?.policy?.includes(search.policy ?? ''),
  );
  const reader = { userKey, opened: true, privacyOfficer: false, patientReference: '' };
  const events = accepted.map((row) => {
    const { id, resourceType, type, subtype, recorded, agent, source } = rowFor(row, reader);
    return {
      ...{ resourceType, type, recorded, agent, source },
      ...(id === undefined ? {} : { id }),
      ...(subtype === undefined ? {} : { subtype }),
    };
  });
  return page(call, accepted, events);
}

/** The privacy officer's review feed: break glass accesses made through this host. */
function reviewFeed(call: Call, search: Search): Response {
  const { exchange, caller } = call;
  const { before, range } = search;
  const query = { kinds: ['opened' as const], ...range, limit: 500 };
  const rows = exchange.store
    .findAudit(before === undefined ? query : { ...query, before })
    .filter((row) => {
      const purposes = storedEvent(row).purposeOfEvent ?? [];
      const broken = purposes.some(({ coding }) => coding?.some(({ code }) => code === 'BTG'));
      return broken && row.userKey.startsWith(`${caller.host.issuer}|`);
    });
  const reader = { userKey: caller.userKey, opened: true, privacyOfficer: true };
  const events = rows.map((row) => {
    const event = rowFor(row, { ...reader, patientReference: '' });
    const { entity = [], ...rest } = event;
    return { ...rest, entity: entity.slice(1) };
  });
  return page(call, rows, events);
}

function patientLog(call: Call, standing: Standing, search: Search): Response {
  const { exchange, caller, base } = call;
  const key = consentKey(caller, standing.patientKey);
  const reader: Reader = {
    userKey: caller.userKey,
    opened: exchange.store.currentConsents(key, exchange.clock()).length > 0,
    privacyOfficer: caller.roles.some(({ rCode }) => rCode === privacyOfficerRole),
    patientReference: `Patient/${standing.traced.id}`,
    places: placesFor(exchange, standing.person),
  };
  const query = {
    kinds: logKinds,
    patient: standing.patientKey,
    ...search.range,
    onePerDecision: true,
    limit: pageSize + 1,
  };
  const { before } = search;
  const rows = exchange.store.findAudit(before === undefined ? query : { ...query, before });
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
  return page(
    call,
    rows,
    rows.map((row) => rowFor(row, reader)),
  );
}

/** Before the record is open no one has declared anything: only dissent and protection count. */
async function readableStanding(call: Call, tracedId: string): Promise<Result<Standing>> {
  const { exchange, caller, request } = call;
  const standing = decideStanding(exchange, caller, tracedId);
  if (!standing.ok) return standing;
  const declared = { notMe: true, patientIsAlive: true };
  const open = await checkPatient(exchange, standing.value, declared, request.signal);
  return open.ok ? standing : open;
}

/**
 * `GET AuditEvent`. With `patient`: that patient's log. With `policy`: own acceptances. With
 * neither, for a privacy officer: the review feed. Dissent hides the log as it hides the record.
 */
export async function searchAuditEvents(call: Call): Promise<Response> {
  const { caller, request } = call;
  const url = new URL(request.url);
  const search = readSearch(url);
  if (!search.ok) return refusalResponse(search.refusal);
  if (search.value.policy !== null) return ownTerms(call, search.value);
  const officer = caller.roles.some(({ rCode }) => rCode === privacyOfficerRole);
  if (officer && !url.searchParams.has('patient')) return reviewFeed(call, search.value);
  const tracedId = patientParameter(url);
  if (tracedId === null) {
    return refusalResponse(invalid('search', 'Search with one patient.').refusal);
  }
  const readable = await readableStanding(call, tracedId);
  if (readable.ok) return patientLog(call, readable.value, search.value);
  recordRefusal(call, readable.refusal);
  return refusalResponse(readable.refusal);
}
