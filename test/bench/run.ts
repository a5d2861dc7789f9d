/**
 * `npm run bench`: measures how light and how fast the app is, and prints what that must come to.
 *
 *   --only <words>   only the rows about these words, e.g. `npm run bench -- --only heap`
 *
 * It builds the app first. Every figure behind the table is written to `bench.json`. A missed
 * target is a finding and no failure: it ends with 0, or with 2 where something was not measured.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../support/chromium.ts';
import { buildArguments, projectRoot, run } from '../support/run-command.ts';
import { arrival } from './arrival.ts';
import { exchangeRows } from './exchange.ts';
import type { Group } from './group.ts';
import { machine, type Machine } from './machine.ts';
import { sandboxProcess } from './own-process.ts';
import { records } from './records.ts';
import { relaunches } from './relaunches.ts';
import type { Row } from './row.ts';
import type { Bench } from './session.ts';
import { shifts } from './shifts.ts';
import { sizes } from './sizes.ts';
import { table } from './table.ts';
import { trips } from './trips.ts';
import { typing } from './typing.ts';

const exchange: Group = {
  about: 'exchange: fan-out, concurrent launches, memory',
  rows: exchangeRows,
};

const groups: readonly Group[] = [
  sizes,
  trips,
  arrival,
  shifts,
  records,
  typing,
  relaunches,
  exchange,
];

const say = (text: string) => process.stdout.write(`${text}\n`);

/** What could not be measured is a row too: a table that is short of one looks like success. */
async function rowsOf({ about, rows }: Group, bench: Bench): Promise<readonly Row[]> {
  try {
    return await rows(bench);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it failed';
    const [first = why] = why.split('\n');
    return [
      { name: about, target: '', measured: first, bound: '', verdict: 'unmeasured', samples: why },
    ];
  }
}

function chosen(args: readonly string[]): readonly Group[] {
  const words = args.filter((argument) => argument !== '--only');
  return groups.filter(({ about }) =>
    words.every((word) => about.toLowerCase().includes(word.toLowerCase())),
  );
}

async function main(): Promise<void> {
  const toMeasure = chosen(process.argv.slice(2));
  if (toMeasure.length === 0) {
    throw new Error(
      `No rows are about that. There are:\n${groups.map(({ about }) => about).join('\n')}`,
    );
  }
  const built = await run(['node_modules/.bin/vite', ...buildArguments], {
    NODE_ENV: 'production',
  });
  if (built.code !== 0) throw new Error(`The app does not build:\n${built.output}`);
  const began = performance.now();
  const browser = await launchBrowser();
  try {
    const sandbox = await sandboxProcess();
    try {
      const about = await machine(browser.version());
      for (const [name, value] of Object.entries(about)) say(`${name.padEnd(10)} ${value}`);
      const rows = await measure(toMeasure, { browser, sandbox });
      await report(about, rows, (performance.now() - began) / 1000);
    } finally {
      await sandbox.stop();
    }
  } finally {
    await browser.close();
  }
}

async function measure(toMeasure: readonly Group[], bench: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const group of toMeasure) {
    // Beside the table, so that what is kept of it has no such lines in it.
    process.stderr.write(`measuring ${group.about}\n`);
    rows.push(...(await rowsOf(group, bench)));
  }
  return rows;
}

async function report(about: Machine, rows: readonly Row[], seconds: number): Promise<void> {
  for (const line of ['', ...table(rows)]) say(line);
  say(`in ${seconds.toFixed(0)} s; every figure behind these is in bench.json`);
  const written = JSON.stringify({ machine: about, seconds, rows }, null, 2);
  await writeFile(join(projectRoot, 'bench.json'), `${written}\n`);
  process.exitCode = rows.some(({ verdict }) => verdict === 'unmeasured') ? 2 : 0;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The bench failed.'}\n`);
  process.exitCode = 2;
});
