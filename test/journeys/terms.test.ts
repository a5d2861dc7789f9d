import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { termsWords } from '../../src/ui/wording/terms.ts';
import {
  launchFrom,
  openInSidebar,
  openInWindow,
  press,
  reach,
  reachGate,
  type AppScreen,
  type Visit,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });

const asPriti = (context: BrowserContext = session.context): Promise<Visit> =>
  openInWindow(context, {
    ...{ user: 'priti-rao', patient: 'OKAFOR, Grace', hostOrigin: session.sandbox.hostOrigin },
  });
const asTom = (context: BrowserContext = session.context): Promise<Visit> =>
  openInSidebar(context, {
    ...{ user: 'tom-ellery', patient: 'WHITLOCK, Daniel', hostOrigin: session.sandbox.hostOrigin },
  });

async function reachTerms(app: AppScreen): Promise<void> {
  await reach(app, 'Terms of use', 1);
  // Their text comes in a part of its own.
  await app.getByText('Version 2026-11').waitFor();
}
const button = (app: AppScreen, name: string) =>
  app.getByRole('button', { name, exact: true }).count();
const recorded = async () =>
  (await session.trail.rows()).filter(({ type }) => type.startsWith('terms-'));
const clinical = () =>
  session.traffic.to(session.sandbox.exchangeOrigin, /\$summary|\/Binary\/|\/DocumentReference/);

describe('the terms, at first use', () => {
  it('come before the question, and can not be put off', async () => {
    const { app } = await asPriti();
    await reachTerms(app);
    const words = await app.getByRole('main').innerText();
    expect(words).toContain('Version 2026-11');
    expect(words).toContain(termsWords.first);
    expect(words).toContain(termsWords.recorded);
    expect(await button(app, termsWords.accept)).toBe(1);
    expect(await button(app, termsWords.putOff)).toBe(0);
    expect(await app.getByRole('checkbox').count()).toBe(0);
    expect(await app.getByRole('radio').count()).toBe(0);
    expect(clinical()).toEqual([]);
  });

  it('are accepted once: by whom, which version and when; not asked again, nor in another browser', async () => {
    const { app, record } = await asPriti();
    await reachTerms(app);
    await press(app, termsWords.accept);
    await reachGate(app);
    const [acceptance, ...more] = await recorded();
    expect(more).toEqual([]);
    expect(acceptance).toMatchObject({ type: 'terms-accepted', user: 'Dr Priti Rao', patient: '' });
    expect(acceptance?.detail).toContain('|2026-11');
    await reachGate(await launchFrom(record, 'gp'));
    const elsewhere = await asPriti(await session.anotherBrowser());
    await reachGate(elsewhere.app);
    expect(await recorded()).toHaveLength(1);
  });

  it('declined, close: asked again at the next launch, and nothing is opened', async () => {
    const { app, record } = await asPriti();
    await reachTerms(app);
    await press(app, termsWords.close);
    await reach(app, 'You have not accepted the terms of use', 1);
    await expect.poll(session.trail.kinds).toContain('refused');
    await reachTerms(await launchFrom(record, 'gp'));
    expect(await recorded()).toEqual([]);
    expect(clinical()).toEqual([]);
  });
});

describe('a new version of the terms', () => {
  it('may be put off, which is recorded, and is not asked again meanwhile', async () => {
    const { app, record } = await asTom();
    await reachTerms(app);
    const words = await app.getByRole('main').innerText();
    expect(words).toContain(termsWords.changed('2025-04'));
    expect(words).toContain(termsWords.mayPutOff(14));
    await press(app, termsWords.putOff);
    await reachGate(app);
    const [putOff, ...more] = await recorded();
    expect(more).toEqual([]);
    expect(putOff).toMatchObject({ type: 'terms-put-off', user: 'Tom Ellery', patient: '' });
    await reachGate(await launchFrom(record, 'epr'));
    const elsewhere = await asTom(await session.anotherBrowser());
    await reachGate(elsewhere.app);
    expect(await recorded()).toHaveLength(1);
  });
});
