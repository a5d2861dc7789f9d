/** Grace's record in a sidebar of her own sandbox, opened by break glass, with all sources there. */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import { openAlone, openByBreakGlass } from './clinician.ts';

export type GraceInSidebar = {
  readonly app: Page;
  readonly sandbox: Awaited<ReturnType<typeof ownSandbox>>;
  readonly close: () => Promise<void>;
};

/** 360 by 640 pixels, as the hospital record shows it. */
export async function graceInSidebar(): Promise<GraceInSidebar> {
  const [browser, sandbox] = await Promise.all([launchBrowser(), ownSandbox()]);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  context.setDefaultTimeout(30_000);
  const app = await openAlone(context, {
    ...{ user: 'amina-mensah', patient: 'OKAFOR, Grace' },
    hostOrigin: sandbox.hostOrigin,
  });
  await openByBreakGlass(app);
  await app.getByText('All 4 sources answered.').waitFor();
  const close = async () => {
    await browser.close();
    await sandbox.close();
  };
  return { app, sandbox, close };
}
