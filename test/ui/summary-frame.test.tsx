import { cleanup, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import type { Arrival } from '../../src/flow/state.ts';
import type { SourceReport } from '../../src/domain/source.ts';
import { gp, oh, ouh, report, sc, showing } from './fixtures.ts';
import { allergy } from './items.ts';
import { renderApp } from './render-app.tsx';

const complete = [
  ...[report(gp, 'answered'), report(ouh, 'nothing-recorded')],
  ...[report(oh, 'not-known'), report(sc, 'answered')],
];

function open(
  { sources, items = [] }: { sources: readonly SourceReport[]; items?: readonly Item[] },
  arrival: Arrival = 'complete',
) {
  return renderApp(showing({ sources, items }, { arrival }));
}

describe('the way to a section', () => {
  const sections = () => within(screen.getByRole('navigation', { name: 'Summary' }));

  it('counts rows, and writes no nought where nothing is known yet or nothing came', () => {
    open({ sources: [report(gp, 'answered'), report(ouh, 'timeout')] });
    expect(sections().getByRole('link', { name: 'Allergies' })).toBeInTheDocument();
    expect(sections().getByRole('link', { name: 'Medicines' })).toBeInTheDocument();
  });

  it('does not count an assertion of none as an allergy', () => {
    const none = allergy('No known drug allergy', { assertion: 'no-known-of-kind' });
    open({ items: [none, allergy('Penicillin', { source: ouh.id })], sources: complete });
    expect(sections().getByRole('link', { name: 'Allergies 1' })).toBeInTheDocument();
  });
});

describe('an answer that broke off', () => {
  it('says so even where every source had finished, and offers to ask again', () => {
    open({ sources: complete }, 'interrupted');
    expect(screen.getByRole('region', { name: 'Sources' })).toHaveTextContent(
      'The answer broke off before its end. Something may be missing.',
    );
    expect(screen.getByRole('button', { name: 'Ask all again' })).toBeVisible();
  });

  it.each([
    ['where every source had finished', 'nothing-recorded'],
    ['where one had not', 'interrupted'],
  ] as const)('says so apart from the line that only narrow windows show, %s', (_, state) => {
    open(
      { sources: [report(ouh, state), ...complete.filter(({ source }) => source !== ouh)] },
      'interrupted',
    );
    const apart = screen
      .getAllByText('The answer broke off before its end. Something may be missing.')
      .filter((each) => each.closest('[role="status"], .hidden') === null);
    expect(apart.map(({ className }) => className)).toEqual(['mark']);
  });

  it('is not said to be all of it, however many had finished', () => {
    open({ sources: complete }, 'interrupted');
    const line = within(screen.getByRole('region', { name: 'Sources' })).getByRole('status');
    expect(line).toHaveTextContent('4 of 4 answered. The answer broke off before its end.');
    expect(line).not.toHaveTextContent(/All/);
  });
});

describe('the line of sources', () => {
  const line = () => within(screen.getByRole('region', { name: 'Sources' })).getByRole('status');

  it('does not say that all have answered before the answer’s last line', () => {
    open({ sources: complete }, 'arriving');
    expect(line()).toHaveTextContent('4 of 4 answered. Waiting for the end of the answer.');
    expect(line()).not.toHaveTextContent(/All/);
  });

  it.each(['arriving', 'interrupted'] as const)(
    'says it of the others neither, where the patient’s practice does not share (%s)',
    (arrival) => {
      const sources = [
        report(gp, 'not-sharing'),
        ...complete.filter(({ source }) => source !== gp),
      ];
      open({ sources }, arrival);
      expect(line()).toHaveTextContent('3 of 3 others answered.');
    },
  );
});

describe('an answer asked for again', () => {
  const panel = () => screen.getByRole('region', { name: 'Sources' });
  const sources = [report(gp, 'answered'), report(ouh, 'timeout')];

  it.each([
    [emptySummary, 'Asking all again. Until they have answered, this is the earlier answer.'],
    ['in-vain', 'Asked again, and the new answer broke off. This is the earlier answer.'],
  ] as const)('is said to be the earlier one, in sight and heard (%#)', (renewal, words) => {
    renderApp(showing({ sources }, { renewal }));
    const said = within(panel()).getAllByText(words);
    expect(said.map(({ className }) => className)).toEqual(['mark', 'hidden']);
    expect(within(panel()).getByRole('status')).toHaveTextContent(`1 of 4 answered. ${words}`);
  });

  it('can be asked for once more where that was in vain, and not while it is being asked for', () => {
    renderApp(showing({ sources: complete }, { renewal: 'in-vain' }));
    expect(screen.getByRole('button', { name: 'Ask all again' })).toBeVisible();
    cleanup();
    renderApp(showing({ sources }, { renewal: emptySummary }));
    expect(screen.queryByRole('button', { name: 'Ask all again' })).toBeNull();
  });
});

describe('an answer of which nothing arrived', () => {
  const sources = [report(gp, 'interrupted'), report(ouh, 'interrupted')];
  const nothing =
    'Nothing arrived. Do not read this as none. Cannot wait? Use the Summary Care Record.';
  const panel = () => screen.getByRole('region', { name: 'Sources' });

  it.each([
    ['it broke off', 'interrupted', ['interrupted', 'interrupted']],
    ['everyone failed', 'complete', ['failed', 'timeout']],
    ['nobody could be asked', 'complete', ['unavailable', 'not-sharing']],
  ] as const)('is said to be missing whole, in sight and heard: %s', (_, arrival, [one, other]) => {
    open({ sources: [report(gp, one), report(ouh, other)] }, arrival);
    const said = within(panel()).getAllByText(nothing);
    expect(said.map(({ className }) => className)).toEqual(['mark', 'hidden']);
    expect(within(panel()).getByRole('status')).toHaveTextContent(nothing);
    expect(panel()).not.toHaveTextContent(/Something may be missing/);
    expect(screen.getByRole('button', { name: 'Ask all again' })).toBeVisible();
  });

  it.each([
    ['more may come', { sources: [report(gp, 'asking')] }, 'arriving'],
    ['one looked and has nothing', { sources: [report(gp, 'nothing-recorded')] }, 'complete'],
    ['one withholds what it has', { sources: [report(gp, 'answered-withheld')] }, 'complete'],
    ['some of it came', { sources, items: [allergy('Latex')] }, 'interrupted'],
  ] as const)('is not said where %s', (_, summary, arrival) => {
    open(summary, arrival);
    expect(panel()).not.toHaveTextContent('Nothing arrived');
  });

  it('is not said of what came and could not be shown', () => {
    const unshown = [
      { key: 'gp/1', source: gp.id, what: 'Basic', section: 'unknown', because: 'not-understood' },
    ] as const;
    renderApp(showing({ sources, unshown }, { arrival: 'interrupted' }));
    expect(panel()).not.toHaveTextContent('Nothing arrived');
    expect(panel()).toHaveTextContent('Something may be missing.');
  });
});
