/** Every source known before permission is named from the start: none is missing in silence. */
import type { SourceReport } from '../domain/source.ts';
import type { Summary } from '../domain/summary/summary.ts';
import type { Arrival, Verified } from '../flow/state.ts';

/** The sources as they stand before any has answered. */
export function expectedSources({ coverage }: Verified): readonly SourceReport[] {
  return coverage.map(({ source, state, keeps }) => ({
    ...{ source, keeps, askedAt: null, took: null, upTo: null },
    state: state === 'not-sharing' ? 'not-sharing' : 'asking',
  }));
}

/**
 * The summary with every expected source in it. One that never reported counts as having broken
 * off once the answer is over, so that a heading cannot take its silence for "none".
 */
export function withExpected(summary: Summary, verified: Verified, arrival: Arrival): Summary {
  const reported = new Set(summary.sources.map(({ source }) => source.id));
  const silent = expectedSources(verified)
    .filter(({ source }) => !reported.has(source.id))
    .map((report) =>
      report.state === 'asking' && arrival !== 'arriving'
        ? { ...report, state: 'interrupted' as const }
        : report,
    );
  return silent.length === 0 ? summary : { ...summary, sources: [...summary.sources, ...silent] };
}
