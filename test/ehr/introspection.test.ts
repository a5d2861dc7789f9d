import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { fhir, redeem, signIn, startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let host: HostUnderTest;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.stop());

const doctor = { user: 'doctor', patient: 'pat-one' };

async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  key: 'gp' | 'epr' = 'gp',
  at: HostUnderTest = host,
) {
  const response = await fetch(`${at.issuer(key)}/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const text = await response.text();
  return { response, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}

async function asExchange(token: string, key: 'gp' | 'epr' = 'gp', at: HostUnderTest = host) {
  return post(
    'token/introspection',
    {
      token,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await at.keys.assertion(`${at.issuer(key)}/token/introspection`),
    },
    key,
    at,
  );
}

describe('introspection', () => {
  it('tells the exchange who, about whom, through which app, and until when', async () => {
    const { token, body } = await signIn(host, doctor);
    const answer = await asExchange(token);
    expect(answer.response.status).toBe(200);
    expect(answer.body).toMatchObject({
      active: true,
      client_id: 'ocs-launch',
      iss: host.issuer('gp'),
      aud: host.base('gp'),
      sub: 'prac-doctor',
      patient: 'pat-one',
      encounter: 'enc-one',
      fhirUser: `${host.base('gp')}/Practitioner/prac-doctor`,
      scope: body['scope'],
    });
    const seconds = Number(answer.body['exp']) - Number(answer.body['iat']);
    expect(seconds).toBe(body['expires_in']);
  });

  it('says who the patient is by identifier, where the host does so in its fhirContext', async () => {
    const other = await startHost({ fhirContext: ['gp'] });
    const { token, body } = await signIn(other, doctor);
    const fhirContext = [
      { type: 'Patient', identifier: { system: identifierSystem.nhsNumber, value: '9990000018' } },
    ];
    expect(body['fhirContext']).toEqual(fhirContext);
    const introspected = await asExchange(token, 'gp', other);
    expect(introspected.body['fhirContext']).toEqual(fhirContext);
    expect((await signIn(host, doctor)).body).not.toHaveProperty('fhirContext');
    await other.stop();
  });

  it('works on a refreshed token', async () => {
    const { body } = await signIn(host, doctor);
    const fresh = await redeem(host, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
    const answer = await asExchange(String(fresh.body['access_token']));
    expect(answer.body).toMatchObject({ active: true, patient: 'pat-one', sub: 'prac-doctor' });
  });

  it('says no more than "not active" of a token it does not know, or of the other host', async () => {
    const { token } = await signIn(host, doctor);
    expect((await asExchange('made-up')).body).toEqual({ active: false });
    expect((await asExchange(token, 'epr')).body).toEqual({ active: false });
  });

  it('is refused to the presented token itself, to the app, and without any credential', async () => {
    const { token } = await signIn(host, doctor);
    const bearer = await fetch(`${host.issuer('gp')}/token/introspection`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams({ token }),
    });
    const app = await post('token/introspection', { token, client_id: 'ocs-launch' });
    const nobody = await post('token/introspection', { token });
    expect([bearer.status, app.response.status, nobody.response.status]).toEqual([400, 401, 400]);
    for (const answer of [await bearer.json(), app.body, nobody.body]) {
      expect(answer).not.toHaveProperty('active');
    }
  });

  it('is refused to an assertion used before, or meant for another server', async () => {
    const { token } = await signIn(host, doctor);
    const client_assertion = await host.keys.assertion(`${host.issuer('gp')}/token/introspection`);
    const fields = {
      token,
      client_assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
    expect((await post('token/introspection', fields)).body).toMatchObject({ active: true });
    expect((await post('token/introspection', fields)).response.status).toBe(401);
    const elsewhere = await host.keys.assertion('https://other.example.org/token');
    const misdirected = { ...fields, client_assertion: elsewhere };
    expect((await post('token/introspection', misdirected)).response.status).toBe(401);
  });
});

describe('revocation', () => {
  it('ends the token at once, here and for the exchange, and its refresh token with it', async () => {
    const { token, body } = await signIn(host, doctor);
    const revoked = await post('token/revocation', { token, client_id: 'ocs-launch' });
    expect(revoked.response.status).toBe(200);
    expect((await asExchange(token)).body).toEqual({ active: false });
    expect((await fhir(host, 'Patient/pat-one', token)).response.status).toBe(401);
    const refresh = await redeem(host, {
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
    expect(refresh.body['error']).toBe('invalid_grant');
  });

  it('leaves another launch alone', async () => {
    const [one, two] = [await signIn(host, doctor), await signIn(host, doctor)];
    await post('token/revocation', { token: one.token, client_id: 'ocs-launch' });
    expect((await asExchange(two.token)).body).toMatchObject({ active: true });
  });
});
