import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  accessLog,
  agree,
  closeRecord,
  enough,
  openByBreakGlass,
  openInSidebar,
  openInWindow,
  press,
  reach,
  reachGate,
  reachSummary,
  type AppScreen,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });
const patient = 'WHITLOCK, Daniel';

const opening = (user: string) => ({ user, patient, hostOrigin: session.sandbox.hostOrigin });

/** A GP opens with permission, a nurse closes the question, a registrar breaks the glass. */
async function threeLaunches(): Promise<AppScreen> {
  const gp = await openInWindow(session.context, opening('sam-patel'));
  await agree(gp.app);
  await reachSummary(gp.app);
  await closeRecord(gp.app);
  const nurse = await openInSidebar(session.context, opening('ben-carver'));
  await reachGate(nurse.app);
  await press(nurse.app, 'Close');
  await reach(nurse.app, 'Closed', 1);
  await expect.poll(session.trail.kinds).toContain('abandoned');
  const { app } = await openInSidebar(session.context, opening('amina-mensah'));
  await openByBreakGlass(app);
  await accessLog(app);
  await rowsOf(app).first().waitFor();
  return app;
}

const rowsOf = (app: AppScreen): Locator =>
  app.getByRole('table', { name: 'Access log' }).locator('tbody').getByRole('row');

/** One row, each cell under its column's name. */
async function read(row: Locator): Promise<Record<string, string>> {
  const cells = await row.getByRole('cell').all();
  const read = await Promise.all(
    cells.map(async (cell) => [
      (await cell.getAttribute('data-label')) ?? '',
      (await cell.innerText()).trim(),
    ]),
  );
  return Object.fromEntries(read) as Record<string, string>;
}

/** Typed as what it stands for, since vitest's own is `any`. */
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern) as unknown;

describe('the access log of an open record', () => {
  it('says who, in which role and where, when, why and with what outcome, newest first', async () => {
    const app = await threeLaunches();
    const rows = await Promise.all((await rowsOf(app).all()).map(read));
    expect(rows).toMatchObject([
      {
        Who: 'Dr Amina Mensah (this is you)',
        Role: 'Emergency registrar',
        Organisation: like(/Oxford/),
        When: like(/^\d\d-\w{3}-\d{4} \d\d:\d\d$/),
        Purpose: 'Emergency',
        Reason: 'Unconscious or cannot communicate, and care is urgent',
        Outcome: 'Opened by break glass',
      },
      { Who: 'Ben Carver', Role: 'Staff nurse', Outcome: 'Not opened' },
      {
        Who: 'Dr Sam Patel',
        Role: 'General practitioner',
        Organisation: like(/Hollow Way/),
        Purpose: 'Direct care',
        Reason: 'The patient agreed',
        Outcome: 'Opened',
      },
    ]);
    expect(await app.content()).not.toContain(enough);
  });

  it('is filtered by person and by day', async () => {
    const app = await threeLaunches();
    await app.getByLabel('Name contains').fill('PATEL');
    await app.getByText('1 of 3 match').waitFor();
    expect(await rowsOf(app).innerText()).toContain('Dr Sam Patel');
    await app.getByLabel('Name contains').fill('');
    await app.getByLabel('To', { exact: true }).fill('2020-01-01');
    await app.getByText('0 of 3 match').waitFor();
    expect(await rowsOf(app).count()).toBe(0);
    await app.getByLabel('To', { exact: true }).fill('');
    await app.getByLabel('From', { exact: true }).fill('2020-01-01');
    await app.getByText('3 of 3 match').waitFor();
    expect(await rowsOf(app).count()).toBe(3);
  });
});
