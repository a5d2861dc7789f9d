/** The Malik twins and Chloe Barton: what belongs to one child, and what others must not read. */
import { describe, expect, it } from 'vitest';
import { reach } from './clinician.ts';
import { everythingOn, lineOf, medicine, seen, storyteller, unfoldAll } from './traps.ts';

const tell = storyteller();

describe('Ayaan Malik', () => {
  const ayaan = tell({ user: 'jo-lindqvist', patient: 'MALIK, Ayaan', act: 'proxy' });

  it('safeguarding collapsed until asked for', async () => {
    const { page } = ayaan;
    const safeguarding = ayaan.section('Safeguarding');
    expect(await seen(safeguarding)).toMatch(/^Safeguarding 2 entries Show/);
    expect(await page.content()).not.toMatch(/child protection plan/i);
    await safeguarding.getByRole('button', { name: 'Show safeguarding entries' }).press('Enter');
    expect(await seen(safeguarding)).toMatch(/[Cc]hild protection plan.*04-Aug-2026 SC/);
    await safeguarding.getByRole('button', { name: 'Hide safeguarding entries' }).press('Enter');
    expect(await page.content()).not.toMatch(/child protection plan/i);
  });

  it('safeguarding is not found by the search before it is asked for', async () => {
    const { page } = ayaan;
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('searchbox').fill('child protection');
    const said = page.getByRole('search').getByRole('status');
    // The code of the hits comes with the first search: until then there is nothing to be seen.
    await expect.poll(() => said.allInnerTexts()).toEqual([expect.stringMatching(/found/i)]);
    expect(await seen(page.getByRole('search'))).not.toMatch(/protection plan/i);
    await page.getByRole('searchbox').fill('');
  });

  it('peanut anaphylaxis, with what happened', async () => {
    expect(await seen(lineOf(ayaan.section('Known allergies'), 'Peanut'))).toMatch(
      /Peanut: Anaphylaxis.*severe.*11-May-2024/,
    );
    expect(await ayaan.page.content()).not.toMatch(/amoxicillin/i);
  });

  it('adrenaline auto-injector 150 micrograms, and 16.2 kg on 02-Nov', async () => {
    expect(await seen(medicine(ayaan, /^Adrenaline/))).toMatch(/150 micrograms into the thigh/);
    const weight = lineOf(ayaan.section('Vital signs and measurements'), /^Weight/);
    expect(await seen(weight)).toMatch(/Weight 16\.2 kg.*02-Nov-2026.*OUH/);
  });

  it('no MMR by the GP, one by Oxford Health', async () => {
    const vaccinations = ayaan.section('Vaccinations');
    const mmr = vaccinations.getByRole('listitem').filter({ hasText: /^\s*MMR/ });
    expect(await mmr.count()).toBe(1);
    expect(await seen(mmr)).toMatch(/Dose 1.*12-Oct-2023 OH/);
    expect(await seen(mmr)).not.toMatch(/\bGP\b/);
  });
});

describe('Aryan Malik', () => {
  const aryan = tell({ user: 'jo-lindqvist', patient: 'MALIK, Aryan', act: 'proxy' });

  it('the other twin: a rash from amoxicillin, and nothing of his brother’s', async () => {
    expect(await seen(aryan.section('Known allergies'))).toMatch(/Amoxicillin: Rash/);
    await unfoldAll(aryan);
    expect(await everythingOn(aryan)).not.toMatch(/peanut|adrenaline|999 ?000 ?0042/i);
  });
});

describe('Ayaan Malik, with one of Aryan’s resources among his own', () => {
  const mixedUp = tell({
    ...{ user: 'jo-lindqvist', patient: 'MALIK, Ayaan', variant: 'aryan-in-ayaan' },
    ...{ act: 'proxy', opens: false },
  });

  it('closes, and leaves nothing of either on the screen', async () => {
    await reach(mixedUp.page, 'Closed: this may be another patient’s data');
    expect(await mixedUp.page.content()).not.toMatch(/peanut|amoxicillin|malik/i);
  });
});

describe('Chloe Barton', () => {
  const chloe = tell({
    ...{ user: 'jo-lindqvist', patient: 'BARTON, Chloe' },
    act: 'break-glass:unconscious',
  });

  it('withheld items: said of the practice, in the line of sources and in each section', async () => {
    const withheld = /answered, some items withheld/;
    expect(await seen(chloe.section('Sources'))).toMatch(/GP answered, some items withheld\./);
    for (const name of ['Critical medicines', 'Problems', 'Medicines']) {
      expect(await seen(chloe.section(name)), name).toMatch(withheld);
    }
  });

  it('"No known allergy" of a practice that withholds is not read as none', async () => {
    const allergies = chloe.section(/^Allergies/);
    expect(await seen(allergies)).toMatch(
      /^Allergies unavailable.*GP says “No known allergy”.*GP answered, some items withheld/,
    );
  });

  it('"not on list" is not said of a list with items withheld', async () => {
    const cells = medicine(chloe, /^Fluoxetine/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/answered, some items withheld/);
    expect(await seen(cells.first())).not.toMatch(/not on/i);
    expect(await seen(cells.nth(1))).toMatch(/20 mg daily/);
  });

  it('the label says Oxford Health, no more', async () => {
    const { page } = chloe;
    await page.getByRole('button', { name: 'Show each source' }).press('Enter');
    expect(await seen(chloe.section('Sources'))).toMatch(/Oxford Health/);
    expect(await seen(chloe.section('Sources'))).not.toMatch(/mental|psychiatr|CAMHS/i);
    const tags = page.getByRole('img', { name: 'Oxford Health', exact: true });
    expect(await tags.count()).toBeGreaterThan(5);
    const headings = await page.getByRole('heading').allInnerTexts();
    expect(headings.join()).not.toMatch(/mental|psychiatr|CAMHS/i);
  });

  it('the safety plan, with what she asked, is at the top', async () => {
    expect(await seen(chloe.section('Resuscitation and emergency plans'))).toMatch(
      /Safety plan.*nobody at home is told without her.*27-Oct-2026 OH/,
    );
  });
});
