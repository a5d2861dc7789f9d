/** The rows about what the exchange adds to its slowest source. */
import { median, percentile } from './figures.ts';
import { atMost, type Row } from './row.ts';

/** One launch's stream. Milliseconds beyond the slowest source, to the last byte. */
export type Added = {
  /** Since the first line: from then on the sources are asked. */
  readonly byFanOut: number;
  /** Since the request: with the caller looked up, the decision made and the release recorded. */
  readonly inAll: number;
};

/** Milliseconds, in the median: "a few". */
const bound = 5;

/**
 * The verdict is on all that a caller waits for, from the request to the last byte.
 * @param spreadMs over how long a round's launches were begun, one after another
 */
export function addedRow(added: readonly Added[], count: number, spreadMs: number): Row {
  const open =
    count === 1 ? 'one alone' : `${count} open at once, arrivals spread over ${spreadMs / 1000} s`;
  const byFanOut = said(added.map((one) => one.byFanOut));
  const inAll = added.map((one) => one.inAll);
  return {
    name: `exchange: request → last byte, beyond its slowest source, ${open}`,
    target: 'a few milliseconds, median',
    measured: `${said(inAll)} (from the first line: ${byFanOut})`,
    bound: `${bound} ms`,
    verdict: atMost(median(inAll), bound),
    samples: added,
  };
}

/** The same instant: no arrival is as bad. What it shows is what one launch costs the processor. */
export function instantRow(added: readonly Added[], count: number): Row {
  return {
    name: `exchange: request → last byte, where ${count} begin in the same instant`,
    ...{ target: '', bound: '', verdict: 'information', samples: added },
    measured: said(added.map(({ inAll }) => inAll)),
  };
}

const ms = (figure: number): string => `${figure.toFixed(1)} ms`;

const said = (figures: readonly number[]): string =>
  `median ${ms(median(figures))}, p95 ${ms(percentile(figures, 95))}`;
