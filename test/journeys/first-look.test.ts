import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAlone, openByBreakGlass } from './clinician.ts';
import { graceInSidebar, type GraceInSidebar } from './grace-in-sidebar.ts';
import { sidewaysOverflow } from './measure.ts';

let grace: GraceInSidebar;
let app: Page;

beforeAll(async () => {
  grace = await graceInSidebar();
  ({ app } = grace);
});
afterAll(() => grace.close());

const bottomOf = (what: Locator) =>
  what.first().evaluate((element) => element.getBoundingClientRect().bottom);
const region = (name: string) => app.getByRole('region', { name });

describe('the first ten seconds, in 360 by 640 pixels', () => {
  it('show plan, allergies with their conflict and a critical medicine without scrolling', async () => {
    const bar = await app
      .getByRole('button', { name: 'Sections' })
      .evaluate((button) => button.getBoundingClientRect().top);
    expect(await app.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    const inSight = [
      app.getByText(/^Opened by break glass/),
      region('Resuscitation and emergency plans').getByText(/^ReSPECT: /),
      region('Known allergies').getByText('Penicillin'),
      region('Known allergies').getByText(/says “No known drug allergy”/),
      region('Critical medicines').getByRole('heading', { name: /^Warfarin/ }),
      region('Critical medicines').getByText(/1mg tablets and 3mg tablets/),
      region('Critical medicines').getByText(/Stopped/),
      region('Critical medicines').getByRole('heading', { name: /^Apixaban/ }),
    ];
    for (const each of inSight) expect(await bottomOf(each)).toBeLessThanOrEqual(bar);
  });

  it('scroll sideways nowhere, with everything below', async () => {
    expect(await sidewaysOverflow(app)).toBe(0);
  });

  it('bring the search by the bar, with the focus in it', async () => {
    await app.getByRole('button', { name: 'Search', exact: true }).click();
    const box = app.getByRole('searchbox', { name: 'Search the whole summary' });
    expect(await box.isVisible()).toBe(true);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the first screen of others', () => {
  const stories = [
    {
      ...{ patient: 'WHITLOCK, Daniel', settled: /social care: no answer/i },
      plans: [/^Steroid emergency plan/, /^Crisis plan/],
      inSight: [/Insulin glargine · Insulin lispro · .*Hydrocortisone/, /^Metoclopramide/],
    },
    {
      ...{ patient: 'ELWOOD, Margaret', settled: 'All 4 sources answered.' },
      plans: [/^ReSPECT: Not for/, /^ReSPECT: For/],
      inSight: [/^Co-beneldopa/, /^Fentanyl/, /^Trimethoprim/],
    },
  ];

  it.each(stories)(
    '$patient: plans, allergies and every critical medicine by name',
    async (story) => {
      const page = await openAlone(app.context(), {
        ...{ user: 'amina-mensah', patient: story.patient },
        hostOrigin: grace.sandbox.hostOrigin,
      });
      await openByBreakGlass(page);
      await page
        .getByRole('region', { name: 'Sources' })
        .getByRole('status')
        .getByText(story.settled)
        .waitFor();
      const bar = await page
        .getByRole('button', { name: 'Sections' })
        .evaluate((button) => button.getBoundingClientRect().top);
      for (const words of [...story.plans, ...story.inSight]) {
        expect(await bottomOf(page.getByRole('main').getByText(words))).toBeLessThanOrEqual(bar);
      }
      await page.close();
    },
  );

  it('of 20,000 entries: two plans at most, and a late notice of three lines, before allergies', async () => {
    const page = await openAlone(app.context(), {
      ...{ user: 'amina-mensah', patient: 'ATTWATER, Frederick' },
      hostOrigin: grace.sandbox.hostOrigin,
    });
    await openByBreakGlass(page);
    await page.getByText('All 4 sources answered.').waitFor();
    const plans = page.getByRole('region', { name: 'Resuscitation and emergency plans' });
    expect(await plans.locator('li.item').count()).toBeLessThanOrEqual(2);
    const notice = page.getByRole('region', { name: /^New since you opened/ });
    if ((await notice.count()) > 0) {
      const lines = await notice
        .locator('p')
        .first()
        .evaluate((words) => {
          const height = Number.parseFloat(getComputedStyle(words).lineHeight);
          return Math.round(words.getBoundingClientRect().height / height);
        });
      expect(lines).toBeLessThanOrEqual(3);
    }
    await page.close();
  });
});

describe('the list of sections', () => {
  it('leads to the critical medicines, and to the filters', async () => {
    await app.getByRole('button', { name: 'Sections', exact: true }).click();
    await app.getByRole('link', { name: /^Critical medicines/ }).click();
    expect(await region('Critical medicines').isVisible()).toBe(true);
    await app.getByRole('button', { name: 'Sections', exact: true }).click();
    await app.getByRole('button', { name: 'Filters and combining' }).click();
    expect(await app.getByRole('radio', { name: 'Show every entry by itself' }).isVisible()).toBe(
      true,
    );
  });
});
