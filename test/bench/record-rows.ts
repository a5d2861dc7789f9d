/** The rows about whole records, from what was noted of each opening. */
import type { DomSize } from './dom.ts';
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

/**
 * From the last byte that the app itself has read: it may be late in reading, having worked on what
 * came before. The strict reading, with all bytes there before the first is read, is `allThere`.
 */
export function usable(of: Runs, entries: string, times: number, plus: number): Row {
  const measured = median(of.opened.map(({ fromLastByteMs }) => fromLastByteMs));
  const bound = times * of.parse.ms + plus;
  return {
    name: `last byte read by the app → whole summary usable, ${entries} entries`,
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
    name: `first byte read by the app → whole summary usable, ${entries} entries`,
    target: '',
    measured:
      `${milliseconds(whole)}; after the response's end ${milliseconds(end)}; ` +
      `sending ${mebibytes(bytes)} alone takes ${milliseconds(sentInMs)}`,
    bound: '',
    verdict: 'information',
    samples: { opened, sentInMs, parse: parse.samples },
  };
}

export function elements({ opened }: Runs): Row {
  const measured = worst(opened.map((each) => each.elements));
  return {
    name: 'elements in the DOM of 20,000 entries',
    ...{ target: '≤ 3,000 nodes', bound: '3000 elements' },
    measured: `${measured} elements`,
    verdict: atMost(measured, 3_000),
    samples: opened.map((each) => each.elements),
  };
}

/** Texts are nodes too, and more is built for somebody who reads on. */
export function allNodes(atOnce: DomSize, atBottom: DomSize): Row {
  return {
    ...{ name: '  all nodes of it, texts included', target: '', bound: '' },
    measured:
      `${atOnce.nodes} nodes; after scrolling to the bottom ` +
      `${atBottom.elements} elements, ${atBottom.nodes} nodes`,
    verdict: 'information',
    samples: { atOnce, atBottom },
  };
}

/** The worst of the runs: one task that is too long is felt, however many others are not. */
export function longest(opened: readonly Opened[], throttle: number, bound: number): Row {
  const tasks = opened.map(({ longestTaskMs }) => longestTaskMs);
  const measured = worst(tasks);
  return {
    name: `longest task of ${tasks.length} runs while 20,000 entries open, processor at 1/${throttle}`,
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
