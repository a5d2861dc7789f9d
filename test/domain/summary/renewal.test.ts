import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../../src/domain/source.ts';
import { askedAgain, type Renewal, renewed } from '../../../src/domain/summary/renewal.ts';
import {
  emptySummary,
  type Summary,
  withInterruption,
  withPart,
  withReport,
} from '../../../src/domain/summary/summary.ts';
import { gp, oh, ouh, report } from '../../ui/fixtures.ts';
import { allergy } from '../../ui/items.ts';

type State = SourceReport['state'];
type Said = readonly [source: typeof gp, state: State, ...titles: readonly string[]];

/** What each source had sent, one after another, and what it had come to. */
function answer(...all: readonly Said[]): Summary {
  return all.reduce((summary, [source, state, ...titles]) => {
    const items = titles.map((title) => allergy(title, { source: source.id, key: `it-${title}` }));
    const part = { source: source.id, items, unshown: [], gaps: [], texts: [] };
    return withReport(withPart(summary, part), report(source, state));
  }, emptySummary);
}

const titles = ({ items }: Summary) => items.map(({ title }) => title);
const states = ({ sources }: Summary) => sources.map(({ state }) => state);
const renewal = (before: Summary, anew: Summary): Renewal => ({ before, anew });

const cut = answer([gp, 'answered', 'Penicillin'], [ouh, 'interrupted', 'Latex']);

describe('an answer asked for again', () => {
  it('throws nothing away before anything has come', () => {
    const shown = renewed(renewal(cut, answer([gp, 'asking'], [ouh, 'asking'])));
    expect(titles(shown)).toEqual(['Penicillin', 'Latex']);
    expect(states(shown)).toEqual(['answered', 'asking']);
  });

  it('throws nothing away where nothing ever comes', () => {
    const dead = withInterruption(answer([gp, 'asking'], [ouh, 'asking']));
    const shown = renewed(renewal(cut, dead));
    expect(titles(shown)).toEqual(['Penicillin', 'Latex']);
    expect(states(shown)).toEqual(['answered', 'interrupted']);
  });

  it('takes what a source says anew, once it has said all of it', () => {
    const half = answer([gp, 'asking', 'Aspirin'], [ouh, 'asking']);
    expect(titles(renewed(renewal(cut, half)))).toEqual(['Penicillin', 'Latex']);
    const whole = withReport(half, report(gp, 'answered'));
    expect(titles(renewed(renewal(cut, whole)))).toEqual(['Latex', 'Aspirin']);
  });

  it('takes what comes first of a source that had not said all it could', () => {
    const shown = renewed(renewal(cut, answer([gp, 'asking'], [ouh, 'asking', 'Nickel'])));
    expect(titles(shown)).toEqual(['Penicillin', 'Nickel']);
  });

  it.each(['timeout', 'failed', 'unavailable', 'interrupted'] as const)(
    'leaves what a source had said where it is then %s, with when it was asked',
    (state) => {
      const shown = renewed(renewal(cut, answer([gp, state], [ouh, 'answered', 'Latex'])));
      expect(titles(shown)).toEqual(['Penicillin', 'Latex']);
      expect(shown.sources[0]).toBe(cut.sources[0]);
    },
  );

  it.each(['no-relationship', 'not-sharing', 'dissent', 'nothing-recorded', 'not-known'] as const)(
    'leaves nothing of a source that says it is %s',
    (state) => {
      const shown = renewed(renewal(cut, answer([gp, state], [ouh, 'answered', 'Latex'])));
      expect(titles(shown)).toEqual(['Latex']);
      expect(states(shown)).toEqual([state, 'answered']);
    },
  );

  it('never has two entries of one name', () => {
    const [before, anew] = [
      answer([gp, 'answered', 'A']),
      answer([gp, 'asking'], [oh, 'answered', 'A']),
    ];
    const { items } = renewed(renewal(before, anew));
    expect(items.map(({ source }) => source)).toEqual([gp.id, oh.id]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });

  it('names those whose earlier answer stands, and what they came to', () => {
    const waiting = answer([gp, 'asking'], [ouh, 'asking']);
    expect([...askedAgain(renewal(cut, waiting))]).toEqual([[gp.id, 'asking']]);
    const failed = answer([gp, 'failed'], [ouh, 'answered']);
    expect([...askedAgain(renewal(cut, failed))]).toEqual([[gp.id, 'failed']]);
    const done = answer([gp, 'answered'], [ouh, 'answered']);
    expect([...askedAgain(renewal(cut, done))]).toEqual([]);
  });

  it('keeps gaps, texts and what could not be shown with their sources', () => {
    const lost = {
      key: 'line-3',
      what: 'Entry',
      section: 'unknown',
      because: 'malformed',
    } as const;
    const part = (source: string) => ({
      ...{ source, items: [], texts: [], unshown: [{ ...lost, source }] },
      gaps: [{ source, section: 'allergy', reason: 'withheld' } as const],
    });
    const before = withPart(cut, part(gp.id));
    const anew = withPart(answer([gp, 'asking'], [ouh, 'answered']), part(ouh.id));
    const shown = renewed(renewal(before, anew));
    expect(shown.gaps.map(({ source }) => source)).toEqual([gp.id, ouh.id]);
    expect(shown.unshown.map(({ source }) => source)).toEqual([gp.id, ouh.id]);
    expect(new Set(shown.unshown.map(({ key }) => key)).size).toBe(2);
  });
});
