/** What a clinician does, by role and label: choose a record, open the app from it, answer, close. */
import type { BrowserContext, Frame, Page } from 'playwright-core';

import type { BreakGlassReason } from '../../src/domain/access.ts';
import { breakGlassWords } from '../../src/ui/wording/gate.ts';

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
  /** Another sandbox than the one all journeys share. */
  readonly hostOrigin?: string;
};

export const gateHeading = 'Do you have permission to view this record?';
export const summaryHeading = 'Care Summary';

/** Opens a patient's record in the GP practice system and the app in a window of its own. */
export async function openInWindow(context: BrowserContext, opening: Opening): Promise<Visit> {
  const record = await openRecord(context, 'gp', opening);
  const opened = context.waitForEvent('page');
  await record.getByRole('button', { name: 'Care Summary', exact: true }).click();
  return { record, app: await opened };
}

/** Opens a patient's record in the hospital system and the app in its 360 px sidebar. */
export async function openInSidebar(context: BrowserContext, opening: Opening): Promise<Visit> {
  const record = await openRecord(context, 'epr', opening);
  await record.getByRole('button', { name: 'Open Care Summary' }).click();
  const element = await record.waitForSelector('iframe[title="Care Summary"]');
  const app = await element.contentFrame();
  if (app === null) throw new Error('The sidebar has no frame.');
  return { record, app };
}

async function openRecord(
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
  const { inject } = await import('vitest');
  return inject('sandbox').hostOrigin;
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

/** Waits for the question. */
export function reachGate(app: AppScreen): Promise<void> {
  return reach(app, gateHeading, 2);
}

/** Waits for the open record with its list of sources. */
export async function reachSummary(app: AppScreen): Promise<void> {
  await reach(app, summaryHeading, 1);
  await app.getByRole('heading', { name: 'Access log' }).waitFor();
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

/** Closes the open record and waits for the last screen. */
export async function closeRecord(app: AppScreen): Promise<void> {
  await app.getByRole('button', { name: 'Close record' }).click();
  await reach(app, 'Closed', 1);
}
