/** A series in words: one point aloud, and what its ranges are and whose. */
import { type ClinicalDate, formatDateTime } from '../../../domain/clinical-date.ts';
import type { Point } from '../../../domain/summary/series.ts';
import { trendWords } from '../../wording/results.ts';
import { nameOf, type SourceNames } from '../source-names.ts';
import { isQualified, numberOf, type Range, sharedRange } from './series-index.ts';

/** When a point was, as its source wrote it. */
export function dateOf({ item, at }: Point): ClinicalDate {
  return item.date ?? { precision: 'time', iso: new Date(at).toISOString() };
}

/** "20-Nov-2026 09:14: 38, Low, OUH". */
export function pointWords(point: Point, names: SourceNames): string {
  const { item, part } = point;
  const flag = part ? part.flag : item.flag;
  return trendWords.point(formatDateTime(dateOf(point)), [
    numberOf(point),
    flag?.words ?? null,
    item.status,
    item.note,
    nameOf(names, item.source).tag,
  ]);
}

/** What is drawn beside the line, in sentences. */
export function legendWords(points: readonly Point[], names: SourceNames): readonly string[] {
  return [
    rangeSentence(points, names),
    points.some(isQualified) ? trendWords.hollow : '',
    points.some(({ measure }) => measure.comparator !== null) ? trendWords.comparator : '',
  ].filter((sentence) => sentence !== '');
}

function rangeSentence(points: readonly Point[], names: SourceNames): string {
  const shared = sharedRange(points);
  if (shared) return trendWords.band(rangeWords(shared));
  const bySource = new Map<string, Set<string>>();
  for (const { item, measure } of points) {
    if (measure.low === null && measure.high === null) continue;
    const ranges = bySource.get(item.source) ?? new Set<string>();
    bySource.set(item.source, ranges.add(rangeWords(measure)));
  }
  const different = new Set([...bySource.values()].flatMap((ranges) => [...ranges]));
  const [only] = different;
  if (only === undefined) return trendWords.noRange;
  if (different.size === 1) return trendWords.someRanges(only);
  const said = [...bySource].map(
    ([source, ranges]) => `${nameOf(names, source).tag} ${[...ranges].join(' and ')}`,
  );
  return trendWords.ranges(said.join('; '));
}

function rangeWords({ low, high }: Range): string {
  if (low !== null && high !== null) return trendWords.between(low, high);
  if (low !== null) return trendWords.low(low);
  return high !== null ? trendWords.high(high) : '';
}
