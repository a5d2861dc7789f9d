import { createServer } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { liam } from '../../mocks/scenarios/patients/liam.ts';
import { users } from '../../mocks/scenarios/users.ts';
import { failOnUnexpected, launchBrowser, type Unexpected } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import { agree, closeRecord, press, reach, reachGate, reachSummary } from './clinician.ts';
import { startForeignHost, type ForeignHost } from './foreign-host.ts';
import { keptByBrowser, nothingKept } from './kept.ts';
import { recordTraffic, type Traffic } from './traffic.ts';

let sandbox: Sandbox;
let foreign: ForeignHost;
let browser: Browser;
let context: BrowserContext;
let unexpected: Unexpected;
let traffic: Traffic;

const practitioner = (userKey: string): string =>
  users.find(({ key }) => key === userKey)?.practitioner.id ?? '';
const launchUrl = (userKey: string) => foreign.launchUrl(liam.host.id ?? '', practitioner(userKey));

beforeAll(async () => {
  // Each side must know the other's address before it starts.
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  sandbox = await ownSandbox({
    launcher: { iss: `${origin}/r4`, introspection: `${origin}/identity/introspect` },
  });
  const { hostOrigin, appOrigin } = sandbox;
  foreign = await startForeignHost({ upstream: `${hostOrigin}/open/fhir`, appOrigin, port });
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(20_000);
  unexpected = await failOnUnexpected(context);
  traffic = recordTraffic(context);
});
afterAll(async () => {
  await browser.close();
  await foreign.close();
  await sandbox.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

describe('a strict SMART host that is not ours', () => {
  let app: Page;

  it('launches the app, and its record opens with permission', async () => {
    app = await context.newPage();
    await app.goto(launchUrl('sam-patel'));
    // Whoever comes from a host that is new here has accepted nothing there.
    await reach(app, 'Terms of use', 1);
    expect(await app.getByRole('button', { name: 'Not now' }).count()).toBe(0);
    await press(app, 'Accept and go on');
    await reachGate(app);
    const banner = await app.getByRole('region', { name: 'Patient' }).innerText();
    expect(banner).toMatch(/O['’]ROURKE, Liam[^]*999 000 0085/);
    await agree(app);
    await reachSummary(app);
    await app.getByText('All 4 sources answered.').waitFor();
    expect(await app.getByRole('region', { name: /^Medicines/ }).innerText()).toMatch(/clozapine/i);
  });

  it('is asked for nothing but by its own addresses, and its token goes to the exchange alone', () => {
    const foreignOrigin = new URL(foreign.issuer).origin;
    const origins = new Set(traffic.requests.map((request) => new URL(request.url()).origin));
    expect(origins).toEqual(new Set([foreignOrigin, sandbox.appOrigin, sandbox.exchangeOrigin]));
    const bearing = traffic.requests.filter((request) => 'authorization' in request.headers());
    const paths = new Set(
      bearing.map((request) => {
        const { origin, pathname } = new URL(request.url());
        return `${origin}/${pathname.split('/')[1] ?? ''}`;
      }),
    );
    expect(paths).toEqual(new Set([`${foreignOrigin}/r4`, `${sandbox.exchangeOrigin}/launcher`]));
  });

  it('gets its screen back empty', async () => {
    await closeRecord(app);
    expect(await keptByBrowser(app)).toEqual(nothingKept);
    expect(unexpected.problems).toEqual([]);
  });

  it('has its receptionist refused like any other', async () => {
    const page = await context.newPage();
    await page.goto(launchUrl('rita-shaw'));
    await reach(page, 'The Care Summary is for clinicians', 1);
    expect(await page.getByRole('main').innerText()).toContain('Nothing was shown.');
  });

  it('can not use one launch twice', async () => {
    const once = launchUrl('sam-patel');
    const first = await context.newPage();
    await first.goto(once);
    await reachGate(first);
    const second = await context.newPage();
    await second.goto(once);
    await reach(second, /did not allow this$/, 1);
    expect(await second.getByRole('region', { name: 'Patient' }).count()).toBe(0);
    await reachGate(first);
  });
});
