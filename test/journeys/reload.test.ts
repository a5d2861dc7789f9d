import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  accessLog,
  closeRecord,
  enough,
  gateHeading,
  launchFrom,
  openByBreakGlass,
  openInSidebar,
  openInWindow,
  reach,
  reachSummary,
  type AppScreen,
  type Visit,
} from './clinician.ts';
import { handedOver, keptByBrowser, keysKept, noteWhatIsHandedOver, nothingKept } from './kept.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 800, own: true });
const patient = 'WHITLOCK, Daniel';
const hosts = [
  ['gp', 'in the window', 'sam-patel'],
  ['epr', 'in the sidebar', 'amina-mensah'],
] as const;

function visit(host: 'gp' | 'epr', user: string): Promise<Visit> {
  const opening = { user, patient, hostOrigin: session.sandbox.hostOrigin };
  const open = host === 'gp' ? openInWindow : openInSidebar;
  return open(session.context, opening);
}

/** As F5 in a window, or "Reload frame" in the sidebar. */
async function reload(app: AppScreen, host: 'gp' | 'epr', record: Page): Promise<void> {
  if (host === 'gp') {
    await (app as Page).reload();
    return;
  }
  const loaded = record.waitForEvent('framenavigated', (frame) => frame === app);
  await app.evaluate(() => setTimeout(() => location.reload()));
  await loaded;
}

/** Opens it, and waits for the key that a reload takes: one that comes before it is a new launch. */
async function openedByBreakGlass(app: AppScreen): Promise<void> {
  await openByBreakGlass(app);
  await expect.poll(() => keptByBrowser(app)).toEqual(keysKept(1));
}

const openings = async () => (await session.trail.rows()).filter(({ type }) => type === 'opened');

describe.each(hosts)('a break glass of %s, %s', (host, _where, user) => {
  it('goes on after a reload without a question, recorded as a second opening', async () => {
    const { app, record } = await visit(host, user);
    await openedByBreakGlass(app);
    const asked = session.traffic.to(session.sandbox.exchangeOrigin, /\$summary$/).length;
    await reload(app, host, record);
    await reachSummary(app);
    expect(await app.getByRole('radio').count()).toBe(0);
    expect(await app.getByText(/Opened by break glass \d\d:\d\d/).isVisible()).toBe(true);
    const [first, second, ...more] = await openings();
    expect(more).toEqual([]);
    expect(first?.subtype).not.toContain('reopened');
    expect(second?.subtype).toContain('reopened');
    expect(session.traffic.to(session.sandbox.exchangeOrigin, /\$summary$/)).toHaveLength(
      asked + 1,
    );
    const rows = (await accessLog(app)).getByRole('row');
    const own = rows.filter({ hasText: 'this is you' });
    await own.first().waitFor();
    expect(await own.count()).toBe(1);
    expect(await own.innerText()).toMatch(/Opened by break glass, opened again/);
  });

  it('is asked about again when it is launched again from the host', async () => {
    const { app, record } = await visit(host, user);
    await openedByBreakGlass(app);
    await reload(app, host, record);
    await reachSummary(app);
    const again = await launchFrom(record, host);
    await reach(again, gateHeading, 2);
    expect(await again.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await openings()).toHaveLength(2);
  });

  it('leaves nothing readable in the browser, before, during and after', async () => {
    await noteWhatIsHandedOver(session.context);
    const { app, record } = await visit(host, user);
    await openedByBreakGlass(app);
    await reload(app, host, record);
    const between = await handedOver(app);
    await reachSummary(app);
    expect(between).toContain('ocs-hand-over');
    const secrets = [...session.traffic.tokens(), 'WHITLOCK', 'Daniel', '9990000', enough];
    expect(secrets.length).toBeGreaterThan(4);
    expect(secrets.filter((secret) => between.includes(secret))).toEqual([]);
    expect(between).not.toMatch(/patient|practitioner|token|http/i);
    await expect.poll(() => keptByBrowser(app)).toEqual(keysKept(1));
    await closeRecord(app);
    await expect.poll(() => keptByBrowser(app)).toEqual(nothingKept);
    expect(session.traffic.tokens()).toHaveLength(1);
  });
});

describe('a record that was closed', () => {
  it('stays closed after a reload', async () => {
    const { app, record } = await visit('gp', 'sam-patel');
    await openByBreakGlass(app);
    await closeRecord(app);
    await reload(app, 'gp', record);
    await reach(app, 'This launch has expired', 1);
    expect(await app.content()).not.toMatch(/whitlock|daniel/i);
    expect(await openings()).toHaveLength(1);
  });
});
