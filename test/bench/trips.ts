/** How many round trips are waited for, one after another: the slope of a time over latency. */
import { criticalChain, inWords, type Link } from './chain.ts';
import { median, slope } from './figures.ts';
import type { Group } from './group.ts';
import { logNetwork } from './network-log.ts';
import { atMost, type Row } from './row.ts';
import {
  neverOpened,
  openRecord,
  ordinary,
  reachGateAndRead,
  recordPath,
  requestTiming,
  session,
  type Bench,
} from './session.ts';

/**
 * What the protocol can not do without: launch page, its script, discovery, authorisation, redirect
 * target, its script, token, patient and user, trace, standing. What carries the token to another
 * origin is asked for by the browser first, with a preflight of its own: how many of these lie in
 * the chain is said beside it.
 */
const fewest = 10;

/** A trip is whole, and the slope of times is not. */
const tolerance = 0.25;

export const trips: Group = {
  about: 'round trips launch page gate record first fact',
  rows: async (bench) => {
    await bench.sandbox.answering('at-once');
    return [...(await toGate(bench)), ...(await toFirstFact(bench))];
  },
};

/** One launch with so much latency added to each answer, and how long each thing took. */
type Run = { readonly latencyMs: number; readonly took: Readonly<Record<string, number>> };

async function toGate(bench: Bench): Promise<readonly Row[]> {
  const runs: Run[] = [];
  let chain: readonly Link[] = [];
  for (const latencyMs of [0, 0, 0, 100, 100, 100, 200, 200, 200]) {
    const open = await session(bench);
    const log = await logNetwork(open.cdp, latencyMs);
    const began = await open.launch(neverOpened);
    await open.page.waitForFunction(() => window.ocsBench.gateAt !== null);
    // Of the slowest network: there least else can take as long as a trip.
    chain = criticalChain(log.hops());
    const gateAt = await open.page.evaluate(() => window.ocsBench.gateAt ?? NaN);
    runs.push({ latencyMs, took: { gate: gateAt - began } });
    await open.close();
  }
  const preflights = chain.filter(({ hasPreflight }) => hasPreflight).length;
  const trips = tripsOf(runs, 'gate');
  return [
    {
      name: 'sequential round trips, launch page → gate',
      target: 'the protocol’s minimum',
      measured: `${chain.length} (slope ${trips.toFixed(1)}), with ${preflights} preflights among them`,
      bound: `${fewest}, preflights apart`,
      verdict: atMost(Math.max(chain.length, trips - tolerance), fewest),
      samples: runs,
    },
    ...chain.map((link, index): Row => {
      const name = `  ${index + 1}. ${inWords(link, names(bench))}`;
      return { name, target: '', measured: '', bound: '', verdict: 'information', samples: [] };
    }),
  ];
}

async function toFirstFact(bench: Bench): Promise<readonly Row[]> {
  const runs: Run[] = [];
  // Fewer trips than to the gate, so more latency, for the slope to stand out.
  for (const latencyMs of [0, 0, 200, 200, 400, 400]) {
    const open = await session(bench);
    await logNetwork(open.cdp, latencyMs);
    await open.launch(ordinary);
    await reachGateAndRead(open);
    const { facts } = await openRecord(open);
    const first = Math.min(...Object.values(facts));
    const { startAt, endAt } = await requestTiming(open.page, recordPath);
    runs.push({ latencyMs, took: { asked: first - startAt, recorded: first - endAt } });
    await open.close();
  }
  return [
    factRow(runs, 'asked', 'record asked for → first fact', 2),
    factRow(runs, 'recorded', 'access recorded → first fact', 1),
  ];
}

function factRow(runs: readonly Run[], what: string, name: string, bound: number): Row {
  const measured = tripsOf(runs, what);
  const atOnce = runs
    .filter(({ latencyMs }) => latencyMs === 0)
    .map(({ took }) => took[what] ?? NaN);
  return {
    name: `${name}, round trips`,
    target: String(bound),
    measured: `${measured.toFixed(1)} (${median(atOnce).toFixed(0)} ms where a trip takes none)`,
    // A preflight is asked before each of the two.
    bound: `${bound}, preflights apart`,
    verdict: atMost(measured, bound + tolerance),
    samples: runs,
  };
}

/** Of the medians at each latency, so that one slow run weighs little. */
function tripsOf(runs: readonly Run[], what: string): number {
  const latencies = [...new Set(runs.map(({ latencyMs }) => latencyMs))];
  return slope(
    latencies.map((x) => ({
      x,
      y: median(
        runs.filter(({ latencyMs }) => latencyMs === x).map(({ took }) => took[what] ?? NaN),
      ),
    })),
  );
}

function names({ sandbox }: Bench): Readonly<Record<string, string>> {
  const { hostOrigin, appOrigin, exchangeOrigin } = sandbox;
  return { [hostOrigin]: 'host', [appOrigin]: 'app', [exchangeOrigin]: 'exchange' };
}
