/** What is on paper, and that nothing is where its printing was not recorded. */
import { render, screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Summary } from '../../src/domain/summary/summary.ts';
import type { Showing } from '../../src/flow/state.ts';
import { PrintLayer } from '../../src/ui/summary/print/print-layer.tsx';
import { type View, ViewContext } from '../../src/ui/summary/view.ts';
import {
  breakGlassReceipt,
  gp,
  now,
  oh,
  on,
  ouh,
  policy,
  report,
  sc,
  showing,
  traced,
  verified,
} from './fixtures.ts';
import { allergy, entry, medication, problem, result } from './items.ts';

// Loaded apart, by a layer that shows a line meanwhile: no test waits for the disk.
beforeAll(() => import('../../src/ui/summary/print/print-view.tsx'));

const ready = { printId: 'p1', type: 'ready', at: '2026-11-22T15:45:00Z' } as const;
const sources = [report(gp, 'answered'), report(ouh, 'answered')];

async function printed(
  summary: Partial<Summary>,
  part: Partial<Showing> = {},
  more: Partial<View> = {},
) {
  const state = showing({ sources, ...summary }, { print: ready, ...part });
  const view: View = {
    ...{ summary: state.summary, send: vi.fn(), now, policy, since: null, hasDied: false },
    ...{ late: new Set<string>(), combined: true, hidden: new Set<string>(), ...more },
  };
  render(
    <ViewContext.Provider value={view}>
      <PrintLayer state={state} summary={state.summary} />
    </ViewContext.Provider>,
  );
  const paper = await screen.findByRole('article');
  const [head] = within(paper).getAllByRole('rowgroup');
  if (!head) throw new Error('there is no head');
  const section = (name: string) => {
    const found = within(paper).getByRole('heading', { name }).parentElement;
    if (!found) throw new Error(`no section ${name}`);
    return found;
  };
  return { paper, head, section, view };
}

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
    expect(head).toHaveTextContent('Missing Oxford Health: no answer; Social care: still asking.');
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
      'GP says “No known drug allergy” (GP 2011)',
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
