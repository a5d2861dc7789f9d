import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOrigin, fhir, signIn, startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let host: HostUnderTest;
let token: string;
beforeAll(async () => {
  host = await startHost();
  ({ token } = await signIn(host, { user: 'doctor', patient: 'pat-one' }));
});
afterAll(() => host.stop());

const nhsSystem = 'https://fhir.nhs.uk/Id/nhs-number';

describe('reading', () => {
  it.each([
    'Patient/pat-one',
    'Encounter/enc-one',
    'Practitioner/prac-doctor',
    'PractitionerRole/role-doctor',
    'Organization/org-one',
  ])('%s answers FHIR JSON that no cache keeps', async (path) => {
    const { response, body } = await fhir(host, path, token);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/fhir+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(`${String(body['resourceType'])}/${String(body['id'])}`).toBe(path);
  });

  it('finds the roles of the user by practitioner, absolute or relative', async () => {
    for (const reference of [
      'Practitioner/prac-doctor',
      `${host.base('gp')}/Practitioner/prac-doctor`,
    ]) {
      const { body } = await fhir(
        host,
        `PractitionerRole?practitioner=${encodeURIComponent(reference)}`,
        token,
      );
      expect(body).toMatchObject({ type: 'searchset', total: 1 });
      expect(JSON.stringify(body)).toContain('role-doctor');
    }
  });

  it('finds the own patient by NHS number, posted so that it stays out of the URL', async () => {
    const { body } = await fhir(host, 'Patient/_search', token, {
      method: 'POST',
      body: new URLSearchParams({ identifier: `${nhsSystem}|9990000018` }),
    });
    expect(body).toMatchObject({ total: 1 });
  });
});

describe('the token’s patient', () => {
  it.each(['Patient/pat-two', 'Encounter/enc-two', 'Patient/nobody'])(
    'refuses %s, known here or not, with the same 403',
    async (path) => {
      const { response, body } = await fhir(host, path, token);
      expect(response.status).toBe(403);
      expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
      expect(body).toMatchObject({ resourceType: 'OperationOutcome' });
    },
  );

  it.each([
    'Encounter?patient=pat-two',
    'Encounter?subject=Patient/pat-two',
    'Patient?_id=pat-two',
  ])('refuses the search %s', async (path) => {
    expect((await fhir(host, path, token)).response.status).toBe(403);
  });

  it('never lists anyone else, whatever the search', async () => {
    for (const path of ['Patient', 'Patient?name=Brennan', 'Encounter', 'Patient?_count=100']) {
      const { body } = await fhir(host, path, token);
      expect(JSON.stringify(body)).not.toMatch(/pat-two|enc-two/);
    }
    const byNumber = await fhir(host, 'Patient/_search', token, {
      method: 'POST',
      body: new URLSearchParams({ identifier: `${nhsSystem}|9990000026` }),
    });
    expect(byNumber.body).toMatchObject({ total: 0 });
  });
});

describe('refusals', () => {
  it('asks for a token where there is none', async () => {
    const { response, body } = await fhir(host, 'Patient/pat-one');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="[^"]+"$/);
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'login' }] });
  });

  it.each(['Bearer made-up', 'Basic abc', 'Bearer'])(
    'does not take “%s”',
    async (authorization) => {
      const { response } = await fhir(host, 'Patient/pat-one', undefined, {
        headers: { authorization },
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('invalid_token');
    },
  );

  it('does not take the other host’s token', async () => {
    const other = await fhir(host, 'Patient/pat-one', token, {}, 'epr');
    expect(other.response.status).toBe(401);
  });

  it('refuses a type the scopes do not name', async () => {
    const narrow = await signIn(host, {
      user: 'doctor',
      patient: 'pat-one',
      scope: 'launch openid patient/Patient.r',
    });
    const statuses = [];
    for (const path of [
      'Patient/pat-one',
      'Patient',
      'Encounter/enc-one',
      'Practitioner/prac-doctor',
    ]) {
      statuses.push((await fhir(host, path, narrow.token)).response.status);
    }
    expect(statuses).toEqual([200, 403, 403, 403]);
  });

  it.each([
    ['a resource that is not here', 'Practitioner/nobody', 404],
    ['a type that is not served', 'Observation/one', 404],
    ['an unknown interaction', 'Patient/pat-one/_history', 404],
    ['a search parameter that is not served', 'Practitioner?favourite-colour=red', 400],
    ['a name every object has', 'Patient?constructor=x', 400],
    ['an include', 'Encounter?_include=Encounter:practitioner', 400],
    ['a reverse include', 'Patient?_revinclude:iterate=Observation:subject', 400],
    ['a chain', 'Encounter?patient.name=Adeyinka', 400],
    ['a reverse chain', 'Patient?_has:Encounter:patient:status=finished', 400],
    ['a filter expression', 'Patient?_filter=name%20eq%20Adeyinka', 400],
  ])('answers %s with an OperationOutcome', async (_case, path, status) => {
    const { response, body } = await fhir(host, path, token);
    expect(response.status).toBe(status);
    expect(body).toMatchObject({ resourceType: 'OperationOutcome' });
  });

  it('does not write', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { response } = await fhir(host, 'Patient/pat-one', token, { method });
      expect(response.status).toBe(404);
    }
  });
});

describe('who may read answers from a browser', () => {
  const from = async (url: string, origin: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('origin', origin);
    const response = await fetch(url, { ...init, headers });
    return response.headers.get('access-control-allow-origin');
  };
  const strangers = ['https://evil.example.org', 'null', `${appOrigin}0`, 'http://localhost:4601'];

  it.each([
    ['discovery', 'gp/fhir/.well-known/smart-configuration'],
    ['capabilities', 'gp/fhir/metadata'],
    ['a FHIR refusal', 'gp/fhir/Patient/pat-one'],
    ['the keys', 'gp/auth/jwks'],
    ['OpenID discovery', 'gp/auth/.well-known/openid-configuration'],
  ])('%s: the app exactly, and nobody else', async (_case, path) => {
    expect(await from(`${host.origin}/${path}`, appOrigin)).toBe(appOrigin);
    for (const origin of strangers) {
      expect(await from(`${host.origin}/${path}`, origin), origin).toBeNull();
    }
  });

  it('the token endpoint: the app exactly, and nobody else', async () => {
    const body = new URLSearchParams({ client_id: 'ocs-launch', grant_type: 'authorization_code' });
    const url = `${host.issuer('gp')}/token`;
    expect(await from(url, appOrigin, { method: 'POST', body })).toBe(appOrigin);
    for (const origin of strangers) {
      expect(await from(url, origin, { method: 'POST', body }), origin).toBeNull();
    }
  });

  it('answers a preflight for the bearer header without asking for a token', async () => {
    const response = await fetch(`${host.base('gp')}/Patient/pat-one`, {
      method: 'OPTIONS',
      headers: {
        origin: appOrigin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('discovery', () => {
  it('names endpoints that exist, and the exchange for this host', async () => {
    const response = await fetch(`${host.base('epr')}/.well-known/smart-configuration`);
    const body = (await response.json()) as Record<string, unknown>;
    const oidc = (await (
      await fetch(`${host.issuer('epr')}/.well-known/openid-configuration`)
    ).json()) as Record<string, unknown>;
    for (const name of [
      'issuer',
      'jwks_uri',
      'authorization_endpoint',
      'token_endpoint',
      'introspection_endpoint',
      'revocation_endpoint',
    ]) {
      expect(body[name], name).toBe(oidc[name]);
    }
    expect(body['code_challenge_methods_supported']).toEqual(['S256']);
    expect(body['associated_endpoints']).toMatchObject([{ url: `${host.keys.origin}/epr/fhir` }]);
    expect(body['capabilities']).toContain('launch-ehr');
  });
});
