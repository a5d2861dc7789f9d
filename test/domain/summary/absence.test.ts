import { describe, expect, it } from 'vitest';
import { allergyHeading } from '../../../src/domain/summary/absence.ts';
import type { SectionKind } from '../../../src/domain/summary/section-kind.ts';
import { emptySummary, type Summary } from '../../../src/domain/summary/summary.ts';
import { gp, ouh, report } from '../../ui/fixtures.ts';
import { allergy } from '../../ui/items.ts';

const none = allergy('No known allergy', { assertion: 'no-known-allergy' });

/** What the heading says beside a section of words. */
function heading(section: SectionKind, onlyText: boolean, part: Partial<Summary> = {}) {
  const narrative = { xhtml: '<div>Allergic to latex</div>', saysMore: true };
  const text = { key: 't', source: gp.id, section, title: 'Allergies', narrative, onlyText };
  const sources = [report(gp, 'answered'), report(ouh, 'answered')];
  return allergyHeading({ ...emptySummary, sources, texts: [text], ...part });
}

describe('a section of words alone', () => {
  it.each(['allergy', 'other'] as const)('of kind %s may hold an allergy', (section) => {
    expect(heading(section, true)).toBe('unavailable');
    expect(heading(section, true, { items: [none] })).toBe('unavailable');
  });

  it('hides no allergy that is known, and takes nothing from a section that was read', () => {
    expect(heading('allergy', true, { items: [allergy('Penicillin')] })).toBe('known');
    expect(heading('allergy', false)).toBe('not-recorded');
    expect(heading('result', true)).toBe('not-recorded');
    expect(heading('allergy', false, { items: [none] })).toBe('none-known');
  });
});

describe('"no known allergies"', () => {
  it.each(['asking', 'timeout', 'failed', 'interrupted', 'answered-withheld', 'dissent'] as const)(
    'is not said while a source that keeps allergies is %s',
    (state) => {
      const sources = [report(gp, 'answered'), report(ouh, state)];
      expect(heading('allergy', false, { sources, items: [none] })).toBe('unavailable');
      const keeping = sources.map((each) => ({ ...each, keeps: ['contact' as const] }));
      expect(heading('allergy', false, { sources: keeping, items: [none] })).toBe('none-known');
    },
  );

  it('does not stand over an assertion that is over', () => {
    const over = allergy('No known allergy', { assertion: 'no-known-allergy', status: 'past' });
    expect(heading('allergy', false, { items: [over] })).toBe('not-recorded');
  });
});
