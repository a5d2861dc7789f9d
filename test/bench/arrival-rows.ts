/** The rows about each source's facts, from how long they were waited for. */
import { median, milliseconds, worst } from './figures.ts';
import { atMost, type Row } from './row.ts';

/** Milliseconds from a source's bytes to its facts on screen, a figure a run, by source. */
export type Waits = ReadonlyMap<string, readonly number[]>;

const bound = 50;

/**
 * The verdict is on the source that was waited for longest, by its median: a median of all sources
 * together is met while one of them is always late.
 * @returns the verdict, then what each source took, in the order of their answers
 */
export function arrivalRows(waits: Waits): readonly Row[] {
  const medians = [...waits.values()].map(median);
  const all = [...waits.values()].flat();
  return [
    {
      name: 'a source’s bytes → its facts on screen, slower sources pending: the worst source',
      ...{ target: `median ≤ ${bound} ms`, bound: milliseconds(bound) },
      measured: `${milliseconds(worst(medians))} (worst single wait ${milliseconds(worst(all))})`,
      verdict: atMost(worst(medians), bound),
      samples: Object.fromEntries(waits),
    },
    ...[...waits].map(each),
  ];
}

/** One source: that a slow one holds up nobody shows here. */
function each([source, waits]: readonly [string, readonly number[]]): Row {
  return {
    ...{ name: `  ${source}`, target: '', bound: '', verdict: 'information' },
    measured: `${milliseconds(median(waits))} (worst ${milliseconds(worst(waits))})`,
    samples: waits,
  };
}
