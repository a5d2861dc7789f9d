import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost } from '../../mocks/ehr/host.ts';
import type { HostOptions } from '../../mocks/ehr/types.ts';
import type { HostKey } from '../../mocks/scenarios/types.ts';
import { startExchangeKeys } from './exchange-keys.ts';
import { people, staff } from './people.ts';

export const appOrigin = 'http://127.0.0.1:4601';

/** The scopes the app asks for (smart.md). */
export const appScopes =
  'launch openid fhirUser online_access patient/Patient.rs patient/Encounter.rs ' +
  'user/Practitioner.rs user/PractitionerRole.rs user/Organization.rs';

export type HostUnderTest = Awaited<ReturnType<typeof startHost>>;

/** A sandbox host on a real port, with the test's own few people, and an exchange's key server. */
export async function startHost(changes: Partial<HostOptions> = {}) {
  const keys = await startExchangeKeys();
  const holder: { listener?: Awaited<ReturnType<typeof createHost>>['listener'] } = {};
  const server = createServer((req, res) => holder.listener?.(req, res));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host = await createHost({
    origin,
    appOrigin,
    exchangeOrigin: keys.origin,
    scenarios: people,
    users: staff,
    ...changes,
  });
  holder.listener = host.listener;
  return {
    origin,
    keys,
    base: (key: HostKey) => `${origin}/${key}/fhir`,
    issuer: (key: HostKey) => `${origin}/${key}/auth`,
    stop: async () => {
      await host.close();
      await keys.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Presses "Care Summary" on the host's screen; the app's launch address comes back. */
export async function pressLaunch(
  host: HostUnderTest,
  fields: { key?: HostKey; user: string; patient: string; variant?: string },
): Promise<Response> {
  const { key = 'gp', user, patient, variant = '' } = fields;
  return fetch(`${host.origin}/${key}/launch`, {
    method: 'POST',
    body: new URLSearchParams({ user, patient, variant }),
    redirect: 'manual',
  });
}

export async function launchId(
  host: HostUnderTest,
  fields: { key?: HostKey; user: string; patient: string },
): Promise<string> {
  const response = await pressLaunch(host, fields);
  return new URL(response.headers.get('location') ?? '').searchParams.get('launch') ?? '';
}

export function pkce() {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, challenge };
}

/** An authorisation request as the app makes it; `change` alters or (undefined) drops parameters. */
export async function authorise(
  host: HostUnderTest,
  launch: string,
  change: Readonly<Record<string, string | undefined>> = {},
  key: HostKey = 'gp',
  cookie = '',
) {
  const { verifier, challenge } = pkce();
  const query: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'ocs-launch',
    redirect_uri: `${appOrigin}/index.html`,
    scope: appScopes,
    state: 'a-state',
    nonce: 'a-nonce',
    aud: host.base(key),
    launch,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  };
  const url = new URL(`${host.issuer(key)}/auth`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
  const location = response.headers.get('location');
  const answer = location === null ? undefined : new URL(location).searchParams;
  return { response, answer, verifier, code: answer?.get('code') ?? '' };
}

export async function redeem(
  host: HostUnderTest,
  fields: Readonly<Record<string, string>>,
  key: HostKey = 'gp',
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await fetch(`${host.issuer(key)}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ client_id: 'ocs-launch', ...fields }),
  });
  return { response, body: (await response.json()) as Record<string, unknown> };
}

/** The whole flow from the button to the token response. */
export async function signIn(
  host: HostUnderTest,
  who: { key?: HostKey; user: string; patient: string; scope?: string },
) {
  const key = who.key ?? 'gp';
  const launch = await launchId(host, who);
  const { code, verifier } = await authorise(
    host,
    launch,
    who.scope === undefined ? {} : { scope: who.scope },
    key,
  );
  const { response, body } = await redeem(
    host,
    {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${appOrigin}/index.html`,
    },
    key,
  );
  return { response, body, code, verifier, token: String(body['access_token']) };
}

/** A FHIR request with the token; the body is parsed whatever the status. */
export async function fhir(
  host: HostUnderTest,
  path: string,
  token?: string,
  init: RequestInit = {},
  key: HostKey = 'gp',
) {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(`${host.base(key)}/${path}`, { ...init, headers });
  return { response, body: (await response.json()) as Record<string, unknown> };
}
