/** Daniel Whitlock, unconscious: what arrives late, who never answers, and what must be told. */
import { describe, expect, it } from 'vitest';
import { closeRecord, reachSummary } from './clinician.ts';
import { lineOf, medicine, seen, storyteller } from './traps.ts';

// Slow enough for the record to be open before Oxford Health answers, after 8 s in earnest.
const tell = storyteller(2);

describe('Daniel Whitlock', () => {
  const daniel = tell({
    user: 'amina-mensah',
    patient: 'WHITLOCK, Daniel',
    act: 'break-glass:unconscious',
    whole: false,
  });
  const late = () => daniel.page.getByRole('region', { name: /^New since you opened/ });

  it('allergies are "unavailable", not "none", while Oxford Health is still asked', async () => {
    await daniel.section('Sources').getByText('Oxford Health: still asking.').first().waitFor();
    await lineOf(daniel.section('Alerts'), /^Steroid dependent/).waitFor();
    // Whoever scrolls is reading: from here on what arrives is marked.
    await daniel.page.mouse.wheel(0, 40);
    const headings = await daniel.page.getByRole('heading', { name: /allerg/i }).allInnerTexts();
    expect(headings).toEqual(['Allergies unavailable']);
  });

  it('late allergy is marked until acknowledged', async () => {
    const { page } = daniel;
    await late().waitFor();
    expect(await seen(late())).toMatch(/Oxford Health: .*1 allergy \(Metoclopramide\)/);
    const metoclopramide = lineOf(daniel.section('Known allergies'), 'Metoclopramide');
    expect(await seen(metoclopramide)).toMatch(
      /Metoclopramide: [Oo]culogyric crisis.*OH ?Just arrived/,
    );
    await page.getByRole('button', { name: 'I have seen them' }).click();
    await late().waitFor({ state: 'detached' });
    expect(await seen(metoclopramide)).not.toMatch(/Just arrived/);
    expect(await seen(metoclopramide)).toMatch(/[Oo]culogyric crisis.*2021 OH/);
  });

  it('social care timed out: said beside the count, and asked again at a press', async () => {
    const { page } = daniel;
    const line = daniel.section('Sources').getByRole('status');
    await line.getByText(/social care: no answer/).waitFor();
    expect(await seen(line)).toMatch(/^3 of 4 answered\..*SC no answer\./);
    expect(await page.getByRole('button', { name: 'Ask all again' }).isVisible()).toBe(true);
  });

  it('hydrocortisone last issued 14-Jun: the practice’s is no dose, the hospital’s is 10, 5 and 5 mg', async () => {
    const line = await seen(lineOf(daniel.section('Critical medicines'), /^Hydrocortisone/));
    expect(line).toMatch(/differs GP 10mg tablets.*last issued 14-Jun-2026/);
    expect(line).toMatch(/OUH 10 mg .*5 mg .*5 mg/);
  });

  it('fludrocortisone 100 micrograms is the hospital’s only', async () => {
    const cells = medicine(daniel, /^Fludrocortisone/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/Not on list, updated 22-Nov-2026/i);
    expect(await seen(cells.nth(1))).toMatch(/100 micrograms daily/);
  });

  it('insulin and levetiracetam are critical, with their doses in full', async () => {
    const words = await seen(daniel.section('Critical medicines'));
    expect(words).toMatch(/Insulin glargine.*22 units nightly/);
    expect(words).toMatch(/Levetiracetam.*750 mg twice daily/);
  });

  it('steroid alert, steroid emergency plan and crisis plan are there at the top', async () => {
    expect(await seen(daniel.section('Alerts'))).toMatch(/Steroid dependent.*OUH/);
    const plans = await seen(daniel.section('Resuscitation and emergency plans'));
    expect(plans).toMatch(/Steroid emergency plan.*OUH.*Crisis plan.*OH/);
  });

  it('Addison’s disease is the hospital’s alone; the overdose of 2025 is past', async () => {
    const problems = daniel.section('Problems');
    expect(await seen(lineOf(problems, /^Addison/))).toMatch(/OUH$|OUH More$/);
    await problems.getByRole('button', { name: /^Past/ }).press('Enter');
    expect(await seen(problems)).toMatch(/Past.*[Oo]verdose.*2025.*OH/);
  });

  it('reload: the record goes on, with the break glass still said', async () => {
    const { page } = daniel;
    await page.reload();
    await reachSummary(page);
    const line = page.getByText(/^Opened by break glass \d\d:\d\d · tell the patient$/);
    await line.waitFor();
    expect(await line.isVisible()).toBe(true);
    expect(await page.getByRole('radio', { name: /break glass/ }).count()).toBe(0);
  });

  it('telling the patient: said until the end, and nothing is left on the screen', async () => {
    await closeRecord(daniel.page);
    expect(await daniel.page.content()).not.toMatch(/whitlock|metoclopramide|hydrocortisone/i);
  });
});
