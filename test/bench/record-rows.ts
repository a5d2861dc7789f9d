/** The rows about whole records, from what was noted of each opening. */
import { kibibytes, mebibytes, median, milliseconds, worst } from './figures.ts';
import type { ParseCost } from './parse-cost.ts';
import { atMost, type Row } from './row.ts';

/** One opening; milliseconds and bytes. */
export type Opened = {
  readonly fromFirstByteMs: number;
  readonly fromLastByteMs: number;
  readonly fromResponseEndMs: number;
  readonly longestTaskMs: number;
  readonly elements: number;
  readonly heapBytes: number;
};
/** Several openings of one record, and its measure. */
export type Runs = {
  readonly opened: readonly Opened[];
  readonly parse: ParseCost;
  readonly bytes: number;
  readonly sentInMs: number;
};

export function usable(of: Runs, entries: string, times: number, plus: number): Row {
  const measured = median(of.opened.map(({ fromLastByteMs }) => fromLastByteMs));
  const bound = times * of.parse.ms + plus;
  return {
    name: `last byte → whole summary usable, ${entries}`,
    target: `≤ ${times} × JSON.parse + ${plus} ms`,
    measured: milliseconds(measured),
    bound: `${milliseconds(bound)} (JSON.parse ${milliseconds(of.parse.ms)})`,
    verdict: atMost(measured, bound),
    samples: { opened: of.opened, parse: of.parse.samples },
  };
}

export function fromFirstByte({ opened, sentInMs, bytes, parse }: Runs, entries: string): Row {
  const whole = median(opened.map(({ fromFirstByteMs }) => fromFirstByteMs));
  const end = median(opened.map(({ fromResponseEndMs }) => fromResponseEndMs));
  return {
    name: `first byte → whole summary usable, ${entries} entries`,
    target: '',
    measured:
      `${milliseconds(whole)}; after the response's end ${milliseconds(end)}; ` +
      `sending ${mebibytes(bytes)} alone takes ${milliseconds(sentInMs)}`,
    bound: '',
    verdict: 'information',
    samples: { opened, sentInMs, parse: parse.samples },
  };
}

export function nodes({ opened }: Runs): Row {
  const measured = worst(opened.map(({ elements }) => elements));
  return {
    ...{ name: 'DOM of 20,000 entries', target: '≤ 3,000 nodes', bound: '3000 nodes' },
    measured: `${measured} nodes`,
    verdict: atMost(measured, 3_000),
    samples: opened.map(({ elements }) => elements),
  };
}

export function longest(opened: readonly Opened[], throttle: number, bound: number): Row {
  const tasks = opened.map(({ longestTaskMs }) => longestTaskMs);
  const measured = median(tasks);
  return {
    name: `longest task while 20,000 entries open, processor at 1/${throttle}`,
    ...{ target: `≤ ${bound} ms`, bound: milliseconds(bound) },
    measured: measured === 0 ? 'under 50 ms' : milliseconds(measured),
    verdict: atMost(measured, bound),
    samples: tasks,
  };
}

export function heap({ opened, bytes }: Runs): Row {
  const measured = median(opened.map(({ heapBytes }) => heapBytes));
  return {
    ...{ name: 'heap after opening 20,000 entries', target: '≤ 4 × the document' },
    measured: `${mebibytes(measured)} (${(measured / bytes).toFixed(1)} ×)`,
    bound: `${mebibytes(4 * bytes)} (document ${kibibytes(bytes)})`,
    verdict: atMost(measured, 4 * bytes),
    samples: opened.map(({ heapBytes }) => heapBytes),
  };
}

export function growth(small: Runs, large: Runs): Row {
  const each = ({ opened }: Runs, entries: number) =>
    median(opened.map(({ fromFirstByteMs }) => fromFirstByteMs)) / entries;
  const [few, many] = [each(small, 1_000), each(large, 20_000)];
  return {
    name: 'time per entry at 20,000 over that at 1,000, from the first byte',
    ...{ target: '≤ 1.5', bound: '1.5' },
    measured: (many / few).toFixed(2),
    verdict: atMost(many / few, 1.5),
    samples: { small: small.opened, large: large.opened },
  };
}
