import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForeignHost, type ForeignHost } from '../journeys/foreign-host.ts';
import { appOrigin, appScopes, pkce, startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let upstream: HostUnderTest;
let foreign: ForeignHost;
beforeAll(async () => {
  upstream = await startHost();
  foreign = await startForeignHost({ upstream: `${upstream.origin}/open/fhir`, appOrigin });
});
afterAll(async () => {
  await foreign.close();
  await upstream.stop();
});

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

async function signIn(change: Readonly<Record<string, string>> = {}) {
  const launch = new URL(foreign.launchUrl('pat-one', 'prac-doctor')).searchParams;
  const configuration = await json(
    await fetch(`${foreign.issuer}/.well-known/smart-configuration`),
  );
  const { verifier, challenge } = pkce();
  const redirect_uri = `${appOrigin}/index.html`;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'ocs-launch',
    redirect_uri,
    scope: appScopes,
    state: 'a-state-of-22-letters-',
    nonce: 'a-nonce',
    aud: launch.get('iss') ?? '',
    launch: launch.get('launch') ?? '',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  });
  const authorised = await fetch(
    `${String(configuration['authorization_endpoint'])}?${query.toString()}`,
    {
      redirect: 'manual',
    },
  );
  const answer = new URL(authorised.headers.get('location') ?? '').searchParams;
  const redeemed = await fetch(String(configuration['token_endpoint']), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'ocs-launch',
      redirect_uri,
      code: answer.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return { configuration, answer, body: await json(redeemed) };
}

describe('a SMART host that is not ours', () => {
  it('launches on our open data, in its own dialect', async () => {
    const { configuration, answer, body } = await signIn();
    expect(answer.get('iss')).toBe(configuration['issuer']);
    expect(body).toMatchObject({ patient: 'pat-one', need_patient_banner: true });
    expect(body['scope']).toContain('patient/Patient.read');
    expect(body).not.toHaveProperty('refresh_token');
    expect(decodeProtectedHeader(String(body['access_token'])).typ).toBe('at+jwt');
    const keys = createRemoteJWKSet(new URL(String(configuration['jwks_uri'])));
    const { payload } = await jwtVerify(String(body['id_token']), keys, {
      issuer: String(configuration['issuer']),
      audience: 'ocs-launch',
    });
    expect(payload).toMatchObject({ fhirUser: 'Practitioner/prac-doctor', nonce: 'a-nonce' });
  });

  it('lets a presented token vouch for itself, and only a good one', async () => {
    const { body } = await signIn();
    const token = String(body['access_token']);
    const ask = async (bearer: string) =>
      fetch(foreign.introspection, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}` },
        body: new URLSearchParams({ token }),
      });
    expect(await json(await ask(token))).toMatchObject({
      active: true,
      client_id: 'ocs-launch',
      patient: 'pat-one',
      fhirUser: 'Practitioner/prac-doctor',
    });
    expect((await ask('made-up')).status).toBe(401);
  });

  it('stays inside its patient and its scopes', async () => {
    const { body } = await signIn();
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    const status = async (path: string) =>
      (await fetch(`${foreign.issuer}/${path}`, { headers })).status;
    expect(await status('Patient/pat-one')).toBe(200);
    expect(await status('PractitionerRole?practitioner=prac-doctor')).toBe(200);
    expect(await status('Patient/pat-two')).toBe(403);
    expect(await status('Patient')).toBe(403);
    expect(await status('Encounter/enc-two')).toBe(403);
    expect((await fetch(`${foreign.issuer}/Patient/pat-one`)).status).toBe(401);
  });

  it.each([
    { aud: 'https://elsewhere.example.org' },
    { code_challenge_method: 'plain' },
    { launch: 'made-up' },
    { state: 'short' },
  ])('is strict about %j', async (change) => {
    const { answer, body } = await signIn(change);
    expect(answer.get('error')).toBe('invalid_request');
    expect(body['error']).toBe('invalid_grant');
  });
});
