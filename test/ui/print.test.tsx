/** What is on paper, and that nothing is where its printing was not recorded. */
import { cleanup, within } from '@testing-library/preact';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import { describe, expect, it } from 'vitest';
import { breakGlassReceipt, gp, oh, on, ouh, report, sc, traced, verified } from './fixtures.ts';
import { allergy, entry, medication, problem, result } from './items.ts';
import { printed } from './printed-paper.tsx';

describe('the head of every page', () => {
  it('says whose record it is, and who printed it when', async () => {
    const { head } = await printed({});
    expect(head).toHaveTextContent('OKAFOR, Grace (Mrs) Born 14-Jul-1945 (81y)');
    expect(head).toHaveTextContent('NHS No. 999 000 0018');
    expect(head).toHaveTextContent(
      'Printed by Dr Amina Mensah · Emergency registrar · Oxford University Hospitals at ' +
        '22-Nov-2026 15:45',
    );
  });

  it('names every source that is missing, and why', async () => {
    const { head } = await printed({
      sources: [report(gp, 'answered'), report(oh, 'timeout'), report(sc, 'asking')],
    });
    expect(head).toHaveTextContent(
      'Missing OH Oxford Health: no answer; SC Social care: still asking.',
    );
  });

  it.each(['answered', 'interrupted'] as const)(
    'says that the answer broke off, where another source %s',
    async (state) => {
      const { head } = await printed(
        { sources: [report(gp, 'answered'), report(oh, state)] },
        { arrival: 'interrupted' },
      );
      expect(head).toHaveTextContent(
        'The answer broke off before its end. Something may be missing.',
      );
      expect(head).not.toHaveTextContent(/every source answered/i);
    },
  );

  it('says that nothing arrived, and not that something may be missing', async () => {
    const { head } = await printed(
      { sources: [report(gp, 'interrupted'), report(oh, 'interrupted')] },
      { arrival: 'interrupted' },
    );
    expect(head).toHaveTextContent('Nothing arrived. Do not read this as none.');
    expect(head).not.toHaveTextContent('Something may be missing');
  });

  it('says that every source answered only of an answer that came to its end', async () => {
    const all = { sources: [report(gp, 'answered'), report(oh, 'answered')] };
    const arriving = await printed(all, { arrival: 'arriving' });
    expect(arriving.head).toHaveTextContent('Printed while sources were still answering.');
    expect(arriving.head).not.toHaveTextContent('Every source answered.');
    cleanup();
    expect((await printed(all)).head).toHaveTextContent('Every source answered.');
  });

  it.each([
    [emptySummary, 'Asking all again. Until they have answered, this is the earlier answer.'],
    ['in-vain', 'Asked again, and the new answer broke off. This is the earlier answer.'],
  ] as const)('says that it is not the newest answer (%#)', async (renewal, words) => {
    const sources = [report(gp, 'answered'), report(oh, 'answered')];
    const { head } = await printed({ sources }, { renewal });
    expect(head).toHaveTextContent(words);
    expect(head).not.toHaveTextContent('Every source answered.');
  });

  it('has the key to each tag, and what that source’s word is complete to', async () => {
    const { head } = await printed({
      sources: [
        ...[report(gp, 'answered', '2026-10-28'), report(ouh, 'answered')],
        ...[report(oh, 'not-known'), report(sc, 'answered-withheld', '2026-11-20')],
      ],
    });
    expect(head).toHaveTextContent(
      'Sources GP Hollow Way Medical Centre to 28-Oct-2026; ' +
        'OUH Oxford University Hospitals: answered, how old is not stated; ' +
        'OH Oxford Health: does not know this patient. ' +
        'Missing SC Social care to 20-Nov-2026: answered, some items withheld.',
    );
  });

  it('says which filter is on, and that lists are whole', async () => {
    expect((await printed({})).head).toHaveTextContent('No filter; lists are printed in full.');
  });

  it('names the sources that are left out', async () => {
    const { head } = await printed({}, {}, { hidden: new Set([ouh.id]) });
    expect(head).toHaveTextContent(/entries from Oxford University Hospitals are left out/);
  });

  it('says that it was opened by break glass, and that location is protected', async () => {
    const patient = { ...traced, restricted: 'restricted' } as const;
    const { head } = await printed(
      {},
      { receipt: breakGlassReceipt, verified: verified({ patient }) },
    );
    expect(head).toHaveTextContent('Opened by break glass 15:42');
    expect(head).toHaveTextContent('Location is protected.');
  });
});

it('offers nothing to press on paper', async () => {
  const { paper } = await printed({ items: [problem('Asthma')] });
  expect(within(paper).queryAllByRole('button')).toEqual([]);
  expect(within(paper).queryAllByRole('link')).toEqual([]);
});

it('begins with what harms where it is overlooked, in the order of the screen', async () => {
  const { paper } = await printed({ items: [allergy('Penicillin')] });
  const headings = within(paper).getAllByRole('heading', { level: 2 });
  expect(headings.slice(0, 9).map(({ textContent }) => textContent)).toEqual([
    ...['Resuscitation and emergency plans', 'Known allergies', 'Medicines', 'Alerts'],
    ...['Safeguarding', 'Problems', 'Differences between sources', 'Pregnancy', 'Results'],
  ]);
});

describe('a section on paper', () => {
  it('is whole, however long', async () => {
    const items = Array.from({ length: 300 }, (_, at) => result(`Test ${at + 1}`));
    const { section } = await printed({ items });
    expect(within(section('Results')).getAllByRole('listitem')).toHaveLength(300);
  });

  it('never lists “no known allergy” as an allergy: it is somebody’s word', async () => {
    const { section } = await printed({
      items: [
        allergy('Penicillin', { source: ouh.id }),
        allergy('No known drug allergy', { assertion: 'no-known-of-kind', date: on('2011') }),
      ],
    });
    const listed = within(section('Known allergies')).getAllByRole('listitem');
    expect(listed.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Penicillin'),
    ]);
    expect(section('Known allergies')).toHaveTextContent(
      'GP says “No known drug allergy” [differs] (GP 2011)',
    );
  });

  it('that is empty says who looked, and who is missing', async () => {
    const { section } = await printed({
      sources: [report(gp, 'answered'), report(oh, 'timeout')],
    });
    expect(section('Allergies unavailable')).toHaveTextContent(
      'Hollow Way Medical Centre looked: nothing recorded. Oxford Health: no answer.',
    );
  });

  it('of alerts, allergies and medicines is not filtered; others are', async () => {
    const from = { source: ouh.id };
    const { section, paper } = await printed(
      {
        items: [
          allergy('Penicillin', from),
          medication('Apixaban', from),
          entry('alert', 'Kidney injury', from),
          problem('Heart failure', from),
        ],
      },
      {},
      { hidden: new Set([ouh.id]) },
    );
    expect(section('Known allergies')).toHaveTextContent('Penicillin');
    expect(section('Medicines')).toHaveTextContent('Apixaban');
    expect(section('Alerts')).toHaveTextContent('Kidney injury');
    expect(paper).not.toHaveTextContent('Heart failure');
    // What was filtered away is not "nothing recorded".
    expect(section('Problems')).toHaveTextContent('1 entry is left out here by the filter.');
    expect(section('Problems')).not.toHaveTextContent('nothing recorded');
  });

  it('of safeguarding is counted and not printed', async () => {
    const { section, paper } = await printed({
      items: [entry('safeguarding', 'Child protection plan')],
    });
    expect(section('Safeguarding')).toHaveTextContent('1 entry, not printed.');
    expect(paper).not.toHaveTextContent('Child protection plan');
  });

  it('says what could not be shown, and which words are not printed', async () => {
    const { paper } = await printed({
      unshown: [
        {
          ...{ key: 'u1', source: ouh.id, what: 'Allergy', section: 'allergy' },
          because: 'not-understood',
        },
      ],
      texts: [
        {
          ...{ key: 't1', source: ouh.id, section: 'problem', title: 'Diagnoses', onlyText: true },
          narrative: { xhtml: '<div>secret words</div>', saysMore: true },
        },
      ],
    });
    expect(paper).toHaveTextContent('1 item could not be shown');
    expect(paper).toHaveTextContent('wrote “Diagnoses” in words only, which are not printed');
    expect(paper).not.toHaveTextContent('secret words');
  });
});
