/** Trace: `POST Patient/_search` for the token's own patient, audited each time (contract 2.1). */
import type { Bundle, FhirResource, OperationOutcomeIssue, Patient } from 'fhir/r4';
import { z } from 'zod';
import { identifierSystem, ocs } from '../../src/fhir/systems.ts';
import { checkRole } from './access.ts';
import { auditEntry } from './audit-events.ts';
import type { Call, Exchange } from './context.ts';
import { lookUp } from './demographics.ts';
import type { Person } from './demographics.ts';
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
 * whether a source knows this one. For a restricted patient no practice at all is named.
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

async function answer(call: Call, searched: string): Promise<Response> {
  const { exchange, caller, base } = call;
  const found = lookUp(exchange.world, searched);
  if (found.type === 'invalidated') {
    const text = 'This NHS number is no longer valid.';
    const code = { status: 404, code: 'not-found', spine: 'INVALIDATED_RESOURCE' } as const;
    return refusalResponse(refuse({ ...code, reason: 'invalidated', text }).refusal);
  }
  const person = found.type === 'found' ? found.person : null;
  const issues = await sourceIssues(
    exchange,
    person && !person.restricted ? person.practice : null,
  );
  let patient: Patient | null = null;
  try {
    if (person) {
      const { id } = exchange.store.traced(caller.host.key, caller.userKey, searched);
      patient = { ...person.patient, id };
    }
    exchange.store.audit([
      auditEntry({
        kind: 'trace',
        caller,
        base,
        recorded: exchange.clock().toISOString(),
        patientKey: exchange.store.patientKey(person?.current ?? searched),
        patientReference: patient?.id
          ? `Patient/${patient.id}`
          : `${caller.host.fhirBase}/Patient/${caller.patient.hostId}`,
        details: { found: person ? '1' : '0' },
      }),
    ]);
  } catch {
    return refusalResponse(unavailable('record', 'The trace could not be recorded.').refusal);
  }
  const bundle: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: patient ? 1 : 0,
    entry: [
      ...(patient?.id
        ? [
            {
              fullUrl: `${base}/Patient/${patient.id}`,
              resource: patient,
              search: { mode: 'match' as const },
            },
          ]
        : []),
      {
        resource: { resourceType: 'OperationOutcome', issue: issues },
        search: { mode: 'outcome' },
      },
    ],
  };
  return fhirResponse(bundle);
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
