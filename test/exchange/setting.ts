/** One exchange against one fake host, and the calls an app makes, in a test's words. */
import { z } from 'zod';
import { createExchange } from '../../mocks/exchange/exchange.ts';
import type { ExchangeOptions } from '../../mocks/exchange/options.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { createFakeHost, exchangeHost, fhirBase } from './fake-host.ts';
import type { TokenAnswer } from './fake-host.ts';
import { ada, allRecords, ben, quickSources, scenario, staff } from './fixtures.ts';

export const appOrigin = 'https://app.test';
export const base = 'https://exchange.test/gp/fhir';
const start = new Date('2026-11-22T10:00:00Z');

/** Tests read answers loosely and assert on what they find. */
export const bundleShape = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  total: z.number().optional(),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).optional(),
  entry: z
    .array(
      z.looseObject({
        fullUrl: z.string().optional(),
        resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }),
        response: z.object({ status: z.string(), location: z.string() }).optional(),
      }),
    )
    .default([]),
});

export type Setting = Awaited<ReturnType<typeof createSetting>>;

export async function createSetting(more: Partial<ExchangeOptions> = {}) {
  const host = createFakeHost([
    ada,
    ben,
    ...staff('gp-one', { family: 'Patel', given: 'Sam' }, 'S8000:G8000:R8000'),
    ...staff('nurse-two', { family: 'Carver', given: 'Ben' }, 'S8000:G8000:R8001'),
    ...staff('clerk-six', { family: 'Shaw', given: 'Rita' }, 'S8000:G8001:R8009'),
    ...staff('officer-nine', { family: 'Doyle', given: 'Kit' }, 'S8000:G8000:R0001'),
  ]);
  const time = { now: start };
  const token = (name: string, user: string, patientId: string, clientId = 'ocs-launch') =>
    host.tokens.set(name, {
      client_id: clientId,
      exp: start.getTime() / 1000 + 3600,
      patient: patientId,
      sub: `sub-${user}`,
      fhirUser: `${fhirBase}/Practitioner/${user}`,
    });
  token('gp-ada', 'gp-one', 'host-ada');
  token('gp-ben', 'gp-one', 'host-ben');
  token('gp-ada-other-app', 'gp-one', 'host-ada', 'other-app');
  token('nurse-ada', 'nurse-two', 'host-ada');
  token('clerk-ada', 'clerk-six', 'host-ada');
  token('officer-ada', 'officer-nine', 'host-ada');
  const exchange = await createExchange({
    origin: 'https://exchange.test',
    hosts: [exchangeHost],
    appOrigins: [appOrigin],
    databaseFile: ':memory:',
    scenarios: [
      scenario({ key: 'ada', demographics: ada }, allRecords('ada')),
      scenario({ key: 'ben', demographics: ben }, allRecords('ben')),
    ],
    sources: quickSources,
    fetch: host.fetch,
    clock: () => time.now,
    sandbox: true,
    ...more,
  });
  host.trust({ keys: [...exchange.jwks.keys] });
  const call = (token: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return exchange.fetch(new Request(`${base}${path}`, { ...init, headers }));
  };
  return {
    host,
    exchange,
    call,
    time,
    /** Another launch like one there is: a token of its own, with what differs. */
    launch: (name: string, like: string, more: TokenAnswer = {}) => {
      host.tokens.set(name, { ...host.tokens.get(like), ...more });
      return name;
    },
    post: (token: string, body: unknown, headers: Record<string, string> = {}) =>
      call(token, '/AuditEvent', {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', ...headers },
        body: JSON.stringify(body),
      }),
    pass: (ms: number) => {
      time.now = new Date(time.now.getTime() + ms);
    },
    sandbox: (path: string, body: unknown) =>
      exchange.fetch(
        new Request(`https://exchange.test/sandbox/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    events: async () => {
      const response = await exchange.fetch(new Request('https://exchange.test/sandbox/audit'));
      return eventsShape.parse(await response.json()).events;
    },
  };
}

const eventsShape = z.object({
  events: z.array(
    z.object({
      seq: z.number(),
      recorded: z.string(),
      type: z.string(),
      subtype: z.string(),
      outcome: z.string(),
      user: z.string(),
      patient: z.string(),
      detail: z.string(),
      hash: z.string(),
    }),
  ),
});

export const traceOf = (setting: Setting, token: string, nhsNumber: string): Promise<Response> =>
  setting.call(token, '/Patient/_search', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      identifier: `${identifierSystem.nhsNumber}|${nhsNumber}`,
    }).toString(),
  });

/** Traces and returns the opaque id. */
export async function tracedId(
  setting: Setting,
  token: string,
  nhsNumber: string,
): Promise<string> {
  const bundle = bundleShape.parse(await (await traceOf(setting, token, nhsNumber)).json());
  const found = bundle.entry.find(({ resource }) => resource.resourceType === 'Patient');
  return found?.resource.id ?? '';
}

export const summaryOf = (
  setting: Setting,
  token: string,
  patientId: string,
  init: RequestInit = {},
): Promise<Response> => setting.call(token, `/Patient/${patientId}/$summary`, init);

/** The reason code and Spine code of a refusal. */
export async function refusalOf(response: Response) {
  const shape = z.object({
    resourceType: z.literal('OperationOutcome'),
    issue: z.array(
      z.object({ details: z.object({ coding: z.array(z.object({ code: z.string() })) }) }),
    ),
  });
  const { issue } = shape.parse(await response.json());
  const codes = issue[0]?.details.coding.map(({ code }) => code) ?? [];
  return {
    status: response.status,
    reason: codes.at(-1),
    spine: codes.length > 1 ? codes[0] : null,
  };
}
