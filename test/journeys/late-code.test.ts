/** Parts of the app itself that come late, or not at first, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { laterWords } from '../../src/ui/wording/later.ts';
import { unrecordedWords } from '../../src/ui/wording/gate.ts';
import { axe } from '../support/chromium.ts';
import {
  agree,
  answerBreakGlass,
  enough,
  gateHeading,
  openInWindow,
  press,
  reach,
  reachGate,
  reachSummary,
} from './clinician.ts';
import { focused, tabTo } from './keys.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900 });
const grace = { user: 'sam-patel', patient: 'OKAFOR, Grace' };

const note = { title: 'Anticoagulation clinic note', words: /has had no bleeding/ };
const discharge = {
  title: 'Discharge summary, acute general medicine',
  words: 'Page 1 of 2',
};

const isChunk = (name: string) => new RegExp(`/assets/${name}-[\\w-]{8}\\.js$`);

/** Nothing of this address comes until the cut is mended: no file of a chunk, by its name. */
async function cut(what: string | RegExp) {
  const address = typeof what === 'string' ? isChunk(what) : what;
  await session.context.route(address, (route) => route.abort('internetdisconnected'));
  const failures = () =>
    session.traffic.requests.filter(
      (request) => address.test(request.url()) && request.failure() !== null,
    ).length;
  const isLost = () => expect.poll(failures).toBeGreaterThan(0);
  return { isLost, failures, mend: () => session.context.unroute(address) };
}

/** Files of this chunk wait until they are let go. */
async function hold(name: string) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await session.context.route(isChunk(name), async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

async function openedGrace(): Promise<Page> {
  const { app } = await openInWindow(session.context, grace);
  await agree(app);
  await reachSummary(app);
  await app.getByText('All 4 sources answered.').waitFor();
  return app as Page;
}

describe('a network that is lost while the question is read', () => {
  it('is said when Confirm is pressed, keeps the answers, and records them once it is back', async () => {
    const { isLost, mend } = await cut('rest');
    const { app } = await openInWindow(session.context, grace);
    await reachGate(app);
    await isLost();
    await answerBreakGlass(app, 'unconscious', enough);
    await press(app, 'Break glass and open');
    await app.getByRole('heading', { name: unrecordedWords.heading }).waitFor();
    expect(await app.getByRole('textbox', { name: /./ }).first().inputValue()).toBe(enough);
    expect(await session.trail.kinds()).not.toContain('opened');
    await press(app, unrecordedWords.tryAgain);
    await app.getByRole('heading', { name: unrecordedWords.heading }).waitFor();
    await mend();
    await press(app, unrecordedWords.tryAgain);
    await reachSummary(app);
    const kinds = await session.trail.kinds();
    expect(kinds.filter((kind) => kind === 'opened')).toHaveLength(1);
  });

  it('is said where an answer is pressed, and what opens another is there once it is back', async () => {
    const { isLost, mend } = await cut('answering');
    const { app } = await openInWindow(session.context, grace);
    await reachGate(app);
    await isLost();
    await app.getByRole('radio', { name: 'Yes, the patient agreed' }).check();
    await press(app, 'Confirm and open');
    await app.getByRole('alert').getByText(laterWords.failed).waitFor();
    expect(await session.trail.kinds()).not.toContain('opened');
    await mend();
    await answerBreakGlass(app, 'unconscious', enough);
    await press(app, 'Break glass and open');
    await reachSummary(app);
  });

  it('leaves the question as it is where the record’s own screen did not come, and opens later', async () => {
    const { isLost, mend } = await cut('record-parts');
    const { app } = await openInWindow(session.context, grace);
    await reachGate(app);
    await isLost();
    expect(await app.getByRole('heading', { name: gateHeading }).isVisible()).toBe(true);
    await mend();
    await agree(app);
    await reachSummary(app);
  });

  it('keeps no abandoned question out of the trail', async () => {
    const { isLost } = await cut('rest');
    const { app } = await openInWindow(session.context, { ...grace, patient: 'MALIK, Aryan' });
    await reachGate(app);
    await isLost();
    await (app as Page).close({ runBeforeUnload: true });
    await expect.poll(session.trail.kinds).toContain('abandoned');
  });
});

describe('a part of the open record that does not come', () => {
  it.each([
    ['the timeline', 'timeline-body', 'Timeline'],
    ['the access log', 'access-log-body', 'Access log'],
  ])('is said in its place: %s', async (_, name, heading) => {
    const { mend } = await cut(name);
    const app = await openedGrace();
    const place = app.getByRole('region', { name: heading, exact: true });
    await place.scrollIntoViewIfNeeded();
    await place.getByRole('alert').getByText(laterWords.failed).waitFor();
    // Nothing is kept free for what does not come.
    expect((await place.boundingBox())?.height).toBeLessThan(200);
    expect(await app.getByRole('region', { name: 'Known allergies' }).isVisible()).toBe(true);
    expect(await axe(app)).toEqual([]);
    await mend();
    await place.getByRole('button', { name: laterWords.tryAgain }).click();
    await place.getByRole('alert').waitFor({ state: 'detached' });
    await place.getByText(laterWords.loading).waitFor({ state: 'detached' });
    expect((await place.innerText()).length).toBeGreaterThan(heading.length);
  });

  it('is tried again with the keyboard: what a row says besides', async () => {
    const { mend, failures } = await cut('row-more');
    const app = await openedGrace();
    const more = app.getByRole('button', { name: /^More/ }).first();
    await more.focus();
    await app.keyboard.press('Enter');
    await app.getByRole('alert').getByText(laterWords.failed).waitFor();
    await tabTo(app, app, laterWords.tryAgain);
    const again = app.getByRole('button', { name: laterWords.tryAgain });
    const before = failures();
    await app.keyboard.press('Enter');
    await expect.poll(failures).toBeGreaterThan(before);
    await app.getByRole('alert').getByText(laterWords.failed).waitFor();
    expect(await focused(app)).toBe(laterWords.tryAgain);
    await mend();
    await app.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await app.evaluate(() => document.activeElement === document.body)).toBe(false);
    expect(await axe(app)).toEqual([]);
    await reach(app, 'Care Summary', 1);
  });

  it.each([
    ['what shows it', 'letter-viewer', note],
    ['what draws it', 'letter-content', note],
    ['the letter itself', /\/Binary\//, note],
    ['what opens PDFs', 'pdf-file', discharge],
    ['what reads PDFs', /\/pdf\.worker[\w.-]*\.mjs$/, discharge],
  ])('is tried again with the keyboard: of a letter, %s', async (_, what, { title, words }) => {
    const { mend, failures } = await cut(what);
    const app = await openedGrace();
    await app
      .getByRole('button', { name: new RegExp(`^Open ${title}`) })
      .first()
      .focus();
    await app.keyboard.press('Enter');
    const letter = app.getByRole('region', { name: title });
    await letter.getByRole('alert').waitFor();
    await tabTo(app, app, laterWords.tryAgain);
    const before = failures();
    await app.keyboard.press('Enter');
    await expect.poll(failures).toBeGreaterThan(before);
    await letter.getByRole('alert').waitFor();
    expect(await focused(app)).toBe(laterWords.tryAgain);
    expect(await axe(app)).toEqual([]);
    await mend();
    await app.keyboard.press('Enter');
    await letter.getByText(words).waitFor({ state: 'attached' });
    expect(await focused(app)).toMatch(new RegExp(`^${title}`));
    expect(await axe(app)).toEqual([]);
  });
});

describe('code that is slow to come', () => {
  it('of a letter leaves the focus on its title, and Escape leads back to where it was opened', async () => {
    const release = await hold('letter-viewer');
    const app = await openedGrace();
    const opener = app.getByRole('button', { name: /^Open Anticoagulation clinic note/ });
    await opener.focus();
    await app.keyboard.press('Enter');
    const letter = app.getByRole('region', { name: 'Anticoagulation clinic note' });
    await letter.getByText(laterWords.loading).waitFor();
    expect(await focused(app)).toMatch(/^Anticoagulation clinic note/);
    expect(await axe(app)).toEqual([]);
    release();
    await app.getByText(/has had no bleeding/).waitFor();
    expect(await focused(app)).toMatch(/^Anticoagulation clinic note/);
    expect(await axe(app)).toEqual([]);
    await app.keyboard.press('Escape');
    await opener.waitFor();
    expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('of a trend gives it the focus once it is there, and Escape gives it back', async () => {
    const release = await hold('trend-panel');
    const app = await openedGrace();
    const opener = app.getByRole('button', { name: 'Trend of Potassium' }).first();
    await opener.focus();
    await app.keyboard.press('Enter');
    // The access log may be on its way too, and says so.
    const row = app.getByRole('listitem').filter({ has: opener });
    await row.getByRole('status').filter({ hasText: laterWords.loading }).waitFor();
    expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
    release();
    await reach(app, 'Trend of Potassium');
    expect(await focused(app)).toBe('Trend of Potassium');
    expect(await axe(app)).toEqual([]);
    await app.keyboard.press('Escape');
    expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('of why it closed names the system it was opened from, though the launch is over', async () => {
    const release = await hold('closed-screen');
    const { app } = await openInWindow(session.context, { ...grace, user: 'rita-shaw' });
    const revoked = () =>
      session.traffic.requests.filter((request) => request.url().endsWith('/revocation')).length;
    await expect.poll(revoked).toBeGreaterThan(0);
    release();
    await app.getByText('Your role in Larkfield GP is Receptionist.').waitFor();
  });
});
