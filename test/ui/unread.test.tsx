/** What a source sent and could not be read is never "nothing". */
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/domain/summary/differences.ts';
import type { SectionKind } from '../../src/domain/summary/section-kind.ts';
import {
  emptySummary,
  type SectionText,
  type Summary,
  type Unshown,
} from '../../src/domain/summary/summary.ts';
import { gp, on, ouh, report, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { entry, medication, problem } from './items.ts';
import { renderApp } from './render-app.tsx';

const sources = [report(gp, 'answered', '2026-10-28'), report(ouh, 'answered')];
const unread = (section: Unshown['section']): Pick<Summary, 'unshown'> => ({
  unshown: [{ key: 'u', source: gp.id, what: 'Entry', section, because: 'malformed' }],
});
const inWords = (section: SectionKind): Pick<Summary, 'texts'> => ({
  texts: [
    {
      ...{ key: 't', source: gp.id, section, title: 'Own words', onlyText: true },
      narrative: { xhtml: '<div>Words</div>', saysMore: true },
    } satisfies SectionText,
  ],
});
const open = (summary: Partial<Summary>) =>
  renderApp(
    showing({ sources, practice: gp.id, ...summary }, { verified: verified({ coverage: [] }) }),
  );
const region = (name: string | RegExp) => screen.getByRole('region', { name });

describe('an entry that could not be read', () => {
  it('keeps its source from having looked and found nothing', () => {
    open(unread('problem'));
    expect(region('Problems')).toHaveTextContent('1 entry could not be read');
    expect(heard(region('Problems'))).not.toMatch(/Hollow Way Medical Centre nothing recorded/);
    expect(heard(region('Problems'))).toMatch(/Oxford University Hospitals nothing recorded/);
  });

  it('is no "nothing to show": its section stands', () => {
    open(unread('device'));
    expect(region('Devices')).toHaveTextContent('1 entry could not be read');
    expect(region('Nothing to show')).not.toHaveTextContent('Devices');
  });

  it('of no known section may be of any that is empty', () => {
    open(unread('unknown'));
    expect(region('Nothing to show')).toHaveTextContent(
      'Oxford University Hospitals looked: nothing recorded. ' +
        'Hollow Way Medical Centre: 1 entry could not be read.',
    );
    expect(heard(region('Nothing to show'))).not.toMatch(/Hollow Way Medical Centre looked/);
  });

  it('is said beside others’ entries, by its own section and by those where silence harms', () => {
    open({
      ...unread('unknown'),
      items: [entry('device', 'Pacemaker', { source: ouh.id }), problem('Asthma')],
    });
    expect(region('Devices')).not.toHaveTextContent('could not be read');
    expect(heard(region('Devices'))).not.toMatch(/Hollow Way Medical Centre/);
    expect(region('Problems')).toHaveTextContent('1 entry could not be read');
  });

  it.each([
    ['of its medicines', unread('medication')],
    ['of no known section', unread('unknown')],
    ['in words alone', inWords('medication')],
    ['in words alone under a title nobody knows', inWords('other')],
  ])('%s keeps a list from saying what is not on it', (_, part) => {
    open({
      ...part,
      items: [medication('Digoxin'), medication('Apixaban', { source: ouh.id, date: on('2026') })],
    });
    const row = within(region('Medicines')).getByRole('row', { name: /^Apixaban/ });
    const [practice] = within(row).getAllByRole('cell');
    expect(practice).toHaveTextContent(/could not be read|in words only/);
    expect(practice).not.toHaveTextContent('Not on list');
  });

  it('is said over the critical medicines', () => {
    open(unread('medication'));
    expect(region('Critical medicines')).toHaveTextContent('1 entry could not be read');
    expect(region('Critical medicines')).not.toHaveTextContent(
      /Hollow Way Medical Centre (looked: )?nothing recorded/,
    );
  });

  it.each(['medication', 'allergy', 'problem', 'unknown'] as const)(
    'as %s keeps its source from having been compared',
    (section) => {
      const { compared, notCompared } = compare({ ...emptySummary, sources, ...unread(section) });
      expect(compared.map(({ source }) => source.id)).toEqual([ouh.id]);
      expect(notCompared.map(({ source }) => source.id)).toEqual([gp.id]);
    },
  );
});
