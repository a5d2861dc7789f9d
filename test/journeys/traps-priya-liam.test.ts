/** Priya Nair and Liam O’Rourke: a pregnancy that is over, a drug the practice does not know. */
import { describe, expect, it } from 'vitest';
import { lineOf, medicine, seen, storyteller, unfoldAll } from './traps.ts';

const tell = storyteller();

describe('Priya Nair', () => {
  const priya = tell({ user: 'jo-lindqvist', patient: 'NAIR, Priya', act: 'agree' });

  it('stale pregnancy: the practice’s due date has passed', async () => {
    const pregnancy = priya.section('Pregnancy');
    const dates = pregnancy.getByRole('listitem').filter({ hasText: /Estimated date of delivery/ });
    const [current, stale] = await Promise.all([seen(dates.first()), seen(dates.nth(1))]);
    expect(current).toMatch(/14-Feb-2027.*OUH/);
    expect(current).not.toMatch(/has passed/);
    expect(stale).toMatch(/02-Mar-2025.*the due date has passed.*GP/);
    expect(await seen(priya.section('Differences'))).toMatch(
      /due dates differ OUH.*14-Feb-2027 · recorded 28-Jul-2026 GP.*02-Mar-2025 · the due date has passed · recorded/,
    );
  });

  it('stopped teratogen: valproate on repeat at the practice, stopped by the hospital in 2024', async () => {
    const line = lineOf(priya.section('Critical medicines'), /^Sodium valproate/);
    expect(await seen(line)).toMatch(
      /differs GP 500 mg twice daily · last issued 25-Aug-2026 · For Epilepsy OUH Stopped 11-Mar-2024: Planning pregnancy/,
    );
    const hospital = medicine(priya, /^Sodium valproate/)
      .getByRole('cell')
      .nth(1);
    expect(await seen(hospital)).toMatch(/Stopped 11-Mar-2024/);
  });

  it('lamotrigine 150 mg twice daily is not on the practice’s list', async () => {
    expect(await seen(lineOf(priya.section('Critical medicines'), /^Lamotrigine/))).toMatch(
      /OUH 150 mg twice daily.*GP not on GP list \(updated 22-Nov-2026/,
    );
  });

  it('hospital-only medicine: enoxaparin 40 mg daily', async () => {
    const cells = medicine(priya, /^Enoxaparin/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/Not on list, updated 22-Nov-2026/i);
    expect(await seen(cells.nth(1))).toMatch(/40 mg daily under the skin/);
    expect(await seen(priya.section('Critical medicines'))).toMatch(/Enoxaparin.*differs OUH/);
  });

  it('RhD negative, anti-D given on 16-Nov', async () => {
    expect(await seen(priya.section('Alerts'))).toMatch(/RhD negative.*[Aa]nti-D.*16-Nov-2026/);
  });

  it('Malayalam interpreter, and not the family', async () => {
    expect(await seen(priya.section('Reasonable adjustments and communication'))).toMatch(
      /Interpreter needed: Malayalam\. Do not use family members/,
    );
  });

  it('"no known drug allergy" is not "no known allergies"', async () => {
    const allergies = priya.section('Allergies not recorded');
    expect(await seen(allergies)).toMatch(/GP says “No known drug allergy”/);
  });
});

describe('Liam O’Rourke', () => {
  const liam = tell({
    ...{ user: 'jo-lindqvist', patient: 'OROURKE, Liam', act: 'agree-earlier' },
    size: { width: 1200, height: 900 },
  });

  it('one column per source: the practice’s medicines beside Oxford Health’s', async () => {
    const table = liam.page.getByRole('table', { name: /^Current/ });
    const headers = await table.getByRole('columnheader').all();
    expect(await Promise.all(headers.map(seen))).toEqual(['Medicine', 'GP', 'OH']);
    const clozapine = medicine(liam, /^Clozapine/).getByRole('cell');
    expect(await seen(clozapine.first())).toMatch(/^(GP )?Not on list, updated 22-Nov-2026/i);
    expect(await seen(clozapine.nth(1))).toMatch(/150 mg morning; then 250 mg night/);
    const ciprofloxacin = medicine(liam, /^Ciprofloxacin/).getByRole('cell');
    expect(await seen(ciprofloxacin.first())).toMatch(/500 mg twice daily.*18-Nov-2026/);
    expect(await seen(ciprofloxacin.nth(1))).toMatch(/Not on list/i);
  });

  it('clozapine is critical and Oxford Health’s only', async () => {
    expect(await seen(lineOf(liam.section('Critical medicines'), /^Clozapine/))).toMatch(
      /differs OH 150 mg morning; then 250 mg night.*GP not on GP list/,
    );
  });

  it('the depot stopped in 2022 is not among what is current', async () => {
    const { page } = liam;
    expect(await seen(page.getByRole('table', { name: /^Current/ }))).not.toMatch(
      /zuclopenthixol/i,
    );
    expect(
      await seen(page.getByRole('table', { name: /^Completed, stopped or not taken/ })),
    ).toMatch(/Zuclopenthixol.*Stopped 16-Aug-2022/);
  });

  it('neutrophils 1.3 are provisional, beside the value', async () => {
    expect(await seen(lineOf(liam.section('Latest results'), /^Neutrophils/))).toMatch(
      /^Neutrophils 1\.3 .*Low Preliminary .*Provisional\. Film awaited\..*22-Nov-2026/,
    );
  });

  it('two spellings of one unit are one series: 2.9, 2.1, 1.6, 1.3', async () => {
    const { page } = liam;
    await page.getByRole('button', { name: 'Trend of Neutrophils' }).first().press('Enter');
    const trend = liam.section(/Neutrophils/);
    const table = trend.getByRole('table');
    await table.first().waitFor();
    expect(await table.count()).toBe(1);
    const rows = (await table.getByRole('row').allInnerTexts()).join('\n');
    for (const value of ['2.9', '2.1', '1.6', '1.3']) expect(rows).toContain(value);
    expect(rows).toMatch(/Provisional/);
    await page.keyboard.press('Escape');
  });

  it('nothing computed: no score, warning or advice of our own about clozapine and ciprofloxacin', async () => {
    await unfoldAll(liam);
    const words = await seen(liam.page.getByRole('main'));
    expect(words).not.toMatch(
      /interact|contraindicat|caution|red result|amber|risk score|falling/i,
    );
  });

  it('stopped smoking on 01-Nov, later than the habit of 2025', async () => {
    expect(await seen(liam.section('Social context'))).toMatch(
      /Ex-smoker · Stopped smoking 01-Nov-2026.*Current smoker/,
    );
  });

  it('the hospital’s spelling of his name is the exchange’s: O’ROURKE', async () => {
    expect(await seen(liam.section('Patient'))).toMatch(/^O['’]ROURKE, Liam/);
  });
});
