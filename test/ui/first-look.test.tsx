import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { answered, coverage, open, section } from './all-answered.tsx';
import { gp, oh, on, ouh, report, sc, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { entry, gracesItems, medication, result } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const hospital = { source: ouh.id };
const respect = (value: string, date: string, source: string) =>
  entry('emergency-plan', 'ReSPECT', {
    ...{ role: 'resuscitation', value, source, date: on(date), note: 'Agreed with her daughter.' },
  });

describe('resuscitation and emergency plans', () => {
  const plans = () => section('Resuscitation and emergency plans');

  it('Margaret: both versions stand, newest first, marked as differing', () => {
    open(
      respect('For attempted CPR', '2023-05-16', oh.id),
      respect('Not for attempted CPR', '2026-10-10', ouh.id),
    );
    const [first, second] = plans().getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /ReSPECT: Not for attempted CPR differs · check the original 10-Oct-2026/,
    );
    expect(second).toHaveTextContent(/ReSPECT: For attempted CPR differs .* 16-May-2023/);
  });

  it('give their reasons on demand', async () => {
    const { user } = open(respect('For attempted CPR', '2023-05-16', oh.id));
    expect(plans().queryByText('Agreed with her daughter.')).toBeNull();
    await user.click(plans().getByRole('button', { name: 'More about ReSPECT' }));
    expect(plans().getByText('Agreed with her daughter.')).toBeVisible();
  });

  it('Daniel: say at once the first thing to do, and how many there are', () => {
    const step = (text: string) => ({ label: 'Step', text });
    open(
      entry('emergency-plan', 'Steroid emergency plan', {
        ...{ value: 'For any acute illness.', note: 'Carries a card' },
        details: [{ label: 'Category', text: 'Clinical' }, step('Hydrocortisone'), step('Fluids')],
      }),
    );
    expect(plans().getByRole('listitem')).toHaveTextContent(
      /plan: For any acute illness. · Step 1 of 2 Hydrocortisone · Carries a card 28-Oct-2026/,
    );
  });

  it('that are over are folded, and never among those in force', async () => {
    const { user } = open(
      entry('emergency-plan', 'Crisis plan', { standing: 'past', value: 'Ring the team' }),
    );
    expect(plans().queryByText(/Crisis plan/)).toBeNull();
    await user.click(plans().getByRole('button', { name: 'No longer in force (1)' }));
    expect(plans().getByRole('listitem')).toHaveTextContent('Crisis plan: Ring the team Past');
  });

  it('take in a decision that was sent in another section', () => {
    open(entry('care-plan', 'ReSPECT', { role: 'resuscitation', value: 'Not for attempted CPR' }));
    expect(plans().getByRole('listitem')).toHaveTextContent('ReSPECT: Not for attempted CPR');
    expect(section('Nothing to show').queryByText(/Resuscitation/)).toBeNull();
  });
});

describe('Grace: two anticoagulants and an allergy conflict', () => {
  it('marks the practice’s "no known drug allergy" as differing beside the penicillin', () => {
    open(...gracesItems());
    const allergies = section('Known allergies');
    expect(allergies.getByText('Penicillin').closest('li')).toHaveTextContent(
      /Penicillin: anaphylaxis, severe 1998/,
    );
    const says = allergies.getByText(/says “no known drug allergy”/);
    expect(says).toHaveTextContent(/\(2011\) differs/);
    expect(heard(says)).toBe(
      'Hollow Way Medical Centre says “no known drug allergy” (2011) differs',
    );
  });

  it('lists critical medicines by drug, a line per source, what is stopped in bold', () => {
    open(...gracesItems());
    const critical = section('Critical medicines');
    expect(critical.getByText(/^2 of 3/)).toBeVisible();
    const heading = critical.getByRole('heading', { name: 'Warfarin differs' });
    const lines = within(heading.parentElement ?? heading).getAllByRole('listitem');
    expect(lines.map(heard)).toEqual([
      'Hollow Way Medical Centre 1 mg tablets: as per INR · last issued 28 October 2026',
      'Oxford University Hospitals Stopped 12 November 2026: bleed',
    ]);
    const stopped = within(heading.parentElement ?? heading).getByText(/Stopped/);
    expect(stopped).toHaveClass('mark');
    expect(stopped).toHaveTextContent('Stopped 12-Nov-2026');
  });

  it('says which complete list does not have a drug, and its date', () => {
    open(...gracesItems());
    const heading = section('Critical medicines').getByRole('heading', { name: /^Apixaban/ });
    expect(heading).toHaveTextContent('Apixaban 2.5 mg tablets differs');
    expect(heading.parentElement).toHaveTextContent(/not on GP list \(updated 28-Oct-2026/);
  });

  it('does not say "not on list" of a list that did not arrive whole', () => {
    const items = gracesItems();
    const sources = [report(gp, 'answered-withheld'), ...answered.slice(1)];
    renderApp(showing({ items, sources, practice: gp.id }, { verified: verified({ coverage }) }));
    expect(document.body).not.toHaveTextContent(/not on GP list/i);
  });

  it('has no accessibility problem with everything open', async () => {
    const { container, user } = open(...gracesItems(), entry('safeguarding', 'Plan'));
    for (const button of screen.getAllByRole('button', { name: /^(More|Show|Past)/ })) {
      await user.click(button);
    }
    expect(await brokenRules(container)).toEqual([]);
  });
});

describe('critical medicines', () => {
  it('say why there are none to list', () => {
    renderApp(showing({ sources: [report(gp, 'timeout'), ...answered.slice(1)] }));
    expect(section('Critical medicines').getByText(/looked/)).toHaveTextContent(
      'Hollow Way Medical Centre: no answer.',
    );
  });

  it('do not take an empty choice for an empty list', () => {
    open(medication('Amlodipine 5 mg tablets'));
    expect(
      section('Critical medicines').getByText('The 1 medicine listed is not on the critical list.'),
    ).toBeVisible();
  });
});

describe('what several sources say alike', () => {
  const line = (strength: string, lastIssued: string, more = {}) =>
    medication(`Warfarin ${strength} tablets`, {
      ...{ dose: 'as per INR', lastIssued: on(lastIssued), ...more },
    });

  it('strengths of which all else is the same share a line, and each is said', () => {
    open(line('1 mg', '2026-10-28'), line('3 mg', '2026-10-28'));
    expect(
      section('Critical medicines').getByRole('heading', { level: 3 }).parentElement,
    ).toHaveTextContent(/1 mg tablets and 3 mg tablets: as per INR · last issued 28-Oct-2026/);
  });

  it('strengths last issued on different days keep their lines', () => {
    open(line('1 mg', '2026-10-28'), line('3 mg', '2026-09-28'));
    const drug = section('Critical medicines').getByRole('heading', { level: 3 }).parentElement;
    expect(within(drug ?? document.body).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says whose a date is on a line that speaks for several', () => {
    open(line('1 mg', '2026-10-28'), line('1 mg', '2026-10-28', { ...hospital, lastIssued: null }));
    expect(section('Critical medicines').getByText(/GP last issued/)).toBeVisible();
  });

  it('is taken apart in the first look as well', async () => {
    const theirs = line('1 mg', '2026-10-28', { ...hospital, lastIssued: null });
    const { user } = open(line('1 mg', '2026-10-28'), theirs);
    await user.click(screen.getByText('Show each source'));
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('radio', { name: 'Show every entry by itself' }));
    expect(section('Critical medicines').queryByText(/GP last issued/)).toBeNull();
    expect(section('Critical medicines').getAllByText(/as per INR/)).toHaveLength(2);
  });
});

describe('safeguarding', () => {
  it('Aryan: is counted, and not on the page until it is asked for', async () => {
    const { user } = open(entry('safeguarding', 'Child protection plan', { source: sc.id }));
    expect(document.body).not.toHaveTextContent('Child protection plan');
    const safeguarding = section('Safeguarding');
    expect(safeguarding.getByText(/^1 entry/)).toBeVisible();
    await user.click(safeguarding.getByRole('button', { name: 'Show safeguarding entries' }));
    expect(safeguarding.getByRole('listitem')).toHaveTextContent('Child protection plan');
    await user.click(safeguarding.getByRole('button', { name: 'Hide safeguarding entries' }));
    expect(document.body).not.toHaveTextContent('Child protection plan');
  });
});

describe('Priya: a stale pregnancy', () => {
  it('says of a due date in the past that it has passed', () => {
    open(
      entry('pregnancy', 'Pregnancy', { due: on('2025-03-02') }),
      entry('pregnancy', 'Pregnancy', { ...hospital, due: on('2027-02-14') }),
    );
    const rows = section('Pregnancy').getAllByRole('listitem');
    const words = rows.map((row) => row.textContent);
    expect(words.filter((each) => each.includes('the due date has passed'))).toEqual([
      expect.stringContaining('02-Mar-2025'),
    ]);
  });
});

describe('latest results', () => {
  it('carry the value before, with its own flag, comment and date, none of them taken for the newer’s', () => {
    const potassium = (value: string, date: string, note: string | null) =>
      result('Potassium', {
        ...hospital,
        ...{ value, date: on(date), note },
        codes: [{ system: 'http://loinc.org', code: '2823-3', display: null }],
        measure: {
          ...{ value: Number.parseFloat(value), comparator: null, unit: 'mmol/L' },
          ...{ unitCode: 'mmol/L', low: null, high: null },
        },
        flag: note ? { words: 'High', normal: false } : null,
      });
    open(
      potassium('4.6 mmol/L', '2026-11-20T09:14:00Z', null),
      potassium('6.1 mmol/L', '2026-11-19T18:02:00Z', 'haemolysed'),
    );
    expect(section('Latest results').getByRole('listitem')).toHaveTextContent(
      /Potassium 4.6 mmol\/L · was 6.1 mmol\/L High, haemolysed \(19-Nov-2026\) 20-Nov-2026 09:14/,
    );
  });
});
