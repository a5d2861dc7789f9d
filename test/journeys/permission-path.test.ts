import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gateWords } from '../../src/ui/wording/gate.ts';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { openRecord, reachGate, reachSummary } from './clinician.ts';
import { arrowTo, tabTo } from './keys.ts';
import { browserSession } from './session.ts';

const { exchangeOrigin } = await fileSandbox();
const session = browserSession({ width: 1280, height: 900 });

/** The heading of the screen at each press of the mouse in the app. */
async function presses(): Promise<readonly string[]> {
  const seen: string[] = [];
  await session.context.exposeBinding('pressed', (_source, heading: string) => {
    seen.push(heading);
  });
  await session.context.addInitScript(() => {
    addEventListener('pointerdown', () => {
      const pressed = Reflect.get(window, 'pressed') as (heading: string) => void;
      pressed(document.querySelector('h1')?.textContent ?? '');
    });
  });
  return seen;
}

const summaries = () => session.traffic.to(exchangeOrigin, /\$summary$/);

describe('from the launch to the summary, with permission', () => {
  it('is one screen and two clicks', async () => {
    const practice = await openRecord(session.context, 'gp', {
      ...{ user: 'sam-whitfield', patient: 'BARTON, Chloe' },
    });
    const seen = await presses();
    const opened = session.context.waitForEvent('page');
    await practice.getByRole('button', { name: 'Care Summary', exact: true }).click();
    const app = await opened;
    await reachGate(app);
    expect(summaries()).toEqual([]);
    await app.getByRole('radio', { name: /^Yes, the young person/ }).click();
    expect(summaries()).toEqual([]);
    await app.getByRole('button', { name: gateWords.confirmAndOpen }).click();
    await expect.poll(() => summaries().length).toBe(1);
    await reachSummary(app);
    expect(seen).toEqual([gateWords.heading, gateWords.heading]);
  });

  it('needs no mouse, from the host’s own button on', async () => {
    const practice = await openRecord(session.context, 'gp', {
      ...{ user: 'sam-whitfield', patient: 'MALIK, Ayaan' },
    });
    const seen = await presses();
    const opened = session.context.waitForEvent('page');
    await practice.getByRole('button', { name: 'Care Summary', exact: true }).focus();
    await practice.keyboard.press('Enter');
    const app: Page = await opened;
    await reachGate(app);
    await tabTo(app, app, 'Yes, the young person understands and agreed');
    await arrowTo(app, app, 'Yes, someone who can decide for them agreed');
    await tabTo(app, app, gateWords.confirmAndOpen);
    await app.keyboard.press('Enter');
    await expect.poll(() => summaries().length).toBe(1);
    await reachSummary(app);
    expect(seen).toEqual([]);
  });
});
