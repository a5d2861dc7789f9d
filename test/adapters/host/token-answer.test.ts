import { tabStorage } from './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ALaunch, aLaunch, type LaunchOptions } from './a-launch.ts';
import { deferred } from './deferred.ts';
import { authority, base, settings } from './smart-host.ts';

const session = {
  patientId: 'p-1',
  encounterId: null,
  needPatientBanner: true,
  nhsNumbersInContext: [],
  reopens: null,
};
let launch: ALaunch;
const start = async (options?: LaunchOptions): Promise<ALaunch> =>
  (launch = await aLaunch(options));
const complete = (): Promise<unknown> => launch.open().complete();

beforeEach(() => start());
afterEach(() => {
  expect(tabStorage, 'what fhirclient wrote to the tab').toEqual({});
});

describe('the token answer', () => {
  it.each([
    ['without a token', { access_token: undefined }],
    ['with an empty token', { access_token: '' }],
    ['with a token that is no text', { access_token: 7 }],
    ['with a token of another kind', { token_type: 'DPoP' }],
    ['with a token of no kind', { token_type: undefined }],
  ])('%s is a failure and no open server', async (_, wrong) => {
    Object.assign(launch.smart.tokenResponse, wrong);
    const host = launch.open();
    expect(await host.complete()).toMatchObject({ type: 'failed' });
    expect(host.accessToken()).toBeNull();
    expect(launch.smart.asked.join()).not.toContain(`${base}/Patient`);
  });

  it('may hold a token with - and _ in it and no expiry', async () => {
    const middle = Buffer.from(JSON.stringify({ a: '>>>???ÿÿ' })).toString('base64url');
    expect(middle).toMatch(/[-_]/);
    Object.assign(launch.smart.tokenResponse, { access_token: `h.${middle}.s-_` });
    delete launch.smart.tokenResponse['expires_in'];
    const host = launch.open();
    expect(await host.complete()).toMatchObject({ type: 'ok' });
    expect(host.accessToken()).toBe(`h.${middle}.s-_`);
  });

  it('may hold an opaque token with dots in it and no expiry', async () => {
    Object.assign(launch.smart.tokenResponse, { access_token: 'opaque.not-json.x' });
    delete launch.smart.tokenResponse['expires_in'];
    expect(await complete()).toMatchObject({ type: 'ok' });
  });

  it('that never comes is given up on, in words', async () => {
    await start({ hosts: [{ ...settings, timeoutMs: 20 }] });
    launch.smart.instead.set(`${authority}/token`, () => new Promise<Response>(() => undefined));
    expect(await complete()).toMatchObject({ type: 'failed', failure: { kind: 'timeout' } });
  });

  it('from a server in trouble is a failure, not a refusal', async () => {
    launch.smart.instead.set(`${authority}/token`, () => new Response('', { status: 503 }));
    expect(await complete()).toMatchObject({
      type: 'failed',
      failure: {
        kind: 'server',
        status: 503,
        reference: expect.stringMatching(/^[0-9A-F]{4}$/) as string,
      },
    });
  });

  it('fetches the keys while the code is being traded', async () => {
    const { smart } = launch;
    const order: string[] = [];
    const jwks = deferred<undefined>();
    smart.instead.set(`${authority}/jwks`, () => {
      order.push('keys asked');
      jwks.resolve(undefined);
      return Response.json(smart.keys);
    });
    const { fetch } = smart;
    smart.instead.set(`${authority}/token`, async (request) => {
      await jwks.promise;
      order.push('token answered');
      smart.instead.clear();
      return fetch(request);
    });
    expect(await complete()).toMatchObject({ type: 'ok' });
    expect(order).toEqual(['keys asked', 'token answered']);
  });
});

describe('what was granted', () => {
  const granted = async (scope: unknown): Promise<unknown> => {
    launch.smart.tokenResponse['scope'] = scope;
    return complete();
  };

  it.each([
    ['the same', 'launch openid patient/Patient.rs'],
    ['more than was asked', 'patient/*.cruds user/*.cruds'],
    ['the v1 spelling', 'patient/Patient.read'],
  ])('goes on with %s', async (_, scope) => {
    expect(await granted(scope)).toMatchObject({ type: 'ok' });
  });

  it.each([
    ['nothing', ''],
    ['no scope in the answer', undefined],
    ['less', 'launch openid fhirUser patient/Encounter.rs'],
    ['searching without reading', 'patient/Patient.s'],
  ])('stops with %s, names the scope and gives the token back', async (_, scope) => {
    expect(await granted(scope)).toEqual({
      type: 'refused',
      reason: { type: 'scope-missing', scope: 'patient/Patient.r' },
    });
    await launch.smart.bothRevoked.promise;
    expect(launch.smart.revoked).toEqual(['refresh-1', 'access-1']);
  });

  it.each([undefined, '', 'Patient/p-1', '../Practitioner/x', 7])(
    'stops where the patient in context is %j',
    async (patient) => {
      launch.smart.tokenResponse['patient'] = patient;
      expect(await complete()).toEqual({
        type: 'refused',
        reason: { type: 'no-patient-in-context' },
      });
      expect(launch.smart.asked.join()).not.toContain(`${base}/P`);
    },
  );

  describe('beside the patient', () => {
    const system = settings.nhsNumber.systems[0];
    const identifier = { system, value: '999 000 0018' };
    const inContext = async (...fhirContext: unknown[]): Promise<unknown> => {
      Object.assign(launch.smart.tokenResponse, { fhirContext });
      return complete();
    };
    const numbers = (...nhsNumbersInContext: string[]) => ({
      type: 'ok',
      value: { ...session, nhsNumbersInContext },
    });

    it('may hold the NHS number, as it was written', async () => {
      expect(await inContext({ type: 'Patient', identifier })).toEqual(numbers('999 000 0018'));
    });

    it.each([
      ['no role', {}],
      ['the role launch', { role: 'launch' }],
      ['no type', { type: undefined }],
      ['keys we do not know', { __x: 1, 'https://example.org/y': {} }],
    ])('counts what has %s', async (_, more) => {
      const given = { type: 'Patient', identifier, ...more };
      expect(await inContext(given, given)).toEqual(numbers('999 000 0018'));
    });

    it.each([
      ['another role', { role: 'https://example.org/role/mother', identifier }],
      ['another type', { type: 'RelatedPerson', identifier }],
      ['another system', { identifier: { ...identifier, system: 'https://example.org/id' } }],
      ['a reference alone', { reference: 'ImagingStudy/1' }],
      ['a canonical alone', { canonical: 'https://example.org/Questionnaire/1|2' }],
      ['a list in place of an identifier', { identifier: [identifier] }],
      ['a role that is no text', { role: 7, identifier }],
      ['nothing', null],
      ['text', 'Patient/1'],
    ])('passes over what has %s', async (_, given) => {
      expect(await inContext(given)).toEqual(numbers());
    });

    it('keeps a number that is no text as one that can not be read', async () => {
      expect(await inContext({ identifier: { system, value: 9990000018 } })).toEqual(numbers(''));
    });

    it('tolerates a context that is no list', async () => {
      Object.assign(launch.smart.tokenResponse, { fhirContext: { identifier } });
      expect(await complete()).toEqual(numbers());
    });

    it('is taken from authorization_details where they name this FHIR base', async () => {
      launch.smart.tokenResponse['authorization_details'] = [
        { locations: [base], fhirContext: [{ identifier }] },
        { locations: ['https://other.example/fhir'], fhirContext: [] },
      ];
      expect(await inContext({ identifier: { system, value: '9990000026' } })).toEqual(
        numbers('999 000 0018'),
      );
    });
  });

  it('takes patient and scope from authorization_details where they name this FHIR base', async () => {
    launch.smart.resources['Patient/p-2'] = { resourceType: 'Patient', id: 'p-2' };
    launch.smart.tokenResponse['authorization_details'] = [
      { type: 'smart_on_fhir', locations: ['https://other.example/fhir'], patient: 'p-3' },
      { type: 'smart_on_fhir', locations: [base], patient: 'p-2', need_patient_banner: false },
    ];
    expect(await complete()).toEqual({
      type: 'ok',
      value: { ...session, patientId: 'p-2', needPatientBanner: false },
    });
  });
});
