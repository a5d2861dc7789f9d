/** Grace Okafor, opened by an emergency registrar in a sidebar of 360 × 640 px. */
import { describe, expect, it } from 'vitest';
import { lineOf, medicine, seen, storyteller, unfoldAll } from './traps.ts';

const tell = storyteller();

describe('Grace Okafor', () => {
  const grace = tell({
    user: 'amina-mensah',
    patient: 'OKAFOR, Grace',
    act: 'break-glass:unconscious',
  });

  it('first ten seconds: who, break glass, sources, resuscitation, allergies, warfarin in 640 px', async () => {
    const { page } = grace;
    await page.getByText('All 4 sources answered.').waitFor();
    const inOrder = [
      page.getByText('OKAFOR, Grace (Mrs)'),
      page.getByText(/^Opened by break glass \d\d:\d\d/),
      page.getByText('All 4 sources answered.'),
      page.getByText(/^ReSPECT: For attempted cardiopulmonary resuscitation/),
      page.getByRole('heading', { name: 'Known allergies' }),
      grace.section('Known allergies').getByText('Penicillin', { exact: true }).first(),
      grace.section('Known allergies').getByText(/No known drug allergy/),
      page.getByRole('heading', { name: 'Critical medicines' }),
      grace.section('Critical medicines').getByRole('heading', { name: /^Warfarin/ }),
    ];
    const tops = await Promise.all(inOrder.map(async (each) => (await each.boundingBox())?.y));
    expect([...tops].sort((left, right) => Number(left) - Number(right))).toEqual(tops);
    const navigation = await page.getByRole('navigation', { name: 'Summary' }).boundingBox();
    // The bar along the bottom covers what lies under it.
    const line = lineOf(grace.section('Critical medicines'), /^Warfarin/);
    const stopped = await line.getByText(/^Stopped/).boundingBox();
    expect((stopped?.y ?? 640) + (stopped?.height ?? 0)).toBeLessThanOrEqual(navigation?.y ?? 0);
  });

  it('first ten seconds: the headings in the order an emergency needs them', async () => {
    const headings = await grace.page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.slice(0, 8)).toEqual([
      'Resuscitation and emergency plans',
      'Known allergies',
      'Critical medicines',
      'Alerts',
      'Problems',
      'Differences',
      'Latest results',
      'Last 30 days, and care coordinator',
    ]);
  });

  it('two anticoagulants: warfarin stopped by OUH, still on the GP list, apixaban not on it', async () => {
    const critical = grace.section('Critical medicines');
    expect(await seen(lineOf(critical, /^Warfarin/))).toMatch(
      /^Warfarin differs GP 1mg tablets and 3mg tablets.*last issued 28-Oct-2026.*Dose in the yellow anticoagulant book OUH Stopped 07-Nov-2026.*bleed/,
    );
    expect(await seen(lineOf(critical, /^Apixaban/))).toMatch(
      /^Apixaban.* differs OUH 2\.5 mg twice daily.*GP not on GP list \(updated 22-Nov-2026/,
    );
    const warfarin = medicine(grace, /^Warfarin/);
    expect(await seen(warfarin.getByRole('cell').nth(1))).toMatch(/^(OUH )?Stopped 07-Nov-2026/);
  });

  it('strengths that are not a disagreement: warfarin 1 mg and 3 mg', async () => {
    const differences = grace.section('Differences');
    const warfarin = differences.getByRole('listitem').filter({ hasText: /^\s*Warfarin/ });
    expect(await warfarin.count()).toBe(1);
    expect(await seen(warfarin)).toMatch(/^Warfarin current by one source, stopped by another/);
    expect(await seen(warfarin)).not.toMatch(/dose, route or timing/);
  });

  it('two doses: bisoprolol 5 mg by the practice, 2.5 mg by the hospital', async () => {
    const critical = grace.section('Critical medicines');
    expect(await seen(lineOf(critical, /^Bisoprolol/))).toMatch(
      /differs OUH 2\.5mg tablets: 2\.5 mg daily.*GP 5mg tablets: 5 mg daily/,
    );
  });

  it('ramipril stopped for kidney injury is never listed as current by the hospital', async () => {
    const cells = medicine(grace, /^Ramipril/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/5 mg daily.*last issued 28-Oct-2026/);
    expect(await seen(cells.nth(1))).toMatch(/Stopped 07-Nov-2026.*Acute kidney injury/i);
  });

  it('allergy conflict: anaphylaxis to penicillin in 1998, "no known drug allergy" in 2011', async () => {
    const words = await seen(grace.section('Known allergies'));
    expect(words).toMatch(/Penicillin: Anaphylaxis.*1998 OUH/);
    expect(words).toMatch(/GP says “No known drug allergy” differs/);
    expect(await grace.page.getByRole('heading', { name: /No known allergies/ }).count()).toBe(0);
    expect(await seen(lineOf(grace.section('Differences'), 'Penicillin'))).toMatch(
      /one source says none is known.*GP No known drug allergy.*07-Mar-2011.*OUH Penicillin.*1998/,
    );
  });

  it('potassium 6.1 haemolysed, 4.6 the next day', async () => {
    const words = await seen(lineOf(grace.section('Latest results'), /^Potassium/));
    expect(words).toMatch(/Potassium 4\.6 mmol\/L.*20-Nov-2026/);
    expect(words).toMatch(/was 6\.1 mmol\/L High.*haemolysed.*19-Nov-2026/i);
  });

  it('eGFR 52, 46, 41, 38, in a chart and in a table', async () => {
    const { page } = grace;
    await page.getByRole('button', { name: 'Trend of eGFR' }).first().press('Enter');
    const trend = grace
      .section(/eGFR/)
      .filter({ has: page.getByRole('table') })
      .first();
    await trend.getByRole('table').waitFor();
    const rows = await trend.getByRole('row').allInnerTexts();
    const values = rows.flatMap((row) => /\b(52|46|41|38)\b/.exec(row)?.[0] ?? []);
    expect(new Set(values)).toEqual(new Set(['52', '46', '41', '38']));
  });

  it('heart failure is the hospital’s alone, and chronic kidney disease the practice’s', async () => {
    const problems = grace.section('Problems');
    expect(await seen(lineOf(problems, 'Heart failure'))).toMatch(/OUH/);
    expect(await seen(lineOf(problems, 'Heart failure'))).not.toMatch(/\bGP\b/);
    expect(await seen(lineOf(problems, /^Chronic kidney disease/))).toMatch(/3B.*GP/);
  });

  it('diabetes entered on the wrong record is nowhere, however much is unfolded', async () => {
    await unfoldAll(grace);
    expect(await grace.page.content()).not.toMatch(/diabetes/i);
    expect(await seen(grace.section(/not in this view$/))).toMatch(/^1 other item/);
  });
});
