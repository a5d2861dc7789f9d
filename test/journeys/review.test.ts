import { describe, expect, it } from 'vitest';
import {
  closeRecord,
  enough,
  openByBreakGlass,
  openInSidebar,
  press,
  reach,
  reachGate,
  type AppScreen,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });

async function open(user: string, patient: string): Promise<AppScreen> {
  const { hostOrigin } = session.sandbox;
  return (await openInSidebar(session.context, { user, patient, hostOrigin })).app;
}

/** A break glass, a refusal for the role, one for dissent, an own-record attempt, one not opened. */
async function aDayOnTheWard(): Promise<void> {
  const glass = await open('amina-mensah', 'WHITLOCK, Daniel');
  await openByBreakGlass(glass);
  await closeRecord(glass);
  const refused = async (user: string, patient: string, heading: string) => {
    await reach(await open(user, patient), heading, 1);
  };
  await refused('noor-aziz', 'ELWOOD, Margaret', 'The Care Summary is for clinicians');
  await refused('ben-carver', 'PRENTICE, Joan', 'This record cannot be opened');
  const sister = await open('grace-okafor-sister', 'OKAFOR, Grace');
  await reach(sister, 'This looks like your own record', 1);
  await press(sister, 'Close');
  await reach(sister, /own record|stays closed/, 1);
  const left = await open('jo-lindqvist', 'Liam');
  await reachGate(left);
  await press(left, 'Close');
  await reach(left, 'Closed', 1);
  await expect
    .poll(async () => {
      const rows = await session.trail.rows();
      return rows.filter(({ type }) => ['refused', 'abandoned', 'reported'].includes(type)).length;
    })
    .toBeGreaterThanOrEqual(4);
}

const rows = (feed: AppScreen) => feed.locator('tbody').getByRole('row');

describe('a privacy officer', () => {
  it('sees overrides with their words, refusals and own-record attempts, and no patient', async () => {
    await aDayOnTheWard();
    const feed = await open('kit-doyle', 'OKAFOR, Grace');
    await reach(feed, 'Review feed', 1);
    await rows(feed).first().waitFor();
    const words = await rows(feed).allInnerTexts();
    const of = (name: string) => words.find((row) => row.includes(name)) ?? '';
    expect(of('Dr Amina Mensah')).toMatch(/Break glass/);
    expect(of('Dr Amina Mensah')).toContain(enough);
    expect(of('Noor Aziz')).toMatch(/Refused[^]*Role not allowed/);
    expect(of('Ben Carver')).toMatch(/Refused[^]*The patient has chosen not to share/);
    expect(of('Sister Grace Okafor')).toMatch(/Own record/);
    expect(of('Jo Lindqvist')).toMatch(/Not opened/);
    const screen = await feed.content();
    expect(screen).not.toMatch(/whitlock|daniel|elwood|margaret|prentice|joan|rourke|liam/i);
    expect(screen).not.toMatch(/okafor, grace/i);
    expect(screen).not.toMatch(/999 ?000 ?\d{4}/);
    expect(await session.trail.kinds()).toContain('log-read');
  });

  it('is told nothing clinical: no summary, trace or Consent is asked for', async () => {
    const feed = await open('kit-doyle', 'OKAFOR, Grace');
    await reach(feed, 'Review feed', 1);
    await feed.getByText('Nothing to review.').waitFor();
    const { exchangeOrigin } = session.sandbox;
    const paths = session.traffic
      .to(exchangeOrigin, /\/fhir/)
      // The browser's permission, asked ahead of time: no token, no body, nobody's name.
      .filter((request) => request.method() !== 'OPTIONS')
      .map((request) => new URL(request.url()).pathname.replace(/^\/epr\/fhir/, ''));
    expect(paths).toContain('/AuditEvent');
    expect(paths.filter((path) => !['/AuditEvent', '/metadata'].includes(path))).toEqual([]);
    expect(await session.trail.kinds()).toEqual(['log-read']);
  });

  it('filters by what happened, person and day', async () => {
    await aDayOnTheWard();
    const feed = await open('kit-doyle', 'WHITLOCK, Daniel');
    await reach(feed, 'Review feed', 1);
    await rows(feed).first().waitFor();
    const all = await rows(feed).count();
    await feed.getByLabel('What happened').selectOption('Break glass');
    await expect.poll(() => rows(feed).count()).toBe(1);
    expect(await rows(feed).innerText()).toContain('Dr Amina Mensah');
    await feed.getByLabel('What happened').selectOption('Own record');
    await expect
      .poll(async () => {
        const words = await rows(feed).allInnerTexts();
        return words.length > 0 && words.every((row) => row.includes('Sister Grace Okafor'));
      })
      .toBe(true);
    await feed.getByLabel('What happened').selectOption('Anything');
    await feed.getByLabel('Name contains').fill('aziz');
    await expect.poll(() => rows(feed).count()).toBe(1);
    await feed.getByLabel('Name contains').fill('');
    await feed.getByLabel('To', { exact: true }).fill('2020-01-01');
    await expect.poll(() => rows(feed).count()).toBe(0);
    await feed.getByLabel('To', { exact: true }).fill('');
    await expect.poll(() => rows(feed).count()).toBe(all);
    await press(feed, 'Close');
    await reach(feed, 'Closed', 1);
  });
});
