import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { questionWords } from '../../src/ui/wording/questions.ts';
import { termsWords } from '../../src/ui/wording/terms.ts';
import { standingWords } from '../../src/ui/wording/standing.ts';
import { toldHeading } from '../../src/ui/wording/told-heading.ts';
import { expectNoBarrier } from './barriers.ts';
import {
  agree,
  closeRecord,
  gateHeading,
  openAlone,
  openByBreakGlass,
  openInSidebar,
  openInWindow,
  press,
  reach,
  reachGate,
  reachSummary,
} from './clinician.ts';
import { pageWidth, sidewaysOverflow } from './measure.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true });

const opening = (user: string, patient: string, variant?: string) => ({
  ...{ user, patient, hostOrigin: session.sandbox.hostOrigin },
  ...(variant === undefined ? {} : { variant }),
});
const gp = async (user: string, patient: string): Promise<Page> =>
  (await openInWindow(session.context, opening(user, patient))).app as Page;
const epr = (user: string, patient: string, variant?: string): Promise<Page> =>
  openAlone(session.context, opening(user, patient, variant));

async function broken(user: string, patient: string): Promise<Page> {
  const app = await epr(user, patient);
  await openByBreakGlass(app);
  await closeRecord(app);
  return app;
}

type Screen = readonly [name: string, words: readonly string[], show: () => Promise<Page>];

const screens: readonly Screen[] = [
  [
    'the terms',
    ['Terms of use', termsWords.accept, termsWords.close],
    async () => {
      const app = await gp('priti-rao', 'OKAFOR, Grace');
      await reach(app, 'Terms of use', 1);
      return app;
    },
  ],
  [
    'a namesake’s question',
    [questionWords.namesake.heading, questionWords.namesake.yes, 'Close'],
    async () => {
      const app = await epr('grace-okafor-sister', 'OKAFOR, Grace');
      await reach(app, questionWords.namesake.heading, 1);
      return app;
    },
  ],
  [
    'an informal notice of death',
    [questionWords['informal-death'].heading, questionWords['informal-death'].yes, 'Close'],
    async () => {
      const app = await epr('amina-mensah', 'ADEYEMI, Winifred', 'informal-notice');
      await reach(app, questionWords['informal-death'].heading, 1);
      return app;
    },
  ],
  [
    'the choice of a role',
    [gateHeading, 'Confirm and open'],
    async () => {
      const app = await gp('lucy-marsh', 'OKAFOR, Grace');
      await reachGate(app);
      await app.getByRole('radio', { name: 'Practice nurse' }).waitFor();
      return app;
    },
  ],
  [
    'a permission that stands',
    [standingWords.heading, 'Confirm and open', standingWords.askAgain],
    async () => {
      const first = await gp('sam-patel', 'ELWOOD, Margaret');
      await agree(first);
      await reachSummary(first);
      await closeRecord(first);
      const app = await gp('sam-patel', 'ELWOOD, Margaret');
      await reach(app, standingWords.heading, 2);
      return app;
    },
  ],
  [
    'the reasons that override a refusal',
    [gateHeading, 'Break glass and open'],
    async () => {
      const app = await epr('ben-carver', 'ELWOOD, Margaret');
      await reachGate(app);
      await app.getByRole('radio', { name: /^No: the patient refused/ }).check();
      await press(app, 'Someone is at risk of serious harm');
      await app.getByRole('radio', { name: 'Required by statute' }).check();
      return app;
    },
  ],
  [
    'certifying a death',
    ['Why do you need this record?', 'Break glass and open', 'Close'],
    async () => {
      const app = await epr('amina-mensah', 'ADEYEMI, Winifred');
      await app.getByRole('radio', { name: 'I am certifying this death' }).check();
      return app;
    },
  ],
  [
    'a protected record that is open',
    ['Care Summary', 'Access log', 'Close record'],
    async () => {
      const app = await epr('amina-mensah', 'HADDAD, Leila');
      await agree(app);
      await reachSummary(app);
      await app.getByText('Location is protected').first().waitFor();
      return app;
    },
  ],
  [
    'the review feed',
    ['Review feed', 'Close'],
    async () => {
      await broken('amina-mensah', 'WHITLOCK, Daniel');
      const app = await epr('kit-doyle', 'OKAFOR, Grace');
      await reach(app, 'Review feed', 1);
      await app.getByRole('row').nth(1).waitFor();
      return app;
    },
  ],
  [
    'whether the patient was told',
    [gateHeading, 'Told', 'Not yet', 'Unsafe to tell'],
    async () => {
      await broken('amina-mensah', 'WHITLOCK, Daniel');
      const app = await epr('amina-mensah', 'ELWOOD, Margaret');
      await reachGate(app);
      await app.getByText(toldHeading.question).click();
      // The list comes in a part of its own.
      await app.getByText('Unsafe to tell').first().waitFor();
      return app;
    },
  ],
  [
    'the access log, filtered until nothing matches',
    ['Access log', 'Close record'],
    async () => {
      const app = await epr('jo-lindqvist', 'OKAFOR, Grace');
      await agree(app);
      await reachSummary(app);
      await app.getByLabel('Name contains').fill('Nobody');
      await app.getByText('0 of 1 match').waitFor();
      return app;
    },
  ],
];

describe('no barrier', () => {
  it.each(screens)('on %s', async (_name, words, show) => {
    await expectNoBarrier(await show(), words);
  });
});

describe('the question', () => {
  it('begins in the first 400 px of the sidebar with all that is ordinary above it', async () => {
    await broken('amina-mensah', 'WHITLOCK, Daniel');
    const colleague = await epr('ben-carver', 'FINCH, Harold');
    await openByBreakGlass(colleague);
    const { app } = await openInSidebar(session.context, opening('amina-mensah', 'FINCH, Harold'));
    await reachGate(app);
    const words = await app.getByRole('main').innerText();
    expect(words).toContain(toldHeading.question);
    expect(words).toContain('Opened by others once');
    expect(words).toContain('has not agreed to share');
    const question = app.getByRole('heading', { name: gateHeading });
    const bottom = await question.evaluate((one) => one.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(400);
    expect(await pageWidth(app)).toBe(360);
    expect(await sidewaysOverflow(app)).toBe(0);
  });
});
