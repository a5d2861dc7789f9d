import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../mocks/ehr/host.ts';
import type { LaunchNotice } from '../../mocks/ehr/types.ts';
import { appOrigin, fhir, pressLaunch, signIn, startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

let host: HostUnderTest;
const notices: LaunchNotice[] = [];
let exchangeUp = true;
beforeAll(async () => {
  host = await startHost({
    onLaunch: (notice) => {
      notices.push(notice);
      return exchangeUp ? Promise.resolve() : Promise.reject(new Error('down'));
    },
  });
});
afterAll(() => host.stop());

const text = async (path: string) => (await fetch(host.origin + path)).text();

describe('the screens', () => {
  it('list the patients of each system by name', async () => {
    for (const path of ['/', '/gp', '/epr']) {
      expect(await text(path), path).toMatch(/Adeyinka|ADEYINKA/);
    }
    expect(await text('/gp?user=two-hats:role-ooh')).toContain('Role role-ooh');
  });

  it('offer a person of two roles to sign in in either, or in none yet', async () => {
    const offered = [...(await text('/gp')).matchAll(/<option value="(two-hats[^"]*)"/g)];
    expect(offered.map(([, key]) => key)).toEqual([
      'two-hats:role-gp',
      'two-hats:role-ooh',
      'two-hats',
    ]);
    expect(await text('/gp?user=two-hats')).toContain('Dr two-hats – role not chosen');
  });

  it('keep NHS numbers out of every address and title', async () => {
    const pages = ['/', '/gp', '/epr', '/gp/patients/pat-one?user=doctor', '/epr/patients/pat-one'];
    for (const path of pages) {
      const page = await text(path);
      for (const [, url] of page.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
        expect(url).not.toMatch(/999\s?\d{3}\s?\d{4}/);
      }
      expect(/<title>(.*?)<\/title>/s.exec(page)?.[1]).not.toMatch(/\d/);
    }
  });

  it('escape what the stories say', async () => {
    const page = await text('/gp/patients/pat-one?user=doctor');
    expect(page).toContain('A &lt;b&gt;trap&lt;/b&gt; to be escaped.');
    expect(page).not.toContain('<b>trap');
  });

  it.each([
    '/gp?user=nobody',
    '/gp/patients/nobody',
    '/epr/patients/pat-one?user=doctor',
    '/nowhere',
  ])('answer %s with a page that says so', async (path) => {
    const response = await fetch(host.origin + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('allow frames of the app only, scripts from nowhere, and no frame around themselves', async () => {
    const response = await fetch(`${host.origin}/epr/patients/pat-one`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`frame-src 'self' ${appOrigin};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('open the sidebar with a launch of its own each time', async () => {
    const sources = [];
    for (let time = 0; time < 2; time += 1) {
      const page = await text('/epr/patients/pat-one?user=registrar&summary=open');
      sources.push(/<iframe[^>]*src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&'));
    }
    expect(new Set(sources).size).toBe(2);
    const url = new URL(sources[0] ?? '');
    expect(url.origin + url.pathname).toBe(`${appOrigin}/launch.html`);
    expect(url.searchParams.get('iss')).toBe(host.base('epr'));
  });

  it('refuse a launch that another site’s page posts', async () => {
    const response = await fetch(`${host.origin}/gp/launch`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ user: 'doctor', patient: 'pat-one' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(403);
  });

  it.each([
    ['user', { user: 'registrar', patient: 'pat-one' }],
    ['patient', { user: 'doctor', patient: 'nobody' }],
    ['story', { user: 'doctor', patient: 'pat-one', variant: 'nothing' }],
  ])('do not launch for an unknown %s', async (_what, fields) => {
    const response = await pressLaunch(host, fields);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });
});

describe('a chosen story', () => {
  it('is told to the exchange, and the host’s own patient follows it', async () => {
    notices.length = 0;
    await pressLaunch(host, { user: 'doctor', patient: 'pat-one', variant: 'renamed' });
    expect(notices).toEqual([
      { host: 'gp', userKey: 'doctor', scenarioKey: 'first', variantKey: 'renamed' },
    ]);
    const under = await text('/epr/patients/pat-one?user=registrar&variant=renamed&summary=open');
    expect(under).toContain('RENAMED, Asha');

    const { token } = await signIn(host, { user: 'doctor', patient: 'pat-one' });
    expect(notices.at(-1)?.variantKey).toBeNull();
    const { body } = await fhir(host, 'Patient/pat-one', token);
    expect(body['name']).toMatchObject([{ family: 'Adeyinka' }]);
  });

  it.each(['/gp/patients/pat-one?user=two-hats:role-ooh', '/epr/patients/pat-one?user=registrar'])(
    'is not there for the next visitor of %s, of any user or host',
    async (path) => {
      await pressLaunch(host, { user: 'doctor', patient: 'pat-one', variant: 'renamed' });
      const page = await text(path);
      expect(page).toContain('ADEYINKA, Asha');
      expect(page).toContain('<option value="renamed" >');
      expect(await text('/gp')).not.toContain('RENAMED');
    },
  );

  it('stops the launch where the exchange did not take it; a plain launch goes on', async () => {
    exchangeUp = false;
    const chosen = await pressLaunch(host, {
      user: 'doctor',
      patient: 'pat-one',
      variant: 'renamed',
    });
    const plain = await pressLaunch(host, { user: 'doctor', patient: 'pat-one' });
    exchangeUp = true;
    expect([chosen.status, plain.status]).toEqual([502, 303]);
    const { token } = await signIn(host, { user: 'doctor', patient: 'pat-one' });
    const { body } = await fhir(host, 'Patient/pat-one', token);
    expect(body['name']).toMatchObject([{ family: 'Adeyinka' }]);
  });
});

describe('a development server', () => {
  it('is registered only where it was named', async () => {
    const extra = 'http://127.0.0.1:4699';
    const named = await startHost({ extraOrigins: [extra] });
    const allowed = async (target: HostUnderTest) => {
      const url = `${target.base('gp')}/.well-known/smart-configuration`;
      const response = await fetch(url, { headers: { origin: extra } });
      return response.headers.get('access-control-allow-origin');
    };
    expect([await allowed(named), await allowed(host)]).toEqual([extra, null]);
    await named.stop();
  });

  it('closes without complaint', async () => {
    const idle = await createHost({
      origin: 'http://127.0.0.1:4698',
      appOrigin,
      exchangeOrigin: 'http://127.0.0.1:4697',
      scenarios: [],
      users: [],
    });
    await expect(idle.close()).resolves.toBeUndefined();
  });
});
