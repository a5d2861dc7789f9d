/** The rows about what the exchange adds to its slowest source. */
import { median, percentile } from './figures.ts';
import { atMost, type Row } from './row.ts';

/** One launch's stream, in milliseconds to the last byte. */
export type Launched = {
  /** Beyond the slowest source, since the first line: from then on the sources are asked. */
  readonly byFanOut: number;
  /** Since the request: with the caller looked up, the decision made and the release recorded. */
  readonly inAll: number;
};

/** Milliseconds, in the median: "a few". */
const bound = 5;

/**
 * The verdict is on all that a caller waits for, from the request to the last byte, beyond what the
 * slowest source takes when it is asked directly.
 * @param alone milliseconds that source took, asked in the same way beside them
 * @param spreadMs over how long a round's launches were begun, one after another
 */
export function addedRow(
  launches: readonly Launched[],
  alone: readonly number[],
  count: number,
  spreadMs: number,
): Row {
  const open =
    count === 1 ? 'one alone' : `${count} open at once, arrivals spread over ${spreadMs / 1000} s`;
  const byFanOut = said(launches.map((one) => one.byFanOut));
  const added = beyond(launches, alone);
  return {
    name: `exchange: request → last byte, beyond its slowest source, ${open}`,
    target: 'a few milliseconds, median',
    measured: `${said(added)} (from the first line: ${byFanOut}); that source, asked beside them, ${said(alone)}`,
    bound: `${bound} ms`,
    verdict: atMost(median(added), bound),
    samples: { launches, alone },
  };
}

/** The same instant: no arrival is as bad. What it shows is what one launch costs the processor. */
export function instantRow(
  launches: readonly Launched[],
  alone: readonly number[],
  count: number,
): Row {
  return {
    name: `exchange: request → last byte, beyond it, where ${count} begin in the same instant`,
    ...{ target: '', bound: '', verdict: 'information', samples: { launches, alone } },
    measured: said(beyond(launches, alone)),
  };
}

function beyond(launches: readonly Launched[], alone: readonly number[]): readonly number[] {
  const usual = median(alone);
  return launches.map(({ inAll }) => inAll - usual);
}

const ms = (figure: number): string => `${figure.toFixed(1)} ms`;

const said = (figures: readonly number[]): string =>
  `median ${ms(median(figures))}, p95 ${ms(percentile(figures, 95))}`;
