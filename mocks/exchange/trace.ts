/** Trace: `POST Patient/_search` for the token's own patient, audited each time (contract 2.1). */
import type { Bundle, BundleEntry, FhirResource, OperationOutcomeIssue, Patient } from 'fhir/r4';
import { z } from 'zod';
import { identifierSystem, ocs } from '../../src/fhir/systems.ts';
import { checkRole } from './access.ts';
import { auditEntry } from './audit-events.ts';
import type { Call, Exchange } from './context.ts';
import { lookUp } from './demographics.ts';
import type { Lookup, Person } from './demographics.ts';
import { sourcesFor } from './fan-out.ts';
import { fhirResponse, readBody, refusalResponse } from './http.ts';
import { forbidden, invalid, ok, refuse, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { recordRefusal } from './refusals.ts';
import { sourceIssue } from './source-issue.ts';
import type { Source } from './sources/source.ts';

const statusShape = z.object({ participating: z.boolean() });
const statusDeadlineMs = 1500;

async function searchedNumber(request: Request): Promise<Result<string>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded') {
    return invalid('media-type', 'A trace is a form: application/x-www-form-urlencoded.');
  }
  const body = await readBody(request);
  if (!body.ok) return body;
  const given = new URLSearchParams(body.value).getAll('identifier');
  const prefix = `${identifierSystem.nhsNumber}|`;
  const [only] = given;
  if (given.length !== 1 || only === undefined || !only.startsWith(prefix)) {
    return invalid('identifier', 'Send one identifier: the NHS number with its system.');
  }
  const number = only.slice(prefix.length);
  return /^\d{10}$/.test(number) ? ok(number) : invalid('identifier', 'Not an NHS number.');
}

async function participation(source: Source): Promise<'participating' | 'not-sharing' | 'down'> {
  try {
    const response = await source.fetch(
      new Request(`http://${source.profile.key}.sources.invalid/status`, {
        signal: AbortSignal.timeout(statusDeadlineMs),
      }),
    );
    const { participating } = statusShape.parse(await response.json());
    return participating ? 'participating' : 'not-sharing';
  } catch {
    return 'down';
  }
}

/**
 * One issue per source a summary would ask: the same for every patient of a practice, so never
 * whether a source knows this one. For a restricted patient, in the exchange's eyes or the host's,
 * no practice at all is named.
 */
async function sourceIssues(
  exchange: Exchange,
  practice: Person['practice'],
): Promise<OperationOutcomeIssue[]> {
  return Promise.all(
    sourcesFor(exchange.sourceList, { practice }).map(async (source) => {
      const issue = sourceIssue({ profile: source.profile, state: await participation(source) });
      if (source.profile.key !== practice) return issue;
      const registered = { system: ocs.sourceState, code: 'registered-practice' };
      const coding = [...(issue.details?.coding ?? []), registered];
      return { ...issue, details: { ...issue.details, coding } };
    }),
  );
}

/** What the trail says a trace found: never who. */
function foundWords(found: Lookup): string {
  if (found.type !== 'found') {
    return { 'not-found': '0', several: '2', invalidated: 'invalidated' }[found.type];
  }
  const { person } = found;
  if (person.current !== person.searched) return 'superseded';
  if (person.restricted !== null) return 'restricted';
  return person.deceased === 'no' ? '1' : 'deceased';
}

/** Records the trace, whatever it found; returns the Patient under its opaque id. */
function recordTrace(call: Call, searched: string, found: Lookup): Result<Patient | null> {
  const { exchange, caller, base } = call;
  const { store } = exchange;
  const person = found.type === 'found' ? found.person : null;
  try {
    const id = person && store.traced(caller.host.key, caller.userKey, searched).id;
    store.audit([
      auditEntry({
        kind: 'trace',
        caller,
        base,
        recorded: exchange.clock().toISOString(),
        patientKey: store.patientKey(person?.current ?? searched),
        patientReference:
          id === null
            ? `${caller.host.fhirBase}/Patient/${caller.patient.hostId}`
            : `Patient/${id}`,
        details: { found: foundWords(found) },
      }),
    ]);
    return ok(person && id !== null ? { ...person.patient, id } : null);
  } catch {
    return unavailable('record', 'The trace could not be recorded.');
  }
}

/** Several matches are a number alone: two people's demographics are never sent (domain.md 6). */
function searchset(
  base: string,
  found: Lookup,
  patient: Patient | null,
  issue: OperationOutcomeIssue[],
): Bundle<FhirResource> {
  const outcome: BundleEntry<FhirResource> = {
    resource: { resourceType: 'OperationOutcome', issue },
    search: { mode: 'outcome' },
  };
  const match: BundleEntry<FhirResource>[] = patient
    ? [
        {
          fullUrl: `${base}/Patient/${patient.id ?? ''}`,
          resource: patient,
          search: { mode: 'match' },
        },
      ]
    : [];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.type === 'several' ? 2 : match.length,
    entry: [...match, outcome],
  };
}

async function answer(call: Call, searched: string): Promise<Response> {
  const { exchange, caller, base } = call;
  const byHost = caller.patient.restricted;
  const found = lookUp(exchange.world, searched, byHost);
  const person = found.type === 'found' ? found.person : null;
  const isShown = person?.restricted === null && byHost === null;
  const practice = isShown ? person.practice : null;
  const issues = found.type === 'invalidated' ? [] : await sourceIssues(exchange, practice);
  const recorded = recordTrace(call, searched, found);
  if (!recorded.ok) return refusalResponse(recorded.refusal);
  if (found.type === 'invalidated') {
    const text = 'This NHS number is no longer valid.';
    const code = { status: 404, code: 'not-found', spine: 'INVALIDATED_RESOURCE' } as const;
    return refusalResponse(refuse({ ...code, reason: 'invalidated', text }).refusal);
  }
  return fhirResponse(searchset(base, found, recorded.value, issues));
}

/** The handler: 403 `REQUEST_UNMATCHED` for any number but the one of the token's host patient. */
export async function trace(call: Call): Promise<Response> {
  const searched = await searchedNumber(call.request);
  if (!searched.ok) return refusalResponse(searched.refusal);
  const role = checkRole(call.caller);
  const matched = searched.value === call.caller.patient.nhsNumber;
  const refused = !role.ok
    ? role
    : matched
      ? null
      : forbidden('other-number', 'Not the patient of this launch.', 'REQUEST_UNMATCHED');
  if (refused) {
    recordRefusal(call, refused.refusal);
    return refusalResponse(refused.refusal);
  }
  return answer(call, searched.value);
}
