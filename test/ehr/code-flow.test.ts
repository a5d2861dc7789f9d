import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appOrigin,
  appScopes,
  authorise,
  fhir,
  launchId,
  pressLaunch,
  redeem,
  signIn,
  startHost,
} from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let host: HostUnderTest;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.stop());

const doctor = { user: 'doctor', patient: 'pat-one' };

describe('a launch that is in order', () => {
  it('opens the app with this system as iss and an opaque launch id', async () => {
    const response = await pressLaunch(host, doctor);
    const location = new URL(response.headers.get('location') ?? '');
    expect(response.status).toBe(303);
    expect(location.origin + location.pathname).toBe(`${appOrigin}/launch.html`);
    expect([...location.searchParams.keys()]).toEqual(['iss', 'launch']);
    expect(location.searchParams.get('iss')).toBe(host.base('gp'));
    expect(location.href).not.toMatch(/pat-one|doctor|999\d{7}/);
  });

  it('returns code, state and the issuer to the registered address', async () => {
    const { response, answer } = await authorise(host, await launchId(host, doctor));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(`${appOrigin}/index.html?`);
    expect(answer?.get('state')).toBe('a-state');
    expect(answer?.get('iss')).toBe(host.issuer('gp'));
  });

  it('tells the app the patient, the encounter, the user and what was granted', async () => {
    const { body, response } = await signIn(host, doctor);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(body).toMatchObject({
      token_type: 'Bearer',
      patient: 'pat-one',
      encounter: 'enc-one',
      need_patient_banner: true,
      fhirUser: `${host.base('gp')}/Practitioner/prac-doctor`,
    });
    expect(String(body['scope']).split(' ').sort()).toEqual(appScopes.split(' ').sort());
    expect(body).not.toHaveProperty('smart_style_url');
  });

  it('leaves the banner to the EPR, whose own banner stays on screen', async () => {
    const { body } = await signIn(host, { key: 'epr', user: 'registrar', patient: 'pat-two' });
    expect(body).toMatchObject({ patient: 'pat-two', need_patient_banner: false });
    expect(body).not.toHaveProperty('encounter');
  });

  it.each([
    ['gp', 'doctor', 'RS256'],
    ['epr', 'registrar', 'ES256'],
  ] as const)('signs the id_token of %s so that its keys verify it', async (key, user, alg) => {
    const { body } = await signIn(host, { key, user, patient: 'pat-one' });
    const keys = createRemoteJWKSet(new URL(`${host.issuer(key)}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(String(body['id_token']), keys, {
      issuer: host.issuer(key),
      audience: 'ocs-launch',
    });
    expect(protectedHeader.alg).toBe(alg);
    expect(payload).toMatchObject({
      sub: `prac-${user}`,
      nonce: 'a-nonce',
      fhirUser: `${host.base(key)}/Practitioner/prac-${user}`,
    });
  });

  it('names the role, not the person, in a session with several roles', async () => {
    const { body } = await signIn(host, { user: 'two-hats:role-ooh', patient: 'pat-one' });
    expect(body['fhirUser']).toBe(`${host.base('gp')}/PractitionerRole/role-ooh`);
  });

  it('names the person alone where the session has none of their roles', async () => {
    const { body } = await signIn(host, { user: 'two-hats', patient: 'pat-one' });
    expect(body['fhirUser']).toBe(`${host.base('gp')}/Practitioner/prac-two-hats`);
  });

  it('keeps two launches of one user apart, each with its own patient', async () => {
    const first = await signIn(host, doctor);
    const second = await signIn(host, { ...doctor, patient: 'pat-two' });
    const reads = await Promise.all([
      fhir(host, 'Patient/pat-one', first.token),
      fhir(host, 'Patient/pat-two', second.token),
    ]);
    expect(reads.map(({ response }) => response.status)).toEqual([200, 200]);
  });
});

describe('one browser', () => {
  const open = async (who: { user: string; patient: string }, cookie = '') => {
    const { code, verifier, response } = await authorise(
      host,
      await launchId(host, who),
      {},
      'gp',
      cookie,
    );
    const { body } = await redeem(host, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${appOrigin}/index.html`,
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return { body, token: String(body['access_token']), cookie: cookies.join('; ') };
  };

  it('may launch again, as someone else, and the first tab’s token goes on working', async () => {
    const first = await open(doctor);
    const second = await open({ user: 'two-hats:role-gp', patient: 'pat-two' }, first.cookie);
    expect(second.body).toMatchObject({ patient: 'pat-two' });
    expect((await fhir(host, 'Patient/pat-one', first.token)).response.status).toBe(200);
    expect((await fhir(host, 'Patient/pat-two', second.token)).response.status).toBe(200);
    const refreshed = await redeem(host, {
      grant_type: 'refresh_token',
      refresh_token: String(first.body['refresh_token']),
    });
    expect(refreshed.body).toMatchObject({ patient: 'pat-one' });
  });
});

describe('what is granted', () => {
  it('is the overlap with what the user holds, and the response says so', async () => {
    const { body, token } = await signIn(host, { user: 'receptionist', patient: 'pat-one' });
    expect(String(body['scope']).split(' ').sort()).toEqual(
      ['fhirUser', 'launch', 'openid', 'user/Practitioner.rs'].sort(),
    );
    expect(body).not.toHaveProperty('refresh_token');
    expect((await fhir(host, 'Patient/pat-one', token)).response.status).toBe(403);
    expect((await fhir(host, 'Practitioner/prac-receptionist', token)).response.status).toBe(200);
  });

  it('narrows a wildcard to what the user holds', async () => {
    const { body } = await signIn(host, { ...doctor, scope: 'launch openid patient/*.cruds' });
    expect(String(body['scope']).split(' ').sort()).toEqual(
      ['launch', 'openid', 'patient/Encounter.rs', 'patient/Patient.rs'].sort(),
    );
  });

  it('speaks SMART v1 to an app that does', async () => {
    const { body, token } = await signIn(host, {
      ...doctor,
      scope: 'launch openid patient/Patient.read',
    });
    expect(body['scope']).toBe('launch openid patient/Patient.read');
    expect(body).not.toHaveProperty('fhirUser');
    expect((await fhir(host, 'Patient/pat-one', token)).response.status).toBe(200);
  });
});

describe('refresh tokens', () => {
  it('are rotated; the launch context comes along; an old one ends the whole grant', async () => {
    const { body, token } = await signIn(host, doctor);
    const old = String(body['refresh_token']);
    const fresh = await redeem(host, { grant_type: 'refresh_token', refresh_token: old });
    expect(fresh.body).toMatchObject({ patient: 'pat-one', need_patient_banner: true });
    expect(fresh.body['refresh_token']).not.toBe(old);
    expect(fresh.body['access_token']).not.toBe(token);

    const replay = await redeem(host, { grant_type: 'refresh_token', refresh_token: old });
    expect(replay.response.status).toBe(400);
    expect(replay.body['error']).toBe('invalid_grant');
    const after = await fhir(host, 'Patient/pat-one', String(fresh.body['access_token']));
    expect(after.response.status).toBe(401);
  });
});
