import './browser-globals.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ALaunch, aLaunch } from './a-launch.ts';
import type { Host } from '../../../src/adapters/host/host.ts';
import { createReader } from '../../../src/adapters/host/reader.ts';
import { base, settings } from './smart-host.ts';

const session = {
  patientId: 'p-1',
  encounterId: null,
  needPatientBanner: true,
  nhsNumbersInContext: [],
  reopens: null,
};
const roleSearch = 'PractitionerRole?practitioner=Practitioner%2Fdr-1&_count=50';
let launch: ALaunch;
let host: Host;

beforeEach(async () => {
  launch = await aLaunch();
  host = launch.open();
});

const role = (overrides: object): Record<string, unknown> => ({
  ...launch.smart.resources['PractitionerRole/role-1'],
  ...overrides,
});
const rolesFound = (...roles: readonly Record<string, unknown>[]): void => {
  const entry = roles.map((resource) => ({ resource }));
  launch.smart.resources[roleSearch] = { resourceType: 'Bundle', entry };
};

describe('the user', () => {
  it('is the verified practitioner with their roles, of which no organisation is said', async () => {
    const user = await host.readUser();
    expect(user).toMatchObject({
      type: 'ok',
      value: {
        fhirUser: `${base}/Practitioner/dr-1`,
        displayName: 'Dr Sam Test',
        roles: [{ text: 'Emergency registrar' }],
      },
    });
    expect(JSON.stringify(user)).not.toContain('organisation');
    expect(launch.smart.asked.join()).not.toContain('Organization/');
  });

  it('signed in by role counts in that role alone', async () => {
    launch.smart.claims['fhirUser'] = 'PractitionerRole/role-1';
    expect(await host.readUser()).toMatchObject({
      type: 'ok',
      value: {
        fhirUser: `${base}/PractitionerRole/role-1`,
        displayName: 'Dr Sam Test',
        roles: [{}],
      },
    });
    expect(launch.smart.asked.join()).not.toContain('PractitionerRole?');
  });

  it('is not lent a role of someone else by a host that ignores the search', async () => {
    rolesFound(role({ practitioner: { reference: 'Practitioner/dr-2' } }));
    expect(await host.readUser()).toMatchObject({ type: 'ok', value: { roles: [] } });
  });

  it('is not lent a role held by their namesake on another server', async () => {
    rolesFound(
      role({ practitioner: { reference: 'https://evil.example/fhir/Practitioner/dr-1' } }),
    );
    expect(await host.readUser()).toMatchObject({ type: 'ok', value: { roles: [] } });
  });

  it.each([403, 404])('has no known role where the host answers %i to that', async (status) => {
    launch.smart.instead.set(`${base}/PractitionerRole`, () => new Response('', { status }));
    expect(await host.readUser()).toMatchObject({ type: 'ok', value: { roles: [] } });
  });

  it('with a name no honest host sends is refused in the words for that', async () => {
    Object.assign(launch.smart.resources['Practitioner/dr-1'] ?? {}, { name: [{ text: '<b>' }] });
    expect(await host.readUser()).toEqual({
      type: 'refused',
      reason: { type: 'implausible', where: 'host', what: 'user' },
    });
  });

  it('is not known at all where the host is in trouble', async () => {
    launch.smart.instead.set(`${base}/PractitionerRole`, () => new Response('', { status: 500 }));
    expect(await host.readUser()).toMatchObject({ type: 'failed', failure: { kind: 'server' } });
  });

  it('is not believed to be whom the host answers with instead', async () => {
    Object.assign(launch.smart.resources['Practitioner/dr-1'] ?? {}, { id: 'dr-2' });
    expect(await host.readUser()).toMatchObject({
      type: 'failed',
      failure: { kind: 'bad-answer' },
    });
  });
});

describe('their organisations', () => {
  const read = async () => {
    await host.readUser();
    return host.readOrganisations();
  };

  it('are read when asked for, one for each role', async () => {
    rolesFound(role({}), role({ id: 'role-2', organization: undefined }));
    expect(await read()).toEqual({
      type: 'ok',
      value: [{ odsCode: 'RT1', name: 'Test Hospitals' }, null],
    });
  });

  it.each([403, 404])('are not known where the host answers %i', async (status) => {
    launch.smart.instead.set(`${base}/Organization/org-1`, () => new Response('', { status }));
    expect(await read()).toEqual({ type: 'ok', value: [null] });
  });

  it('are a failure where the host is in trouble', async () => {
    launch.smart.instead.set(`${base}/Organization/org-1`, () => new Response('', { status: 500 }));
    expect(await read()).toMatchObject({ type: 'failed', failure: { kind: 'server' } });
  });

  it('with a name no honest host sends are refused in the words for that', async () => {
    Object.assign(launch.smart.resources['Organization/org-1'] ?? {}, { name: '<b>' });
    expect(await read()).toEqual({
      type: 'refused',
      reason: { type: 'implausible', where: 'host', what: 'user' },
    });
  });

  it('are nobody’s before the user is known', async () => {
    expect(await host.readOrganisations()).toMatchObject({ type: 'refused' });
  });
});

describe('every read', () => {
  it('stays under the FHIR base, whatever the host’s references say', async () => {
    rolesFound(
      role({ organization: { reference: 'https://evil.example/fhir/Organization/org-1' } }),
      role({ id: 'role-2', organization: { reference: 'Organization/../../steal' } }),
    );
    expect(await host.readUser()).toMatchObject({ type: 'ok' });
    expect(await host.readOrganisations()).toEqual({ type: 'ok', value: [null, null] });
    const bearing = launch.smart.requests.filter((asked) => asked.headers.has('authorization'));
    expect(bearing.map((asked) => asked.url)).toEqual([
      `${base}/Patient/p-1`,
      `${base}/Practitioner/dr-1`,
      `${base}/${roleSearch}`,
    ]);
  });

  it('takes no id that could name another path', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const reader = createReader(base, () => Promise.resolve('token'), { fetch, timeoutMs: 1000 });
    await expect(reader.read('Patient', '../steal')).rejects.toMatchObject({ kind: 'bad-answer' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('carries the token in its header and nothing ambient, and follows no redirect', async () => {
    await host.readUser();
    await host.readOrganisations();
    const read = launch.smart.requests.filter((asked) => asked.url.startsWith(base));
    expect(read.length).toBeGreaterThan(3);
    for (const asked of read) {
      expect(asked.headers.get('authorization')).toBe('Bearer access-1');
      expect([asked.credentials, asked.redirect, asked.cache, asked.referrerPolicy]).toEqual([
        'omit',
        'error',
        'no-store',
        'no-referrer',
      ]);
      expect(asked.url).not.toContain('access-1');
    }
  });

  it.each([
    ['is late', () => new Promise<Response>(() => undefined), 'timeout'],
    ['is cut off', () => Promise.reject(new TypeError('network')), 'offline'],
    ['is no JSON', () => new Response('<html>'), 'bad-answer'],
    ['is a list', () => Response.json([]), 'bad-answer'],
    ['is 401', () => new Response('', { status: 401 }), 'unauthorised'],
    ['is 403', () => new Response('', { status: 403 }), 'forbidden'],
    ['is far too long', () => Response.json({ x: 'x'.repeat(2_000_001) }), 'too-large'],
  ])('whose answer %s fails as a value', async (_, answer, kind) => {
    const hurried = await aLaunch({ hosts: [{ ...settings, timeoutMs: 50 }] });
    hurried.smart.instead.set(`${base}/Patient/p-1`, (request) =>
      Promise.race([answer(), aborted(request)]),
    );
    const outcome = await hurried.open().readPatient(session);
    expect(outcome).toMatchObject({ type: 'failed', failure: { kind } });
  });
});

function aborted(request: Request): Promise<never> {
  return new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
  });
}
