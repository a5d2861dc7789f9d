/** What the exchange adds to its slowest source, alone and under load, and whether it keeps memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { seeded } from '../../mocks/scenarios/large/random.ts';
import { addedRow, instantRow, type Launched } from './exchange-rows.ts';
import { atMost, type Row } from './row.ts';

/** Milliseconds. The others answer after a quarter, a half and three quarters of it. */
const slowestMs = 1000;
/** How much more the heap may hold after 200 launches than after 50. */
const growthBound = 1.1;

const server = fileURLToPath(new URL('exchange-server.ts', import.meta.url));
const startedShape = z.object({ summary: z.string(), source: z.string() });
const memoryShape = z.object({ heapUsed: z.number(), rss: z.number() });
type Memory = z.infer<typeof memoryShape>;

async function launch(summary: string): Promise<Launched> {
  const asked = performance.now();
  const response = await fetch(summary, {
    headers: { authorization: 'Bearer gp-ada', accept: 'application/fhir+ndjson' },
  });
  if (!response.ok || response.body === null) throw new Error(`The exchange: ${response.status}.`);
  let first = 0;
  let end = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    if (first === 0) first = performance.now();
    end = (end + decoder.decode(chunk, { stream: true })).slice(-4000);
  }
  const last = performance.now();
  if (!end.includes('"OperationOutcome/ocs-data-sources"')) throw new Error('Not a whole summary.');
  return { byFanOut: last - first - slowestMs, inAll: last - asked };
}

/** The slowest source, asked by itself: its timer and a call cost something, too. */
async function askedAlone(source: string): Promise<number> {
  const asked = performance.now();
  const response = await fetch(source);
  await response.text();
  if (!response.ok) throw new Error(`The source: ${response.status}.`);
  return performance.now() - asked;
}

/** Each begins so many milliseconds from now. */
async function together<Result>(
  begin: () => Promise<Result>,
  moments: readonly number[],
): Promise<readonly Result[]> {
  const arrivals = new EventEmitter().setMaxListeners(0);
  const begun = moments.map(async (moment, index) => {
    if (moment > 0) await once(arrivals, String(index));
    return begin();
  });
  moments.forEach((moment, index) => {
    if (moment > 0) setTimeout(() => arrivals.emit(String(index)), moment);
  });
  return Promise.all(begun);
}

const evenly = (count: number, gap: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index * gap);

type Arrivals = {
  readonly count: number;
  readonly rounds: number;
  readonly spreadMs: number;
  readonly seed: number;
};

/** So many a round, each round's begun within so many milliseconds. */
async function rounds<Result>(
  begin: () => Promise<Result>,
  how: Arrivals,
): Promise<readonly Result[]> {
  // As people come: in step with the sources' delays each launch would meet a part of another.
  const random = seeded(how.seed);
  const results: Result[] = [];
  for (let round = 0; round < how.rounds; round += 1) {
    const moments = evenly(how.count, 0).map(() => random.next() * how.spreadMs);
    results.push(...(await together(begin, moments)));
  }
  return results;
}

type Addresses = z.infer<typeof startedShape>;

/** All of a round are open when its last one begins; the source is asked beside them. */
async function spread({ summary, source }: Addresses, count: number, times: number): Promise<Row> {
  const how = { count, rounds: times, spreadMs: slowestMs };
  const [launches, alone] = await Promise.all([
    rounds(() => launch(summary), { ...how, seed: count }),
    rounds(() => askedAlone(source), { ...how, seed: count + 1 }),
  ]);
  return addedRow(launches, alone, count, slowestMs);
}

/** The source is asked afterwards: it would wait for the launches. */
async function inAnInstant(
  { summary, source }: Addresses,
  count: number,
  times: number,
): Promise<Row> {
  const how = { count, spreadMs: 0, seed: count };
  const launches = await rounds(() => launch(summary), { ...how, rounds: times });
  return instantRow(launches, await rounds(() => askedAlone(source), { ...how, rounds: 1 }), count);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function memoryRow(summary: string, memory: () => Promise<Memory>): Promise<Row> {
  const fifty = () => together(() => launch(summary), evenly(50, 10));
  await fifty();
  const after50 = await memory();
  for (let round = 0; round < 3; round += 1) await fifty();
  const after200 = await memory();
  const growth = after200.heapUsed / after50.heapUsed;
  return {
    name: 'exchange: memory after 200 launches against 50',
    target: 'flat',
    measured:
      `heap ${megabytes(after50.heapUsed)} → ${megabytes(after200.heapUsed)} ` +
      `(× ${growth.toFixed(2)}), process ${megabytes(after50.rss)} → ${megabytes(after200.rss)}`,
    bound: `heap × ${growthBound.toFixed(2)}`,
    verdict: atMost(growth, growthBound),
    samples: { after50, after200 },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(() => {
    throw new Error('The exchange ended.');
  });
  const message: readonly unknown[] = await Promise.race([once(child, 'message'), gone]);
  return message[0];
}

/**
 * Measures one exchange in a process of its own, an ordinary record on five sources of fixed delay
 * behind it, its trail on disk. About forty seconds.
 */
export async function exchangeRows(): Promise<readonly Row[]> {
  const command = ['--expose-gc', '--import', 'tsx', server, String(slowestMs)];
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const started = startedShape.parse(await answerOf(child));
    const memory = async (): Promise<Memory> => {
      child.send('memory');
      return memoryShape.parse(await answerOf(child));
    };
    return [
      await memoryRow(started.summary, memory),
      await spread(started, 1, 8),
      await spread(started, 10, 3),
      await spread(started, 50, 4),
      await inAnInstant(started, 50, 3),
    ];
  } finally {
    if (child.connected) child.disconnect();
  }
}
