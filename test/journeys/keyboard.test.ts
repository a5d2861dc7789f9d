import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { openInSidebar, openInWindow, reach, reachGate, reachSummary } from './clinician.ts';
import { arrowTo, focused, tabTo } from './keys.ts';
import { browserSession } from './session.ts';

const { exchangeOrigin } = await fileSandbox();

const session = browserSession({ width: 1280, height: 800 });

const openings = async () =>
  (await session.trail.kinds()).filter((kind) => kind === 'opened').length;
const recordings = () =>
  session.traffic.to(exchangeOrigin, /\/fhir$/).filter((request) => request.method() === 'POST')
    .length;

describe('with the keyboard alone', () => {
  it('a GP gives the answer, opens, and lands on the heading of the summary', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient: 'Liam' });
    const page = app as Page;
    await reachGate(app);
    await tabTo(page, app, 'Yes, the patient agreed');
    await page.keyboard.press('Space');
    expect(await app.getByRole('radio', { checked: true }).count()).toBe(1);
    await tabTo(page, app, 'Confirm and open');
    await page.keyboard.press('Enter');
    await reachSummary(app);
    expect(await focused(app)).toBe('Care Summary');
    await tabTo(page, app, 'Close record');
    await page.keyboard.press('Enter');
    await reach(app, 'Closed', 1);
    expect(await focused(app)).toBe('Closed');
  });

  it('what is missing is said, focused, and led to', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient: 'Liam' });
    const page = app as Page;
    await reachGate(app);
    await tabTo(page, app, 'Confirm and open');
    await page.keyboard.press('Enter');
    await app.getByRole('alert').waitFor();
    expect(await focused(app)).toContain('There is a problem');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(app)).toBe('Yes, the patient agreed');
    expect(await openings()).toBe(0);
  });

  it('a pharmacist breaks the glass in the sidebar; Enter in the text opens nothing', async () => {
    const { record, app } = await openInSidebar(session.context, {
      user: 'jo-lindqvist',
      patient: 'ELWOOD, Margaret',
    });
    await reachGate(app);
    await app.getByRole('heading', { name: 'Do you have permission' }).click();
    await tabTo(record, app, 'Yes, the patient agreed');
    await arrowTo(record, app, 'I cannot ask: break glass');
    await tabTo(record, app, 'Unconscious or cannot communicate, and care is urgent');
    await record.keyboard.press('Space');
    await arrowTo(record, app, 'Lacks capacity. Viewing is in their best interests');
    await tabTo(record, app, 'What do you need to know, and why now?');
    await record.keyboard.type('Her patch strength is written twice');
    await record.keyboard.press('Enter');
    await record.keyboard.type('and the next dose is due now.');
    expect(await app.getByRole('textbox').inputValue()).toContain('twice\nand');
    expect(recordings()).toBe(0);
    await tabTo(record, app, 'Break glass and open');
    await record.keyboard.press('Enter');
    await reachSummary(app);
    expect(await focused(app)).toBe('Care Summary');
    expect(await openings()).toBe(1);
  });

  it('Enter in a one-line field sends nothing either', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient: 'Liam' });
    const page = app as Page;
    await reachGate(app);
    await app.getByRole('radio', { name: 'Yes, agreed earlier in this episode' }).check();
    await app.getByRole('textbox', { name: 'Who asked?' }).fill('Nurse on the day ward');
    await app.getByRole('textbox', { name: 'When?' }).fill('today 09:10');
    await page.keyboard.press('Enter');
    await reachGate(app);
    expect(recordings()).toBe(0);
    expect(app.url()).not.toContain('?');
    await app.getByRole('button', { name: 'Confirm and open' }).click();
    await reachSummary(app);
    expect(await openings()).toBe(1);
  });
});

describe('an impatient hand', () => {
  it('pressing twice records once', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient: 'Liam' });
    await reachGate(app);
    await app.getByRole('radio', { name: 'Yes, the patient agreed' }).check();
    await app.getByRole('button', { name: 'Confirm and open' }).dblclick();
    await reachSummary(app);
    expect(recordings()).toBe(1);
    expect(await openings()).toBe(1);
  });
});
