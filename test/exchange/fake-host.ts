/** A small strict SMART host for these tests: introspection with client assertions, and reads. */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { FhirResource } from 'fhir/r4';
import type { ExchangeHost } from '../../mocks/exchange/options.ts';

export const hostOrigin = 'https://host.test';
export const fhirBase = `${hostOrigin}/fhir`;

/** The exchange's entry for this host. */
export const exchangeHost: ExchangeHost = {
  key: 'gp',
  issuer: fhirBase,
  fhirBase,
  introspectionEndpoint: `${hostOrigin}/introspect`,
  introspection: 'private-key-jwt',
  clientIds: ['ocs-launch', 'other-app'],
  nhsNumberSystems: ['https://fhir.nhs.uk/Id/nhs-number'],
  roleMap: { 'ED-REG': 'R8000', 'WARD-CLERK': 'R8008' },
  sandbox: false,
};

/** What introspection answers for a token; `exp` in seconds. */
export type TokenAnswer = {
  readonly active?: boolean;
  readonly client_id?: string;
  readonly exp?: number;
  readonly patient?: string;
  readonly sub?: string;
  readonly fhirUser?: string;
  readonly encounter?: string;
  readonly fhirContext?: unknown;
};

export type FakeHost = {
  readonly fetch: typeof fetch;
  readonly tokens: Map<string, TokenAnswer>;
  readonly resources: Map<string, FhirResource>;
  /** Every URL asked for, in order. */
  readonly asked: string[];
  /** Set after the exchange has started. */
  trust: (jwks: JSONWebKeySet) => void;
  down: boolean;
};

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

/** Makes a host that holds the given resources by `Type/id`. */
export function createFakeHost(resources: readonly FhirResource[]): FakeHost {
  let keySet: JSONWebKeySet = { keys: [] };
  const host: FakeHost = {
    tokens: new Map(),
    resources: new Map(resources.map((one) => [`${one.resourceType}/${one.id ?? ''}`, one])),
    asked: [],
    down: false,
    trust: (jwks) => {
      keySet = jwks;
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      host.asked.push(request.url);
      if (host.down) throw new TypeError('connection refused');
      if (url.href === exchangeHost.introspectionEndpoint) return introspect(request);
      return read(request, url);
    },
  };

  async function introspect(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    try {
      await jwtVerify(form.get('client_assertion') ?? '', createLocalJWKSet(keySet), {
        issuer: 'ocs-exchange',
        subject: 'ocs-exchange',
        audience: exchangeHost.introspectionEndpoint,
        clockTolerance: '100 years',
      });
    } catch {
      return json({ error: 'invalid_client' }, 401);
    }
    const answer = host.tokens.get(form.get('token') ?? '');
    return json(answer === undefined ? { active: false } : { active: true, ...answer });
  }

  function read(request: Request, url: URL): Response {
    const token = (request.headers.get('authorization') ?? '').slice('Bearer '.length);
    const answer = host.tokens.get(token);
    if (answer === undefined || answer.active === false) return json({}, 401);
    const path = url.href.slice(fhirBase.length + 1);
    if (path.startsWith('PractitionerRole?')) {
      const practitioner = url.searchParams.get('practitioner');
      const found = [...host.resources.values()].filter(
        (one) =>
          one.resourceType === 'PractitionerRole' && one.practitioner?.reference === practitioner,
      );
      const entry = found.map((resource) => ({ resource }));
      return json({ resourceType: 'Bundle', type: 'searchset', entry });
    }
    if (path.startsWith('Patient/') && path !== `Patient/${answer.patient ?? ''}`) {
      return json({}, 403);
    }
    const resource = host.resources.get(path);
    return resource === undefined ? json({}, 404) : json(resource);
  }
  return host;
}
