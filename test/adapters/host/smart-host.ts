/** A SMART host made of one Fetch function, with every answer open to change by a test. */
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { expect } from 'vitest';
import { deferred, type Deferred } from './deferred.ts';
import type { HostSettings } from '../../../src/adapters/settings.ts';

export const base = 'https://ehr.example/fhir';
export const authority = 'https://login.ehr.example';

export const settings: HostSettings = {
  issuer: base,
  clientId: 'care-summary',
  redirectUri: 'https://app.example/index.html',
  scope: 'launch openid fhirUser online_access patient/Patient.rs user/Practitioner.rs',
  requiredScopes: ['patient/Patient.r'],
  nhsNumber: { from: 'identifier', systems: ['https://fhir.nhs.uk/Id/nhs-number'] },
  timeoutMs: 2_000,
};

type Json = Record<string, unknown>;
type Answer = (request: Request) => Response | Promise<Response>;

export type SmartHost = {
  readonly fetch: typeof globalThis.fetch;
  /** `GET https://…`, in the order they came. */
  readonly asked: string[];
  readonly requests: Request[];
  /** Bodies of the posts to the token endpoint. */
  readonly tokenPosts: URLSearchParams[];
  readonly revoked: string[];
  /** Settles once two tokens were given back. */
  readonly bothRevoked: Deferred<undefined>;
  readonly discovery: Json;
  /** What the token endpoint answers; `id_token` is added where `idToken` gives one. */
  readonly tokenResponse: Json;
  /** Claims over the right ones. */
  readonly claims: JWTPayload;
  /** Makes the id_token; replace for a wrong one. */
  idToken: (right: JWTPayload) => Promise<string | null>;
  readonly keys: JSONWebKeySet;
  readonly resources: Record<string, Json>;
  /** Answers in place of the usual ones, by address without query. */
  readonly instead: Map<string, Answer>;
  /** The nonce of the launch that is being answered. */
  nonce: string;
};

export const signing = await generateKeyPair('RS256', { extractable: true });
const publicKey = { ...(await exportJWK(signing.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };

/** Signs claims as the host would, or as someone else with `key` and `alg`. */
export function sign(
  claims: JWTPayload,
  key: CryptoKey = signing.privateKey,
  header: { readonly alg: string; readonly kid: string } = { alg: 'RS256', kid: 'k1' },
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}

export function smartHost(now: () => Date): SmartHost {
  const host: SmartHost = {
    asked: [],
    requests: [],
    tokenPosts: [],
    revoked: [],
    bothRevoked: deferred(),
    nonce: '',
    discovery: {
      issuer: authority,
      jwks_uri: `${authority}/jwks`,
      authorization_endpoint: `${authority}/authorize`,
      token_endpoint: `${authority}/token`,
      revocation_endpoint: `${authority}/revoke`,
      code_challenge_methods_supported: ['S256'],
    },
    tokenResponse: {
      access_token: 'access-1',
      refresh_token: 'refresh-1',
      token_type: 'Bearer',
      expires_in: 3600,
      scope: settings.scope,
      patient: 'p-1',
    },
    claims: {},
    idToken: (right) => sign(right),
    keys: { keys: [publicKey] },
    resources: sampleResources(),
    instead: new Map(),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const address = request.url.split('?')[0] ?? '';
      host.asked.push(`${request.method} ${request.url}`);
      host.requests.push(request.clone());
      const answer = host.instead.get(address);
      if (answer) return answer(request);
      return (await usual(host, request, address, now)) ?? unexpected(request);
    },
  };
  return host;
}

async function usual(
  host: SmartHost,
  request: Request,
  address: string,
  now: () => Date,
): Promise<Response | null> {
  if (address === `${base}/.well-known/smart-configuration`) return Response.json(host.discovery);
  if (address === `${authority}/jwks`) return Response.json(host.keys);
  if (address === `${authority}/token`) return token(host, request, now);
  if (address === `${authority}/revoke`) {
    host.revoked.push(new URLSearchParams(await request.text()).get('token') ?? '');
    if (host.revoked.length === 2) host.bothRevoked.resolve(undefined);
    return new Response(null);
  }
  const resource = host.resources[request.url.slice(base.length + 1)];
  if (resource === undefined) return null;
  expect(request.headers.get('authorization'), 'reads carry the token').toMatch(/^Bearer access-/);
  return Response.json(resource);
}

async function token(host: SmartHost, request: Request, now: () => Date): Promise<Response> {
  host.tokenPosts.push(new URLSearchParams(await request.text()));
  const seconds = Math.floor(now().getTime() / 1000);
  const idToken = await host.idToken({
    iss: authority,
    aud: settings.clientId,
    sub: 'u-1',
    iat: seconds,
    exp: seconds + 300,
    nonce: host.nonce,
    fhirUser: `${base}/Practitioner/dr-1`,
    ...host.claims,
  });
  return Response.json({
    ...host.tokenResponse,
    ...(idToken === null ? {} : { id_token: idToken }),
  });
}

function unexpected(request: Request): never {
  const { origin, pathname } = new URL(request.url);
  throw new Error(`no answer for ${request.method} ${origin}${pathname}`);
}

function sampleResources(): Record<string, Json> {
  const role = {
    resourceType: 'PractitionerRole',
    id: 'role-1',
    practitioner: { reference: 'Practitioner/dr-1' },
    organization: { reference: `${base}/Organization/org-1` },
    code: [{ text: 'Emergency registrar' }],
  };
  return {
    'Patient/p-1': {
      resourceType: 'Patient',
      id: 'p-1',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
      name: [{ family: 'Testpatient', given: ['Ada'] }],
      birthDate: '1945-07-14',
    },
    'Practitioner/dr-1': {
      resourceType: 'Practitioner',
      id: 'dr-1',
      name: [{ text: 'Dr Sam Test', family: 'Test', given: ['Sam'] }],
    },
    'PractitionerRole?practitioner=Practitioner%2Fdr-1&_count=50': {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: role }],
    },
    'PractitionerRole/role-1': role,
    'Organization/org-1': {
      resourceType: 'Organization',
      id: 'org-1',
      name: 'Test Hospitals',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'RT1' }],
    },
  };
}
