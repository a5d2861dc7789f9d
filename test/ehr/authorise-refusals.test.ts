import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appOrigin,
  authorise,
  fhir,
  launchId,
  pkce,
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

describe('an authorisation request is refused', () => {
  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['with a plain PKCE challenge', { code_challenge_method: 'plain' }],
    ['with a challenge of no stated method', { code_challenge_method: undefined }],
    ['without a launch', { launch: undefined }],
    ['with a launch nobody made', { launch: 'made-up' }],
  ])('%s', async (_case, change) => {
    const { answer } = await authorise(host, await launchId(host, doctor), change);
    expect(answer?.get('error')).toBe('invalid_request');
    expect(answer?.get('state')).toBe('a-state');
    expect(answer?.get('code')).toBeNull();
  });

  it.each([
    ['without a state', { state: undefined }],
    ['with an empty state', { state: '' }],
    ['with its answer in the fragment', { response_mode: 'fragment' }],
    ['with its answer in a form', { response_mode: 'form_post' }],
    ['without a redirect address', { redirect_uri: undefined }],
  ])('%s, and no code goes anywhere', async (_case, change) => {
    const { response } = await authorise(host, await launchId(host, doctor), change);
    const said = `${response.headers.get('location') ?? ''} ${await response.text()}`;
    expect(said).toContain('invalid_request');
    expect(said).not.toMatch(/[?&#"]code[="]/);
  });

  it('without the scope that asks for the launch context', async () => {
    const { answer } = await authorise(host, await launchId(host, doctor), { scope: 'openid' });
    expect(answer?.get('error')).toBe('invalid_scope');
  });

  it('where the user may grant nothing of what was asked', async () => {
    const launch = await launchId(host, { user: 'receptionist', patient: 'pat-one' });
    const { answer } = await authorise(host, launch, {
      scope: 'openid launch user/Claim.rs',
    });
    expect(answer?.get('code')).not.toBeNull();
    const nothing = await authorise(host, await launchId(host, doctor), { scope: 'user/Claim.rs' });
    expect(nothing.answer?.get('code')).toBeNull();
  });

  it.each([
    ['another server', 'https://fhir.example.org/r4'],
    ['the other host here', undefined],
    ['the right one with a slash', 'slash'],
  ])('with an aud that is %s', async (_case, aud) => {
    const wrong = aud === 'slash' ? `${host.base('gp')}/` : (aud ?? host.base('epr'));
    const launch = await launchId(host, doctor);
    const { answer } = await authorise(host, launch, { aud: wrong });
    expect(answer?.get('error')).toBe('invalid_target');
    // The launch is still good: it was not used for a request that was never meant for us.
    expect((await authorise(host, launch)).code).not.toBe('');
  });

  it('for a launch made at the other host', async () => {
    const launch = await launchId(host, { key: 'epr', user: 'registrar', patient: 'pat-one' });
    expect((await authorise(host, launch)).answer?.get('error')).toBe('invalid_request');
  });

  it('the second time a launch is used', async () => {
    const launch = await launchId(host, doctor);
    expect((await authorise(host, launch)).code).not.toBe('');
    const again = await authorise(host, launch);
    expect(again.answer?.get('error')).toBe('invalid_request');
    expect(again.code).toBe('');
  });

  it.each([
    ['an unknown client', { client_id: 'someone-else' }],
    ['no redirect address', { redirect_uri: undefined }],
    ['an unregistered path', { redirect_uri: `${appOrigin}/other.html` }],
    ['another origin', { redirect_uri: 'https://evil.example.org/index.html' }],
    ['the exchange, which may not sign anyone in', { client_id: 'ocs-exchange' }],
  ])('for %s without being sent anywhere', async (_case, change) => {
    const { response } = await authorise(host, await launchId(host, doctor), change);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('and its page escapes what the URL said', async () => {
    const { response } = await authorise(host, 'x', { client_id: '<script>alert(1)</script>' });
    expect(await response.text()).not.toContain('<script>');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  });
});

describe('a launch', () => {
  it('expires after two minutes', async () => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const timed = await startHost({ now: () => now });
    const inTime = await launchId(timed, doctor);
    const late = await launchId(timed, doctor);
    now += 119_000;
    expect((await authorise(timed, inTime)).code).not.toBe('');
    now += 2_000;
    expect((await authorise(timed, late)).answer?.get('error')).toBe('invalid_request');
    await timed.stop();
  });
});

describe('a code is refused', () => {
  const redeemWith = async (change: Readonly<Record<string, string>>, key: 'gp' | 'epr' = 'gp') => {
    const { code, verifier } = await authorise(host, await launchId(host, doctor));
    const fields = {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${appOrigin}/index.html`,
      ...change,
    };
    return redeem(host, fields, key);
  };

  it('without its redirect address', async () => {
    const { response, body } = await redeemWith({ redirect_uri: '' });
    expect([response.status, body['error']]).toEqual([400, 'invalid_request']);
    expect(body).not.toHaveProperty('access_token');
  });

  it.each([
    ['with another verifier', { code_verifier: pkce().verifier }],
    ['for another redirect address', { redirect_uri: `${appOrigin}/launch.html` }],
    ['that was never issued', { code: 'made-up' }],
  ])('%s', async (_case, change) => {
    const { response, body } = await redeemWith(change);
    expect([response.status, body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('at the other host', async () => {
    const { response, body } = await redeemWith({}, 'epr');
    expect([response.status, body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('for a client that is not known', async () => {
    const { response, body } = await redeemWith({ client_id: 'someone-else' });
    expect([response.status, body['error']]).toEqual([401, 'invalid_client']);
  });

  it('the second time, and the token it gave stops working', async () => {
    const { code, verifier, token } = await signIn(host, doctor);
    expect((await fhir(host, 'Patient/pat-one', token)).response.status).toBe(200);
    const again = await redeem(host, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${appOrigin}/index.html`,
    });
    expect(again.body['error']).toBe('invalid_grant');
    expect((await fhir(host, 'Patient/pat-one', token)).response.status).toBe(401);
  });
});
