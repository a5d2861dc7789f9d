/** How soon a whole record is usable, how it grows, what it keeps busy and what it holds. */
import type { Group } from './group.ts';
import { heapAfterCollection } from './heap.ts';
import type { Noted } from './page-probe.ts';
import { parseCost, summaryText } from './parse-cost.ts';
import {
  fromFirstByte,
  growth,
  heap,
  longest,
  nodes,
  usable,
  type Opened,
  type Runs,
} from './record-rows.ts';
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
export const records: Group = {
  about: 'records usable 2,000 20,000 entries nodes task heap growth',
  rows: async (bench) => {
    await bench.sandbox.answering('at-once');
    const small = await runs(bench, 1_000, 3);
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
    const noted = await openRecord(open, 1_000);
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
