/** What a kind of source keeps at all, said on the wire: its silence is missing there alone. */
import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../../src/domain/source.ts';
import { allergyHeading, missingSources } from '../../../src/domain/summary/absence.ts';
import { emptySummary, type Summary, withReport } from '../../../src/domain/summary/summary.ts';
import { sourceIssue as read } from '../../../src/fhir/source-issue.ts';
import { sourceBook } from '../../../src/fhir/summary/sources.ts';
import { ocs } from '../../../src/fhir/systems.ts';
import { sourceIssue } from '../../../mocks/exchange/source-issue.ts';
import { sourceProfiles } from '../../../mocks/scenarios/sources.ts';
import type { SourceKey } from '../../../mocks/scenarios/types.ts';
import { outcome } from './sample.ts';

function reported(key: SourceKey, state: 'answered' | 'timeout'): SourceReport {
  const report = sourceBook().report(sourceIssue({ profile: sourceProfiles[key], state }));
  if (!report) throw new Error(`no report of ${key}`);
  return report;
}

/** Daniel's four sources, of which one does not answer; nobody has sent an allergy. */
const withoutAnswerOf = (silent: SourceKey) =>
  (['hollow-way', 'ouh', 'oxford-health', 'social-care'] as const)
    .map((key) => reported(key, key === silent ? 'timeout' : 'answered'))
    .reduce(withReport, emptySummary);

describe('Daniel Whitlock’s sources', () => {
  it('social care, which keeps no allergies, does not make them unavailable by its silence', () => {
    const summary = withoutAnswerOf('social-care');
    expect(allergyHeading(summary)).toBe('not-recorded');
    expect(missingSources(summary, 'medication')).toEqual([]);
  });

  it('social care is missing from what it does keep', () => {
    const summary = withoutAnswerOf('social-care');
    for (const kind of ['safeguarding', 'care-plan', 'contact'] as const) {
      expect(missingSources(summary, kind).map(({ source }) => source.tag)).toEqual(['SC']);
    }
  });

  it('Oxford Health, which may keep anything, makes them unavailable', () => {
    const summary = withoutAnswerOf('oxford-health');
    expect(allergyHeading(summary)).toBe('unavailable');
  });
});

describe('a source that has begun to answer', () => {
  const socialCare = reported('social-care', 'answered');
  const begun = (keeps: SourceReport['keeps']) =>
    [
      reported('hollow-way', 'answered'),
      { ...socialCare, state: 'asking', keeps } as const,
      { ...socialCare, state: 'asking', keeps: null } as const,
    ].reduce<Summary>(withReport, emptySummary);

  it('is missing from nothing that it was known not to keep', () => {
    const summary = begun(socialCare.keeps);
    expect(allergyHeading(summary)).toBe('not-recorded');
    expect(missingSources(summary, 'contact').map(({ source }) => source.tag)).toEqual(['SC']);
  });

  it('is missing from everything where nobody knew, or where it says no more than that', () => {
    expect(allergyHeading(begun(null))).toBe('unavailable');
    const over = { ...socialCare, state: 'timeout', keeps: null } as const;
    expect(allergyHeading(withReport(begun(socialCare.keeps), over))).toBe('unavailable');
  });
});

describe('a list of what a source keeps', () => {
  const kept = (...codes: readonly string[]) => {
    const extension = codes.map((valueCode) => ({ url: ocs.issueKeeps, valueCode }));
    const [issue] = outcome('answered').issue;
    if (!issue) throw new Error('the sample has no issue');
    return read({ ...issue, extension: [...issue.extension, ...extension] })?.keeps;
  };

  it('leaves out sections that nobody here knows', () => {
    expect(kept('contact', 'horoscope', 'document')).toEqual(['contact', 'document']);
  });

  it('says nothing where it is absent, or nothing in it is known', () => {
    expect(kept()).toBeNull();
    expect(kept('horoscope')).toBeNull();
  });
});
