import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../../src/domain/source.ts';
import { canReplace } from '../../../src/domain/summary/renewal.ts';
import { emptySummary, type Summary } from '../../../src/domain/summary/summary.ts';
import { gp, oh, ouh, report } from '../../ui/fixtures.ts';
import { allergy } from '../../ui/items.ts';

type State = SourceReport['state'];

/** The practice and the hospital have each sent an allergy, and Oxford Health nothing. */
const before: Summary = {
  ...emptySummary,
  items: [gp, ouh].map(({ id }) => allergy('Penicillin', { source: id, key: `it-${id}` })),
  sources: [report(gp, 'answered'), report(ouh, 'interrupted'), report(oh, 'timeout')],
};
const anew = (practice: State, hospital: State, other: State = 'asking'): Summary => ({
  ...emptySummary,
  sources: [report(gp, practice), report(ouh, hospital), report(oh, other)],
});

const named = { key: 'it', source: gp.id, section: 'allergy' } as const;
const narrative = { xhtml: '<div>Words</div>', saysMore: true };

describe('a new answer takes the place of the earlier one', () => {
  it.each([
    ['answered', 'answered'],
    ['answered', 'nothing-recorded'],
    ['answered-withheld', 'not-known'],
  ] as const)('once each source that had sent anything has spoken (%s, %s)', (one, other) => {
    expect(canReplace(before, anew(one, other))).toBe(true);
  });

  it.each(['asking', 'interrupted', 'timeout', 'failed', 'unavailable'] as const)(
    'and not while one of them has not: %s',
    (state) => {
      expect(canReplace(before, anew('answered', state, 'answered'))).toBe(false);
      expect(canReplace(before, anew(state, 'answered', 'answered'))).toBe(false);
    },
  );

  it('and not where one of them is not named at all', () => {
    const { sources } = anew('answered', 'answered');
    expect(canReplace(before, { ...emptySummary, sources: sources.slice(0, 1) })).toBe(false);
  });

  it.each(['no-relationship', 'not-sharing', 'dissent'] as const)(
    'at once where one of them refuses: %s',
    (state) => {
      expect(canReplace(before, anew(state, 'asking'))).toBe(true);
    },
  );

  it('at once where there is nothing to lose', () => {
    const nothing = { ...emptySummary, sources: before.sources };
    expect(canReplace(nothing, anew('asking', 'asking'))).toBe(true);
  });

  it.each([
    ['what could not be shown', { unshown: [{ ...named, what: 'Entry', because: 'malformed' }] }],
    ['what is said to be withheld', { gaps: [{ ...named, reason: 'withheld' }] }],
    ['a text', { texts: [{ ...named, title: 'Allergies', narrative, onlyText: true }] }],
  ] as const)('and %s is something to lose', (_, part) => {
    const little = { ...emptySummary, sources: before.sources, ...part };
    expect(canReplace(little, anew('asking', 'asking'))).toBe(false);
  });
});
