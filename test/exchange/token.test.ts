import { describe, expect, it } from 'vitest';
import { exchangeHost, fhirBase } from './fake-host.ts';
import type { TokenAnswer } from './fake-host.ts';
import { numbers } from './fixtures.ts';
import { createSetting, refusalOf, traceOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const reads = (setting: Setting) =>
  setting.host.asked.filter((url) => url !== exchangeHost.introspectionEndpoint);

function change(setting: Setting, more: TokenAnswer, without?: keyof TokenAnswer): void {
  const answer = Object.entries({ ...setting.host.tokens.get('gp-ada'), ...more });
  const kept = Object.fromEntries(answer.filter(([member]) => member !== without));
  setting.host.tokens.set('gp-ada', kept);
}

describe('a token', () => {
  it('that the host calls inactive, or does not know, is 401 with a challenge', async () => {
    const setting = await createSetting();
    change(setting, { active: false });
    for (const token of ['gp-ada', 'unknown']) {
      const response = await traceOf(setting, token, numbers.ada);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    expect(reads(setting)).toEqual([]);
  });

  it('that is missing, malformed or of another scheme is 401 without asking the host', async () => {
    const setting = await createSetting();
    for (const authorization of [undefined, 'Basic Z3A6', 'Bearer', 'Bearer a b']) {
      const headers = authorization === undefined ? {} : { authorization };
      const request = () =>
        new Request('https://exchange.test/gp/fhir/Consent?patient=1&status=active', { headers });
      const response = await setting.exchange.fetch(request());
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
    expect(setting.host.asked).toEqual([]);
  });

  it('that has run out is 401 even where the host still says active', async () => {
    const setting = await createSetting();
    change(setting, { exp: setting.time.now.getTime() / 1000 });
    expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(401);
  });

  for (const member of ['client_id', 'exp', 'patient', 'fhirUser'] as const) {
    it(`without ${member} is 403, and nothing is read`, async () => {
      const setting = await createSetting();
      change(setting, {}, member);
      expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(403);
      expect(reads(setting)).toEqual([]);
    });
  }

  it('whose expiry is no time at all is not taken for one that never ends', async () => {
    const setting = await createSetting();
    for (const exp of [1e300, -1, Number.NaN]) {
      change(setting, { exp });
      expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(503);
    }
  });

  it('of an app this exchange does not serve is 403', async () => {
    const setting = await createSetting();
    change(setting, { client_id: 'someone-else' });
    const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ada));
    expect(refused).toMatchObject({ status: 403, reason: 'client' });
  });

  const outside = [
    'https://evil.test/fhir/Practitioner/gp-one',
    'https://host.test/fhir-evil/Practitioner/gp-one',
    'https://host.test/fhir/../admin/Practitioner/gp-one',
    'https://host.test/fhir/Practitioner/..',
    'https://host.test/fhir/Practitioner/gp-one?x=1',
    'https://host.test/fhir/Patient/host-ada',
    'http://host.test/fhir/Practitioner/gp-one',
    '//evil.test/Practitioner/gp-one',
  ];
  for (const fhirUser of outside) {
    it(`whose fhirUser is ${fhirUser} is 403 without a fetch`, async () => {
      const setting = await createSetting();
      change(setting, { fhirUser });
      const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ada));
      expect(refused).toMatchObject({ status: 403, reason: 'fhir-user' });
      expect(reads(setting)).toEqual([]);
    });
  }

  it('may name its user relatively, or as one role', async () => {
    const setting = await createSetting();
    for (const fhirUser of ['Practitioner/gp-one', `${fhirBase}/PractitionerRole/role-gp-one`]) {
      change(setting, { fhirUser });
      setting.pass(30_000);
      expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(200);
    }
  });

  it('counts only as the one role it names, though the user holds a clinical one too', async () => {
    const setting = await createSetting();
    const role = setting.host.resources.get('PractitionerRole/role-clerk-six');
    if (role?.resourceType !== 'PractitionerRole') throw new Error('no such role');
    const desk = { ...role, id: 'desk', practitioner: { reference: 'Practitioner/gp-one' } };
    setting.host.resources.set('PractitionerRole/desk', desk);
    change(setting, { fhirUser: `${fhirBase}/PractitionerRole/desk` });
    const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ada));
    expect(refused).toMatchObject({ status: 403, reason: 'wrong-role' });
  });
});

describe('introspection', () => {
  it('that does not answer shuts the exchange with 503', async () => {
    const setting = await createSetting();
    setting.host.down = true;
    const response = await traceOf(setting, 'gp-ada', numbers.ada);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
  });

  it('that refuses the exchange’s own credential shuts it with 503', async () => {
    const setting = await createSetting();
    setting.host.trust({ keys: [] });
    expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(503);
  });

  it('is asked once in thirty seconds, and then again', async () => {
    const setting = await createSetting();
    const asked = () =>
      setting.host.asked.filter((url) => url === exchangeHost.introspectionEndpoint).length;
    await traceOf(setting, 'gp-ada', numbers.ada);
    setting.pass(29_999);
    await traceOf(setting, 'gp-ada', numbers.ada);
    expect(asked()).toBe(1);
    change(setting, { active: false });
    setting.pass(1);
    expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(401);
    expect(asked()).toBe(2);
  });

  it('with the presented token is only for hosts marked as sandbox', async () => {
    const host = { ...exchangeHost, introspection: 'presented-token' as const };
    const setting = await createSetting({ hosts: [host] });
    expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(503);
    expect(setting.host.asked).toEqual([]);
  });
});

describe('roles', () => {
  it('of a host without national codes count through its map only', async () => {
    const setting = await createSetting();
    const role = setting.host.resources.get('PractitionerRole/role-gp-one');
    if (role?.resourceType !== 'PractitionerRole') throw new Error('no such role');
    const statuses: number[] = [];
    for (const code of ['ED-REG', 'WARD-CLERK', 'DOCTOR', 'constructor']) {
      const own = { ...role, code: [{ coding: [{ system: 'https://epr.test/jobs', code }] }] };
      setting.host.resources.set('PractitionerRole/role-gp-one', own);
      setting.pass(30_000);
      statuses.push((await traceOf(setting, 'gp-ada', numbers.ada)).status);
    }
    expect(statuses).toEqual([200, 403, 403, 403]);
  });

  it('that the host has ended do not count', async () => {
    const setting = await createSetting();
    const role = setting.host.resources.get('PractitionerRole/role-gp-one');
    if (role?.resourceType !== 'PractitionerRole') throw new Error('no such role');
    const ended = { ...role, period: { end: '2026-01-01' } };
    setting.host.resources.set('PractitionerRole/role-gp-one', ended);
    expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(403);
  });
});

describe('a trace', () => {
  it('for another NHS number than the token’s patient’s is 403 REQUEST_UNMATCHED, and recorded', async () => {
    const setting = await createSetting();
    const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ben));
    expect(refused).toEqual({ status: 403, reason: 'other-number', spine: 'REQUEST_UNMATCHED' });
    const [event] = await setting.events();
    expect(event).toMatchObject({ type: 'refused', user: 'Sam Patel', outcome: '8' });
  });

  it('gives the same user the same opaque id, and another user another', async () => {
    const setting = await createSetting();
    const first = await tracedId(setting, 'gp-ada', numbers.ada);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await tracedId(setting, 'gp-ada', numbers.ada)).toBe(first);
    expect(await tracedId(setting, 'nurse-ada', numbers.ada)).not.toBe(first);
  });

  it('is in the trail each time, without an NHS number anywhere in it', async () => {
    const setting = await createSetting();
    await tracedId(setting, 'gp-ada', numbers.ada);
    await tracedId(setting, 'gp-ada', numbers.ada);
    const events = await setting.events();
    expect(events.map(({ type }) => type)).toEqual(['trace', 'trace']);
    expect(JSON.stringify(events)).not.toContain(numbers.ada);
  });
});
