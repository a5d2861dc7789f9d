import { describe, expect, it } from 'vitest';
import { standingWords } from '../../src/ui/wording/standing.ts';
import {
  accessLog,
  agree,
  closeRecord,
  gateHeading,
  launchFrom,
  openByBreakGlass,
  openInSidebar,
  openInWindow,
  press,
  reach,
  reachSummary,
  type AppScreen,
  type Visit,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });
const patient = 'ELWOOD, Margaret';

const inPractice = (): Promise<Visit> =>
  openInWindow(session.context, {
    ...{ user: 'sam-patel', patient, hostOrigin: session.sandbox.hostOrigin },
  });
const inHospital = (): Promise<Visit> =>
  openInSidebar(session.context, {
    ...{ user: 'ben-carver', patient, hostOrigin: session.sandbox.hostOrigin },
  });

async function permitAndClose(app: AppScreen): Promise<void> {
  await agree(app);
  await reachSummary(app);
  await closeRecord(app);
}

const reachStanding = (app: AppScreen) => reach(app, standingWords.heading, 2);
const openings = async () => (await session.trail.rows()).filter(({ type }) => type === 'opened');

describe.each([
  ['gp', inPractice],
  ['epr', inHospital],
] as const)('permission given in an encounter of %s', (host, visit) => {
  it('stands for the next launch: said whose it is and until when, one press, recorded', async () => {
    const { app, record } = await visit();
    await permitAndClose(app);
    const next = await launchFrom(record, host);
    await reachStanding(next);
    const words = await next.getByRole('main').innerText();
    expect(words).toContain('The patient agreed. Recorded');
    expect(words).toContain('It stands for this encounter');
    expect(words).toContain('I am involved in this patient’s care.');
    expect(await next.getByRole('radio').count()).toBe(0);
    expect(await openings()).toHaveLength(1);
    await press(next, 'Confirm and open');
    await reachSummary(next);
    const [, second, ...more] = await openings();
    expect(more).toEqual([]);
    expect(second?.detail).toContain('stands-on');
    expect(second?.subtype).not.toContain('reopened');
    const log = await accessLog(next);
    const own = log.getByRole('row').filter({ hasText: 'this is you' });
    await expect.poll(() => own.count()).toBe(2);
  });
});

describe('permission that stands', () => {
  it('can be asked for again, and nothing is chosen then', async () => {
    const { app, record } = await inPractice();
    await permitAndClose(app);
    const next = await launchFrom(record, 'gp');
    await reachStanding(next);
    await press(next, standingWords.askAgain);
    await reach(next, gateHeading, 2);
    expect(await next.getByRole('radio').count()).toBe(5);
    expect(await next.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('ends when the patient changes their mind: shut now, asked the next time', async () => {
    const { app, record } = await inPractice();
    await permitAndClose(app);
    const next = await launchFrom(record, 'gp');
    await reachStanding(next);
    await press(next, standingWords.changedMind);
    await reach(next, 'The record stays closed', 1);
    await expect.poll(session.trail.kinds).toContain('ended');
    expect(await openings()).toHaveLength(1);
    const third = await launchFrom(record, 'gp');
    await reach(third, gateHeading, 2);
    expect(await third.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('stands for its own encounter alone: the other host asks', async () => {
    const { app } = await inPractice();
    await permitAndClose(app);
    const hospital = await inHospital();
    await reach(hospital.app, gateHeading, 2);
    expect(await hospital.app.getByText(standingWords.heading).count()).toBe(0);
  });

  it('stands for who recorded it alone: a colleague is asked', async () => {
    const { app } = await inHospital();
    await permitAndClose(app);
    const colleague = await openInSidebar(session.context, {
      ...{ user: 'jo-lindqvist', patient, hostOrigin: session.sandbox.hostOrigin },
    });
    await reach(colleague.app, gateHeading, 2);
    expect(await colleague.app.getByText(standingWords.heading).count()).toBe(0);
  });

  it('is never a break glass: that one is justified at each launch', async () => {
    const { app, record } = await inHospital();
    await openByBreakGlass(app);
    await closeRecord(app);
    const next = await launchFrom(record, 'epr');
    await reach(next, gateHeading, 2);
    expect(await next.getByText(standingWords.heading).count()).toBe(0);
  });
});
