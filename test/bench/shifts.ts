/** What moves under somebody who reads an ordinary record, when one source answers late. */
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type { Group } from './group.ts';
import { openRecord, ordinary, reachGateAndRead, session, type Bench } from './session.ts';
import { shiftProbe } from './shift-probe.ts';
import { type Opening, shiftRows } from './shift-rows.ts';

const sizes = [
  { width: 1200, height: 900 },
  { width: 360, height: 640 },
] as const;

/** Whoever has had facts on screen for so long is reading, by the app's own rule. */
const readsAfterMs = 3_000;
const lateMs = 5_000;
/** What is drawn aside comes a moment after the last answer. */
const settledMs = 500;

type Profile = (typeof sourceProfiles)[keyof typeof sourceProfiles];

export const shifts: Group = {
  about: 'layout shift while sources arrive, after reading began',
  rows: async (bench) => {
    const late = Object.values(sourceProfiles).filter(({ agreedToShare }) => agreedToShare);
    const openings: Opening[] = [];
    for (const size of sizes) {
      for (const profile of late) openings.push(await openWithLate(bench, size, profile));
    }
    await bench.sandbox.answering('at-once');
    return shiftRows(openings);
  },
};

async function openWithLate(
  bench: Bench,
  size: (typeof sizes)[number],
  { key, name, shortName }: Profile,
): Promise<Opening> {
  await bench.sandbox.answering('as-in-earnest');
  const response = await fetch(`${bench.sandbox.exchangeOrigin}/sandbox/sources`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key, latencyMs: lateMs }),
  });
  if (!response.ok) throw new Error(`${name} kept its delay: ${response.status}`);
  const open = await session(bench, 'with-sources');
  try {
    await open.page.setViewportSize(size);
    await open.page.addInitScript(shiftProbe);
    await open.launch(ordinary);
    await reachGateAndRead(open);
    const { facts } = await openRecord(open, settledMs);
    const noted = await open.page.evaluate(() => window.ocsShifts);
    const readFrom = Math.min(...Object.values(facts)) + readsAfterMs;
    const last = facts[name];
    if (last === undefined || last < readFrom) throw new Error(`${name} was not late.`);
    return {
      ...{ size: `${size.width} × ${size.height}`, late: shortName },
      ...{ shifts: noted, readFrom },
    };
  } finally {
    await open.close();
  }
}
