/** What the exchange adds to its slowest source, alone and under load, and whether it keeps memory. */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { atMost, type Row } from './row.ts';

/** Milliseconds. The others answer after a quarter, a half and three quarters of it. */
const slowestMs = 1000;
/** Milliseconds, in the median: "a few". */
const bound = 5;
/** How much more the heap may hold after 200 launches than after 50. */
const growthBound = 1.1;

const server = fileURLToPath(new URL('exchange-server.ts', import.meta.url));
const startedShape = z.object({ summary: z.string() });
const memoryShape = z.object({ heapUsed: z.number(), rss: z.number() });
type Memory = z.infer<typeof memoryShape>;

/** One launch's stream. Milliseconds beyond the slowest source, to the last byte. */
type Added = {
  /** Since the first line: from then on the sources are asked. */
  readonly byFanOut: number;
  /** Since the request: with the caller looked up, the decision made and the release recorded. */
  readonly inAll: number;
};

async function launch(summary: string): Promise<Added> {
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
  return { byFanOut: last - first - slowestMs, inAll: last - asked - slowestMs };
}

/** So many launches, each begun so many milliseconds after the one before. */
async function together(summary: string, count: number, gap: number): Promise<readonly Added[]> {
  const begun: Promise<Added>[] = [];
  const begin = (): void => {
    const one = launch(summary);
    // A failure is told once all have begun.
    one.catch(() => undefined);
    begun.push(one);
  };
  begin();
  const arrivals = new EventEmitter();
  const ticking = setInterval(() => arrivals.emit('next'), gap);
  while (begun.length < count) {
    if (gap > 0) await once(arrivals, 'next');
    begin();
  }
  clearInterval(ticking);
  return Promise.all(begun);
}

/** The value that this share of the figures does not pass. */
function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const ms = (figure: number): string => `${figure.toFixed(1)} ms`;
const said = (figures: readonly number[]): string =>
  `median ${ms(quantile(figures, 0.5))}, p95 ${ms(quantile(figures, 0.95))}`;

async function addedRow(summary: string, count: number, rounds: number): Promise<Row> {
  const added: Added[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // All of them are open when the last one begins.
    added.push(...(await together(summary, count, slowestMs / count)));
  }
  const byFanOut = added.map((one) => one.byFanOut);
  const inAll = added.map((one) => one.inAll);
  return {
    name: `exchange: added to its slowest source, ${count} open at once`,
    target: 'a few milliseconds, median',
    measured: `${said(byFanOut)} (with the release recorded: ${said(inAll)})`,
    bound: `${bound} ms`,
    verdict: atMost(quantile(byFanOut, 0.5), bound),
    samples: added,
  };
}

/** The same instant: no arrival is as bad. What it shows is what one launch costs the processor. */
async function instantRow(summary: string, count: number, rounds: number): Promise<Row> {
  const added: Added[] = [];
  for (let round = 0; round < rounds; round += 1)
    added.push(...(await together(summary, count, 0)));
  return {
    name: `exchange: added where ${count} begin in the same instant`,
    target: '',
    measured: said(added.map(({ inAll }) => inAll)),
    bound: '',
    verdict: 'information',
    samples: added,
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function memoryRow(summary: string, memory: () => Promise<Memory>): Promise<Row> {
  const fifty = () => together(summary, 50, 10);
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
  const started = ['--expose-gc', '--import', 'tsx', server, String(slowestMs)];
  const child = spawn(process.execPath, started, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const { summary } = startedShape.parse(await answerOf(child));
    const memory = async (): Promise<Memory> => {
      child.send('memory');
      return memoryShape.parse(await answerOf(child));
    };
    return [
      await memoryRow(summary, memory),
      await addedRow(summary, 1, 8),
      await addedRow(summary, 10, 3),
      await addedRow(summary, 50, 4),
      await instantRow(summary, 50, 3),
    ];
  } finally {
    if (child.connected) child.disconnect();
  }
}
