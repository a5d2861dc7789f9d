/** What an entry says on paper: everything its source, or each of its sources, says of it. */
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { on, ouh } from './fixtures.ts';
import { allergy, entry, medication, problem, result } from './items.ts';
import { printed } from './printed-paper.tsx';

describe('an entry on paper', () => {
  it('has its source, its date, when it was recorded and by whom', async () => {
    const { section } = await printed({
      items: [
        problem('Heart failure', {
          ...{ source: ouh.id, date: on('2025-06'), recorded: on('2025-06-18') },
          author: 'Heart failure clinic',
        }),
      ],
    });
    expect(section('Problems')).toHaveTextContent(
      'Heart failure (OUH Jun-2025, recorded 18-Jun-2025, by Heart failure clinic)',
    );
  });

  it('that is over, stopped, refuted or did not happen says so in words', async () => {
    const { section } = await printed({
      items: [
        problem('Fracture', { status: 'past' }),
        medication('Warfarin', { status: 'stopped', stopReason: 'Bleed' }),
        medication('Iron', { status: 'not-taken' }),
        allergy('Latex', { status: 'past' }),
        entry('procedure', 'Colonoscopy', { standing: 'not-done' }),
      ],
    });
    expect(section('Problems')).toHaveTextContent('Fracture [Past]');
    expect(section('Medicines')).toHaveTextContent(/Warfarin \[Stopped\].*Bleed/);
    expect(section('Medicines')).toHaveTextContent('Iron [Not taken]');
    expect(document.body).toHaveTextContent('Latex [no longer active]');
    expect(section('Procedures')).toHaveTextContent('Colonoscopy [Not done]');
  });

  it('has value, the source’s flag and range, status and comment', async () => {
    const { section } = await printed({
      items: [
        result('Potassium', {
          ...{ value: '6.1 mmol/L', flag: { words: 'High', normal: false }, range: '3.5 to 5.3' },
          ...{ status: 'preliminary', note: 'Haemolysed', date: on('2026-11-19T16:40:00Z') },
        }),
      ],
    });
    expect(section('Results')).toHaveTextContent(
      'Potassium [preliminary]: 6.1 mmol/L · High · range 3.5 to 5.3 · Haemolysed ' +
        '(GP 19-Nov-2026 16:40)',
    );
  });
});

describe('an entry of several sources on paper', () => {
  const snomed = (code: string) => [{ system: 'http://snomed.info/sct', code, display: null }];
  const codes = snomed('91936005');
  const mild = allergy('Penicillin', {
    ...{ codes, date: on('2015'), reactions: ['Rash'], severity: 'mild' },
  });
  const severe = { ...{ codes, source: ouh.id, date: on('1998') }, reactions: ['Anaphylaxis'] };

  it('has what each says, where they say different things', async () => {
    const { section } = await printed({ items: [mild, allergy('Penicillin', severe)] });
    const [row, ...others] = within(section('Known allergies')).getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(row).toHaveTextContent('Penicillin: Rash · mild (GP 2015)');
    expect(row).toHaveTextContent('Penicillin: Anaphylaxis (OUH 1998)');
  });

  it('is one line, where they say the same', async () => {
    const same = { ...severe, reactions: ['Rash'], severity: 'mild' };
    const { section } = await printed({ items: [mild, allergy('Penicillin', same)] });
    expect(section('Known allergies')).toHaveTextContent(
      /Penicillin: Rash · mild \(GP 2015; OUH 1998\)$/,
    );
  });

  it('has each source’s dates of a medicine, and each one’s end of a problem', async () => {
    const coded = (code: string) => ({ codes: snomed(code) });
    const warfarin = { ...coded('48603004'), dose: '1 mg daily' };
    const asthma = { ...coded('195967001'), status: 'past' } as const;
    const { section } = await printed({
      items: [
        medication('Warfarin', { ...warfarin, lastIssued: on('2026-10-28') }),
        medication('Warfarin', { ...warfarin, source: ouh.id, note: 'Bridging' }),
        problem('Asthma', { ...asthma, ended: on('2011') }),
        problem('Asthma', { ...asthma, source: ouh.id, ended: on('2019') }),
      ],
    });
    expect(section('Medicines')).toHaveTextContent(/last issued 28-Oct-2026 \(GP/);
    expect(section('Medicines')).toHaveTextContent(/Bridging \(OUH/);
    expect(section('Problems')).toHaveTextContent(/ended 2011 \(GP.*ended 2019 \(OUH/);
  });
});

describe('a medicine on paper', () => {
  it('says what its source says of it beside its status, and its last day', async () => {
    const { section } = await printed({
      items: [
        medication('Methotrexate', { proviso: 'On hold', dose: '10 mg weekly' }),
        medication('Warfarin', { status: 'not-stated', proviso: 'Do not give' }),
        medication('Amoxicillin', { until: on('2026-11-12') }),
        medication('Iron', { status: 'stopped' }),
      ],
    });
    const medicines = section('Medicines');
    expect(medicines).toHaveTextContent('Methotrexate [On hold]: 10 mg weekly');
    expect(medicines).toHaveTextContent('Warfarin [Status not stated, Do not give]');
    expect(medicines).toHaveTextContent(/Amoxicillin: .*until 12-Nov-2026/);
    // Neither on hold nor past its last day is over.
    expect(medicines).toHaveTextContent(/Methotrexate.*Amoxicillin.*Iron \[Stopped\]/);
  });

  const gracesLists = [
    medication('Bisoprolol 2.5mg tablets', { source: ouh.id, date: on('2026-11-12') }),
    medication('Apixaban 2.5mg tablets', { source: ouh.id, date: on('2026-11-11') }),
    medication('Warfarin 1mg tablets', { date: on('2026-10-28') }),
    medication('Bisoprolol 5mg tablets', { date: on('2026-10-27') }),
    medication('Digoxin 125microgram tablets', { status: 'not-stated', date: on('2026-10-26') }),
    medication('Nitrofurantoin', { status: 'completed', date: on('2026-06-04') }),
    medication('Warfarin', { source: ouh.id, status: 'stopped', date: on('2026-06-03') }),
  ];

  const linesUnder = (section: HTMLElement) =>
    within(section)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent, parentElement }) => [
        textContent,
        ...within(parentElement ?? section)
          .getAllByRole('listitem')
          .map((line) => line.textContent.match(/Bis.*?mg|Apix|War|Stopped|Dig|Nit/g)),
      ]);

  it('stands beside all that anybody lists of its drug, under what its drug is', async () => {
    const { section } = await printed({ items: gracesLists });
    expect(linesUnder(section('Medicines'))).toEqual([
      ['Current', ['Bisoprolol 2.5mg', 'Bisoprolol 5mg'], ['Apix'], ['War', 'War', 'Stopped']],
      ['Status not stated', ['Dig']],
      ['Completed, stopped or not taken', ['Nit']],
    ]);
  });

  it('stands by itself where nothing is combined, and never under “Current” once it is over', async () => {
    const { section } = await printed({ items: gracesLists }, {}, { combined: false });
    expect(linesUnder(section('Medicines'))).toEqual([
      ['Current', ['Bisoprolol 2.5mg'], ['Apix'], ['War'], ['Bisoprolol 5mg']],
      ['Status not stated', ['Dig']],
      ['Completed, stopped or not taken', ['Nit'], ['War', 'Stopped']],
    ]);
  });

  it('is not called current of who has died', async () => {
    const { section } = await printed({ items: gracesLists }, {}, { hasDied: true });
    expect(within(section('Medicines')).queryByRole('heading', { name: 'Current' })).toBeNull();
  });
});

describe('a source’s own text, which is not printed,', () => {
  const more = { xhtml: '<p>secret words</p>', saysMore: true };
  const wroteMore = 'Its source wrote more: read it on screen.';

  it('is spoken of on the line of its entry', async () => {
    const { section, paper } = await printed({
      items: [
        problem('Asthma', { narrative: more }),
        problem('Gout', { narrative: { ...more, saysMore: false } }),
        allergy('No known drug allergy', { assertion: 'no-known-of-kind', narrative: more }),
      ],
    });
    const lines = within(section('Problems')).getAllByRole('listitem');
    const speaking = lines.filter(({ textContent }) => textContent.includes(wroteMore));
    expect(speaking.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Asthma'),
    ]);
    expect(paper).toHaveTextContent(/“No known drug allergy” \([^)]*\)\. Its source wrote more/);
    expect(paper).not.toHaveTextContent('secret words');
  });

  it('is spoken of in the section it stands over', async () => {
    const { section } = await printed({
      texts: [
        {
          ...{ key: 't1', source: ouh.id, section: 'medication', title: 'Drug chart' },
          ...{ narrative: more, onlyText: false },
        },
      ],
    });
    expect(section('Medicines')).toHaveTextContent(
      'Oxford University Hospitals wrote more under “Drug chart”, which is not printed.',
    );
  });

  it('gives away nothing of safeguarding by its title', async () => {
    const { section, paper } = await printed({
      texts: [
        {
          ...{ key: 't1', source: ouh.id, section: 'safeguarding', title: 'Protection plan' },
          ...{ narrative: more, onlyText: true },
        },
      ],
    });
    expect(section('Safeguarding')).toHaveTextContent(/wrote “Safeguarding” in words only/);
    expect(paper).not.toHaveTextContent('Protection plan');
  });
});
