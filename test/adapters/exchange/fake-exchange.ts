/** An exchange of one handler, and the lines of a small summary. */
import { createExchange } from '../../../src/adapters/exchange/exchange.ts';
import { receiptOf } from '../../../src/domain/access.ts';
import type { UserRole } from '../../../src/domain/user.ts';
import { exchangeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';
import type { SummaryEvent } from '../../../src/flow/ports.ts';
import type { Clinician, Verified } from '../../../src/flow/state.ts';
import {
  composition,
  lastLine,
  organisationLine,
  outcome,
  patientLine,
  section,
  sections,
  subject,
  traced,
} from '../../fhir/summary/sample.ts';

export const base = 'https://exchange.test/gp/fhir';
export const requestId = 'a1b2c3d4-0000-4000-8000-000000000001';
export const ref = traced.ref;
export const terms = { url: 'https://ocs.test/terms', version: '2026-11', putOffDays: 14 };
export const own = { system: identifierSystem.gmc, value: '9900017' };
const role: UserRole = { id: 'r1', codes: [], text: 'GP', organisation: null };
export const clinician: Clinician = {
  user: {
    fhirUser: 'https://host.test/fhir/Practitioner/p1',
    displayName: 'Dr Sam Patel',
    names: [],
    birthDate: null,
    nhsNumber: null,
    identifier: own,
    registration: own,
    roles: [role],
  },
  roles: [role],
};
// Only what the exchange is asked about is read of it.
export const verified = {
  patient: { ref, nhsNumber: traced.nhsNumber, restricted: 'none' },
} as Verified;
export const receipt = (basis: 'permission' | 'break-glass', until: string | null = null) =>
  receiptOf({
    ...{ consentId: 'c1', decisionId: 'd1', patient: ref, user: clinician.user.fhirUser },
    ...{ basis, recordedAt: '2026-11-22T10:00:00Z', until },
  });

export type Handler = (request: Request) => Response | Promise<Response>;

export function exchange(
  handler: Handler,
  more: {
    token?: string | null;
    maxBytes?: number;
    category?: boolean;
    ahead?: () => Response | Promise<Response>;
  } = {},
) {
  const requests: Request[] = [];
  /** Asked ahead of time, with no other purpose than the browser's permission. */
  const ahead: Request[] = [];
  const waits: number[] = [];
  let ids = 0;
  const port = createExchange(
    {
      base,
      timeoutMs: 1000,
      maxBytes: more.maxBytes ?? 100_000,
      sendBreakGlassCategory: more.category ?? false,
      attestation: '',
      terms,
    },
    {
      token: () => (more.token === undefined ? 'secret-token' : more.token),
      now: () => new Date('2026-11-22T10:00:00Z'),
      newId: () => `${requestId.slice(0, -1)}${(ids += 1)}`,
      // A wait is over at once; how long it would have been is kept.
      timers: {
        set: (run, afterMs) => {
          waits.push(afterMs);
          queueMicrotask(run);
        },
      },
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method === 'OPTIONS') {
          ahead.push(request);
          return more.ahead ? more.ahead() : new Response(null, { status: 204 });
        }
        requests.push(request);
        return handler(request);
      },
    },
  );
  return { port, requests, ahead, waits };
}

export const fhir = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/fhir+json', ...headers },
  });
export const refusal = (code: string, status = 403, system: string = exchangeSystem.spine) =>
  fhir(
    {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', details: { coding: [{ system, code }] } }],
    },
    status,
  );
/** Refused by one of the exchange's own rules. */
export const ruled = (code: string, status = 403) => refusal(code, status, ocs.accessEvent);
export const searchset = (resources: readonly object[] = []) =>
  fhir({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
  });

export function stream(
  chunks: readonly (string | Uint8Array)[],
  type = 'application/fhir+ndjson',
  breaks = false,
) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      if (breaks) controller.error(new TypeError('connection lost'));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

export async function retrieved(
  handler: Handler,
  more: Parameters<typeof exchange>[1] & { basis?: 'permission' | 'break-glass' } = {},
) {
  const { port, requests } = exchange(handler, more);
  const events: SummaryEvent[] = [];
  const { signal } = new AbortController();
  await port.retrieve(
    verified,
    receipt(more.basis ?? 'permission'),
    (event) => events.push(event),
    signal,
  );
  return { events, last: events.at(-1), requests };
}

export const condition = {
  resourceType: 'Condition',
  id: 'c1',
  subject,
  code: { text: 'Ménière’s disease' },
};
export const commit = composition([section(sections.problems, ['Condition/c1'])]);
export const line = (resource: unknown) => `${JSON.stringify(resource)}\n`;
export const whole = [
  patientLine,
  organisationLine,
  condition,
  commit,
  outcome('answered'),
  lastLine,
].map(line);
export const itemsIn = (events: readonly SummaryEvent[]) =>
  events.flatMap((event) => (event.type === 'part' ? event.part.items : []));
