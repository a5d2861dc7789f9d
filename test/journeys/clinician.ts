/** What a clinician does, by role and label: choose a record, open the app from it, answer, close. */
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';

import type { BreakGlassReason } from '../../src/domain/access.ts';
import { breakGlassWords } from '../../src/ui/wording/answering.ts';
import { standingWords } from '../../src/ui/wording/standing.ts';

/** The app on screen: a window of its own, or the sidebar of the hospital record. */
export type AppScreen = Page | Frame;

export type Visit = {
  /** The host's own page with the patient's record. */
  readonly record: Page;
  readonly app: AppScreen;
};

export type Opening = {
  /** Key of a sandbox user, e.g. `sam-patel`. */
  readonly user: string;
  /** As the host lists the patient, e.g. `OKAFOR, Grace`. */
  readonly patient: string;
  /** Key of one of the patient's variants; the story as told if absent. */
  readonly variant?: string;
  /** Another sandbox than the one all journeys of a file share. */
  readonly hostOrigin?: string;
};

export const gateHeading = 'Do you have permission to view this record?';
export const summaryHeading = 'Care Summary';
/** Words that the privacy team understands. */
export const enough = 'No history from anyone: allergies and medicines are needed now.';
const eitherHeading = new RegExp(`^(${gateHeading.replace('?', '\\?')}|${standingWords.heading})$`);

/** Opens a patient's record in the GP practice system and the app in a window of its own. */
export async function openInWindow(context: BrowserContext, opening: Opening): Promise<Visit> {
  const record = await openRecord(context, 'gp', opening);
  return { record, app: await launchFrom(record, 'gp') };
}

/** Opens a patient's record in the hospital system and the app in its 360 px sidebar. */
export async function openInSidebar(context: BrowserContext, opening: Opening): Promise<Visit> {
  const record = await openRecord(context, 'epr', opening);
  return { record, app: await launchFrom(record, 'epr') };
}

/** Launches the app from a record on screen; from the hospital's also when it is open there. */
export async function launchFrom(record: Page, host: 'gp' | 'epr'): Promise<AppScreen> {
  if (host === 'gp') {
    const opened = record.context().waitForEvent('page');
    await record.getByRole('button', { name: 'Care Summary', exact: true }).click();
    return opened;
  }
  const close = record.getByRole('link', { name: 'Close Care Summary' });
  if (await close.isVisible()) await close.click();
  await record.getByRole('button', { name: 'Open Care Summary' }).click();
  const element = await record.waitForSelector('iframe[title="Care Summary"]');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The sidebar has no frame.');
  return frame;
}

/** The hospital's launch in a page of its own instead of the sidebar, so that it can be any width. */
export async function openAlone(context: BrowserContext, opening: Opening): Promise<Page> {
  const address = await launchAddress(context, opening);
  const app = await context.newPage();
  await app.goto(address);
  return app;
}

/** Where the hospital's sidebar would go: a launch for one page, not yet begun. */
export async function launchAddress(context: BrowserContext, opening: Opening): Promise<string> {
  const record = await openRecord(context, 'epr', opening);
  await record.route(
    ({ pathname }) => pathname === '/launch.html',
    (route) => route.abort(),
  );
  await press(record, 'Open Care Summary');
  const src = await record.locator('iframe[title="Care Summary"]').getAttribute('src');
  await record.close();
  return src ?? '';
}

/** The host's own page of one patient, with the story chosen. */
export async function openRecord(
  context: BrowserContext,
  host: 'gp' | 'epr',
  { user, patient, variant, hostOrigin }: Opening,
): Promise<Page> {
  const record = await context.newPage();
  await record.goto(`${hostOrigin ?? (await sharedHost())}/${host}?user=${user}`);
  await record.getByRole('link', { name: patient }).click();
  if (variant !== undefined) await record.getByLabel('Story (sandbox)').selectOption(variant);
  return record;
}

/** Loaded where it is needed: pictures are taken outside the test runner. */
async function sharedHost(): Promise<string> {
  const { fileSandbox } = await import('../support/journey-sandbox.ts');
  return (await fileSandbox()).hostOrigin;
}

/**
 * Waits until a heading of this name is there. Where another screen came instead the error says
 * which, since "timed out" would not.
 */
export async function reach(
  app: AppScreen,
  heading: string | RegExp,
  level?: 1 | 2,
): Promise<void> {
  const wanted = app.getByRole('heading', {
    name: heading,
    exact: typeof heading === 'string',
    ...(level ? { level } : {}),
  });
  try {
    await wanted.waitFor({ state: 'attached' });
  } catch {
    const shown = await app.getByRole('main').innerText();
    throw new Error(`"${String(heading)}" did not come. On screen:\n${shown}`);
  }
}

/** Waits for the question; where a permission of an earlier journey stands, asks it again. */
export async function reachGate(app: AppScreen): Promise<void> {
  await reach(app, eitherHeading, 2);
  const stands = app.getByRole('heading', { name: standingWords.heading });
  if ((await stands.count()) > 0) await press(app, standingWords.askAgain);
  await reach(app, gateHeading, 2);
}

/** Waits for the open record with its list of sources. */
export async function reachSummary(app: AppScreen): Promise<void> {
  await reach(app, summaryHeading, 1);
  await app.getByRole('heading', { name: 'Access log' }).waitFor();
}

/** Goes down to the access log, which is drawn once it is near, and gives its table. */
export async function accessLog(app: AppScreen): Promise<Locator> {
  await app.getByRole('heading', { name: 'Access log' }).scrollIntoViewIfNeeded();
  const log = app.getByRole('table', { name: 'Access log' });
  await log.waitFor();
  // What comes into sight above it may have pushed it down again.
  await log.scrollIntoViewIfNeeded();
  const table = await log.elementHandle();
  await app.waitForFunction((it) => it instanceof HTMLElement && it.innerText !== '', table);
  return log;
}

/** The patient agreed, today. */
export async function agree(app: AppScreen): Promise<void> {
  await reachGate(app);
  await app
    .getByRole('radio', { name: /^Yes, the (patient|young person understands and) agreed/ })
    .check();
  await app.getByRole('button', { name: 'Confirm and open' }).click();
}

/** Someone with parental responsibility, or another proxy where there is only one kind, agreed. */
export async function proxyAgrees(app: AppScreen): Promise<void> {
  await reachGate(app);
  await app.getByRole('radio', { name: 'Yes, someone who can decide for them agreed' }).check();
  await app.getByRole('button', { name: 'Confirm and open' }).click();
}

/** Fills in break glass without pressing the button. */
export async function answerBreakGlass(
  app: AppScreen,
  reason: BreakGlassReason,
  words: string,
): Promise<void> {
  await reachGate(app);
  await app.getByRole('radio', { name: 'I cannot ask: break glass' }).check();
  await app.getByRole('radio', { name: breakGlassWords.reasons[reason] }).check();
  await app.getByRole('textbox', { name: breakGlassWords.justification }).fill(words);
}

/** Unconscious, with a justification that is long enough; the record opens. */
export async function openByBreakGlass(app: AppScreen): Promise<void> {
  await answerBreakGlass(app, 'unconscious', enough);
  await press(app, 'Break glass and open');
  await reachSummary(app);
}

/** Closes the open record and waits for the last screen. */
export async function closeRecord(app: AppScreen): Promise<void> {
  await (await closeButton(app)).click();
  await reach(app, 'Closed', 1);
}

/** In a sidebar it shows the list of sections, and closing the record; a window has both in sight. */
export function sectionsButton(app: AppScreen): Locator {
  return app.getByRole('button', { name: 'Sections', exact: true });
}

/** In a sidebar it lies under "Sections", which is opened for it. */
export async function closeButton(app: AppScreen): Promise<Locator> {
  const sections = sectionsButton(app);
  const close = app.getByRole('button', { name: 'Close record' });
  await sections.or(close).filter({ visible: true }).first().waitFor();
  if (!(await close.isVisible())) await sections.click();
  return close;
}

/** The button of this name. */
export async function press(app: AppScreen, name: string | RegExp): Promise<void> {
  await app.getByRole('button', { name, exact: typeof name === 'string' }).click();
}
