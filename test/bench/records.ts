/** How soon a whole record is usable, how it grows, what it keeps busy and what it holds. */
import { domSize, scrollToBottom, type DomSize } from './dom.ts';
import type { Group } from './group.ts';
import { heapAfterCollection } from './heap.ts';
import { allThere, growth, type HeldRuns } from './held-rows.ts';
import { holdSummary } from './held.ts';
import type { Noted } from './page-probe.ts';
import { parseCost, summaryText } from './parse-cost.ts';
import {
  allNodes,
  elements,
  fromFirstByte,
  heap,
  longest,
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
    const middle = await runs(bench, 2_000, 5);
    const large = await runs(bench, 20_000, 3);
    const slow = await times(2, () => openOnce(bench, 20_000, 4));
    const held = await heldRuns(bench);
    const { atOnce, atBottom } = await openAndScroll(bench);
    return [
      usable(middle, '2,000', 2, 60),
      allThere(held.middle, middle.parse, 2, 60),
      usable(large, '20,000', 3, 100),
      allThere(held.large, large.parse, 3, 100),
      ...[elements(large), allNodes(atOnce, atBottom)],
      longest(large.opened, 1, 100),
      longest(slow, 4, 200),
      heap(large),
      growth(held.small, held.middle, held.large),
      ...[fromFirstByte(middle, '2,000'), fromFirstByte(large, '20,000')],
    ];
  },
};

async function times<Result>(count: number, run: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < count) results.push(await run());
  return results;
}

/** The record once to warm the exchange and to have its text; then `count` times, measured. */
async function runs(bench: Bench, entries: Size, count: number): Promise<Runs> {
  const first = await session(bench);
  await first.launch(generated(entries));
  const { text, bytes, sentInMs } = await summaryText(first.page, async () => {
    await openRecord(first);
  });
  await first.close();
  const parse = await parseCost(bench.browser, text);
  const opened = await times(count, () => openOnce(bench, entries, 1));
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
      elements: (await domSize(open.page)).elements,
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

/**
 * The sizes in turn, so that whatever else the machine does falls on all of them: they are compared
 * with one another. The small one is opened once before: the exchange does not know it yet.
 */
async function heldRuns(bench: Bench): Promise<Record<'small' | 'middle' | 'large', HeldRuns>> {
  const ms = { small: Array<number>(), middle: Array<number>(), large: Array<number>() };
  await openHeld(bench, 1_000);
  for (let round = 0; round < 5; round += 1) {
    ms.small.push(await openHeld(bench, 1_000));
    ms.middle.push(await openHeld(bench, 2_000));
    if (round < 3) ms.large.push(await openHeld(bench, 20_000));
  }
  return {
    small: { entries: 1_000, ms: ms.small },
    middle: { entries: 2_000, ms: ms.middle },
    large: { entries: 20_000, ms: ms.large },
  };
}

/** @returns milliseconds from the release of the whole answer to the whole summary usable */
async function openHeld(bench: Bench, entries: Size): Promise<number> {
  const open = await session(bench);
  try {
    await open.launch(generated(entries));
    await reachGateAndRead(open);
    const held = await holdSummary(open.cdp);
    const { usableAt } = await openRecord(open);
    const timeOrigin = await open.page.evaluate(() => performance.timeOrigin);
    return timeOrigin + usableAt - held.releasedAt();
  } finally {
    await open.close();
  }
}

async function openAndScroll(bench: Bench): Promise<Record<'atOnce' | 'atBottom', DomSize>> {
  const open = await session(bench);
  try {
    await open.launch(generated(20_000));
    await openRecord(open);
    const atOnce = await domSize(open.page);
    await scrollToBottom(open.page);
    return { atOnce, atBottom: await domSize(open.page) };
  } finally {
    await open.close();
  }
}
