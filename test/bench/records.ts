/** How soon a whole record is usable, how it grows, what it keeps busy and what it holds. */
import { kibibytes, mebibytes, median, milliseconds, worst } from './figures.ts';
import type { Group } from './group.ts';
import { heapAfterCollection } from './heap.ts';
import type { Noted } from './page-probe.ts';
import { parseCost, summaryText, type ParseCost } from './parse-cost.ts';
import { atMost, type Row } from './row.ts';
import {
  generated,
  openRecord,
  reachGateAndRead,
  requestTiming,
  session,
  summaryPath,
  type Bench,
} from './session.ts';

type Size = Parameters<typeof generated>[0];
type Opened = {
  readonly fromFirstByteMs: number;
  readonly fromLastByteMs: number;
  readonly fromResponseEndMs: number;
  readonly longestTaskMs: number;
  readonly elements: number;
  readonly heapBytes: number;
};
type Runs = {
  readonly opened: readonly Opened[];
  readonly parse: ParseCost;
  readonly bytes: number;
  readonly sentInMs: number;
};

export const records: Group = {
  about: 'records usable 2,000 20,000 entries nodes task heap growth',
  rows: async (bench) => {
    await bench.sandbox.answering('at-once');
    const small = await runs(bench, 1_000, 5);
    const middle = await runs(bench, 2_000, 5);
    const large = await runs(bench, 20_000, 3);
    const slow = await openOnce(bench, 20_000, 4);
    return [
      usable(middle, '2,000 entries', 2, 60),
      usable(large, '20,000 entries', 3, 100),
      nodes(large),
      longest(large.opened, 1, 100),
      longest([slow], 4, 200),
      heap(large),
      growth(small, large),
      ...[fromFirstByte(middle, '2,000'), fromFirstByte(large, '20,000')],
    ];
  },
};

/** The record once to warm the exchange and to have its text; then `times` times, measured. */
async function runs(bench: Bench, entries: Size, times: number): Promise<Runs> {
  const first = await session(bench);
  await first.launch(generated(entries));
  const { text, bytes, sentInMs } = await summaryText(first.page, async () => {
    await openRecord(first);
  });
  await first.close();
  const parse = await parseCost(bench.browser, text);
  const opened: Opened[] = [];
  for (let run = 0; run < times; run += 1) opened.push(await openOnce(bench, entries, 1));
  return { opened, parse, bytes, sentInMs };
}

/** @param throttle how many times slower the page's processor is made, from the gate on */
async function openOnce(bench: Bench, entries: Size, throttle: number): Promise<Opened> {
  const open = await session(bench);
  try {
    await open.launch(generated(entries));
    await reachGateAndRead(open);
    await open.cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const noted = await openRecord(open);
    await open.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const { endAt } = await requestTiming(open.page, summaryPath);
    const [first, last] = [noted.chunks[0]?.at, noted.chunks.at(-1)?.at];
    if (first === undefined || last === undefined) throw new Error('No bytes were seen coming.');
    return {
      fromFirstByteMs: noted.usableAt - first,
      fromLastByteMs: noted.usableAt - last,
      fromResponseEndMs: noted.usableAt - endAt,
      longestTaskMs: longestTask(noted),
      elements: await open.page.evaluate(() => document.querySelectorAll('*').length),
      heapBytes: await heapAfterCollection(open.cdp),
    };
  } finally {
    await open.close();
  }
}

/** From the press of the button to a second after the summary was usable; 0 where none was long. */
function longestTask({ pressedAt, usableAt, tasks }: Noted): number {
  const [from, to] = [pressedAt ?? 0, (usableAt ?? 0) + 1_000];
  return Math.max(0, ...tasks.filter(({ at }) => at >= from && at <= to).map(({ ms }) => ms));
}

function usable(of: Runs, entries: string, times: number, plus: number): Row {
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

function fromFirstByte({ opened, sentInMs, bytes, parse }: Runs, entries: string): Row {
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

function nodes({ opened }: Runs): Row {
  const measured = worst(opened.map(({ elements }) => elements));
  return {
    ...{ name: 'DOM of 20,000 entries', target: '≤ 3,000 nodes', bound: '3000 nodes' },
    measured: `${measured} nodes`,
    verdict: atMost(measured, 3_000),
    samples: opened.map(({ elements }) => elements),
  };
}

function longest(opened: readonly Opened[], throttle: number, bound: number): Row {
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

function heap({ opened, bytes }: Runs): Row {
  const measured = median(opened.map(({ heapBytes }) => heapBytes));
  return {
    ...{ name: 'heap after opening 20,000 entries', target: '≤ 4 × the document' },
    measured: `${mebibytes(measured)} (${(measured / bytes).toFixed(1)} ×)`,
    bound: `${mebibytes(4 * bytes)} (document ${kibibytes(bytes)})`,
    verdict: atMost(measured, 4 * bytes),
    samples: opened.map(({ heapBytes }) => heapBytes),
  };
}

function growth(small: Runs, large: Runs): Row {
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
