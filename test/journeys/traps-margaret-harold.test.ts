/** Margaret Elwood and Harold Finch: two plans, four times, and a practice that does not share. */
import { describe, expect, it } from 'vitest';
import { lineOf, medicine, seen, storyteller, unfoldAll } from './traps.ts';

const tell = storyteller();

describe('Margaret Elwood', () => {
  const margaret = tell({ user: 'ben-carver', patient: 'ELWOOD, Margaret', act: 'attorney' });

  it('plan conflict: both versions, newest first, check the original', async () => {
    const plans = margaret.section('Resuscitation and emergency plans');
    expect(await seen(plans)).toMatch(
      /Not for attempted.*differs.*check the original.*10-Oct-2026 OUH.*For attempted.*differs.*check the original.*16-May-2023 OH/,
    );
    expect(await seen(margaret.section('Differences'))).toMatch(
      /ReSPECT decisions differ.*OUH.*Not for attempted.*OH.*For attempted/,
    );
  });

  it('times of co-beneldopa in full', async () => {
    const times = /07:00, 11:00, 15:00 and 19:00/;
    expect(await seen(lineOf(margaret.section('Critical medicines'), /^Co-beneldopa/))).toMatch(
      /07:00, 11:00, 15:00 and 19:00.*Time critical: give within 30 minutes/,
    );
    const cells = medicine(margaret, /^Co-beneldopa/).getByRole('cell');
    for (const cell of await cells.all()) expect(await seen(cell)).toMatch(times);
  });

  it('two strengths of one patch: fentanyl 12 by the practice, 25 by the hospital', async () => {
    expect(await seen(lineOf(margaret.section('Critical medicines'), /^Fentanyl/))).toMatch(
      /differs GP .*12 micrograms\/hour patch every 72 hours.*OUH .*25 micrograms\/hour patch every 72 hours/,
    );
  });

  it('haloperidol was stopped, with the reason, and is not among what is current', async () => {
    const { page } = margaret;
    const ended = page.getByRole('table', { name: /^Completed, stopped or not taken/ });
    expect(await seen(ended)).toMatch(/Haloperidol.*Stopped 10-Oct-2026.*Parkinson's/);
    expect(await seen(page.getByRole('table', { name: /^Current/ }))).not.toMatch(/haloperidol/i);
    expect(await seen(margaret.section('Critical medicines'))).not.toMatch(/haloperidol/i);
  });

  it('proxy: the daughter is attorney, the son is next of kin', async () => {
    const contacts = margaret.section('Contacts');
    expect(await seen(lineOf(contacts, 'Anne Sorrell'))).toMatch(/attorney, Daughter/);
    expect(await seen(lineOf(contacts, 'Peter Elwood'))).toMatch(/Next of kin, Son/);
    expect(await seen(lineOf(contacts, 'Peter Elwood'))).not.toMatch(/attorney/i);
  });

  it('penicillin chosen in error is no allergy, however much is unfolded', async () => {
    await unfoldAll(margaret);
    const words = await seen(margaret.section('Known allergies'));
    expect(words).toMatch(/^Known allergies 1 item.*Trimethoprim/);
    expect(words).not.toMatch(/penicillin/i);
  });
});

describe('Harold Finch', () => {
  const harold = tell({ user: 'jo-lindqvist', patient: 'FINCH, Harold', act: 'agree' });

  it('"Allergies unavailable": Bury Knowle does not share, and OUH’s nilknown is no "none"', async () => {
    const allergies = harold.section(/^Allergies/);
    expect(await seen(allergies)).toMatch(/^Allergies unavailable/);
    expect(await seen(allergies)).toMatch(/Bury Knowle Health Centre: has not agreed to share\./);
    expect(await seen(allergies)).toMatch(/Oxford University Hospitals: gave no information\./);
    expect(await harold.page.getByText(/no known/i).count()).toBe(0);
  });

  it('the practice that does not share is named wherever its silence could mislead', async () => {
    expect(await seen(harold.section('Sources'))).toMatch(
      /^No GP record: Bury Knowle Health Centre has not agreed to share\. Do not read this as none\. 3 others answered\./,
    );
    for (const name of ['Critical medicines', 'Alerts', 'Problems', 'Medicines']) {
      expect(await seen(harold.section(name)), name).toMatch(/GP has not agreed to share/);
    }
  });

  it('weekly against daily: methotrexate 15 mg on Mondays by OUH, daily by OH', async () => {
    expect(await seen(lineOf(harold.section('Critical medicines'), /^Methotrexate/))).toMatch(
      /differs OH 15 mg daily · As told by the patient OUH .*15 mg weekly, Monday \(six 2\.5 mg tablets\)/,
    );
    const cells = medicine(harold, /^Methotrexate/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/15 mg weekly, Monday/);
    expect(await seen(cells.nth(1))).toMatch(/15 mg daily/);
    expect(await seen(harold.section('Differences'))).toMatch(
      /Methotrexate dose, route or timing differ OH .*As told by the patient/,
    );
  });

  it('folic acid on Fridays and adalimumab every fortnight keep their days', async () => {
    const words = await seen(harold.section('Medicines'));
    expect(words).toMatch(/Folic acid.*5 mg weekly, Friday/);
    expect(words).toMatch(/Adalimumab.*40 mg fortnightly/);
  });

  it('a resource that can not be read costs itself alone, and is counted', async () => {
    const unshown = harold.section('1 item could not be shown');
    expect(await seen(unshown)).toMatch(/OUH/);
  });
});
