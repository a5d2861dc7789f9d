/** How much is loaded: counted from the build, and again from what a browser really asks for. */
import { join } from 'node:path';
import { weigh, type Weight } from '../size/page-weights.ts';
import { projectRoot } from '../support/run-command.ts';
import { kibibytes } from './figures.ts';
import type { Group } from './group.ts';
import { logNetwork, type NetworkLog } from './network-log.ts';
import { atMost, type Row } from './row.ts';
import { openRecord, ordinary, reachGateAndRead, session, type Bench } from './session.ts';

const dist = join(projectRoot, 'dist');

export const sizes: Group = {
  about: 'sizes launch page gate summary later chunk gzip KiB',
  rows: async (bench) => {
    const weights = await weigh(dist);
    const fetched = await observe(bench);
    return [
      row('launch page, gzipped', weights.launchPage, fetched.launchPage),
      row('before the gate is usable, gzipped', weights.beforeGate, fetched.beforeGate),
      row('before the summary is usable, gzipped', weights.beforeSummary, fetched.beforeSummary),
      ...weights.laterChunks.map((weight) => row(`  later: ${weight.name}`, weight)),
    ];
  },
};

type Fetched = Readonly<Record<'launchPage' | 'beforeGate' | 'beforeSummary', readonly string[]>>;

/**
 * The app's files that a browser with nothing cached had loaded by each moment. Each answer takes
 * its time, or what was only just asked for would be there too.
 */
async function observe(bench: Bench): Promise<Fetched> {
  await bench.sandbox.answering('at-once');
  const open = await session(bench);
  const log = await logNetwork(open.cdp, 200);
  await open.launch(ordinary);
  await reachGateAndRead(open);
  await openRecord(open);
  const { gateAt, usableAt } = await open.page.evaluate(() => ({
    gateAt: window.ocsBench.gateAt ?? NaN,
    usableAt: performance.timeOrigin + (window.ocsBench.usableAt ?? NaN),
  }));
  await open.close();
  const beforeGate = filesLoaded(log, bench, gateAt);
  return {
    launchPage: beforeGate.slice(0, beforeGate.indexOf('index.html')),
    beforeGate,
    beforeSummary: filesLoaded(log, bench, usableAt),
  };
}

/** Pages, scripts and styles whole by then, milliseconds since the epoch; each once, as asked for. */
function filesLoaded(log: NetworkLog, { sandbox }: Bench, byMs: number): readonly string[] {
  const files = log
    .hops()
    .filter(({ endedAt = Infinity }) => endedAt <= byMs)
    .map(({ url }) => new URL(url))
    .filter(({ origin, pathname }) => origin === sandbox.appOrigin && isCode(pathname));
  return [...new Set(files.map(({ pathname }) => pathname.slice(1)))];
}

const isCode = (path: string): boolean => /\.(?:html|m?js|css)$/.test(path);

function row(name: string, weight: Weight, fetched?: readonly string[]): Row {
  const { bytes, files, limit } = weight;
  const { target } = limit;
  return {
    ...{ name, samples: { files, fetched } },
    target: target === undefined ? '' : `≤ ${target / 1024} KiB`,
    measured: `${kibibytes(bytes)}${fetched ? observed(files, fetched) : ''}`,
    bound: target === undefined ? 'a pdf library, listed' : kibibytes(target),
    verdict: target === undefined ? 'information' : atMost(bytes, target),
  };
}

/** Both ways must agree; where they do not, one of them is told wrongly, and the row says which. */
function observed(counted: readonly string[], fetched: readonly string[]): string {
  const more = fetched.filter((file) => !counted.includes(file));
  const less = counted.filter((file) => !fetched.includes(file));
  const said = [
    ...(more.length > 0 ? [`also loaded ${more.join(', ')}`] : []),
    ...(less.length > 0 ? [`not loaded ${less.join(', ')}`] : []),
  ];
  return said.length === 0 ? ', as observed' : `, but observed: ${said.join('; ')}`;
}
