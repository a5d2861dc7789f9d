/** A child process that serves one exchange over sources of fixed delay, and tells its memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSource } from '../../mocks/exchange/sources/source.ts';
import { fetchListener, listenOnLoopback } from '../../mocks/loopback.ts';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import type { SourceKey, SourceProfile } from '../../mocks/scenarios/types.ts';
import { record } from '../exchange/decisions.ts';
import { ada, numbers, quickSources, scenario } from '../exchange/fixtures.ts';
import { createSetting, tracedId } from '../exchange/setting.ts';

/** An ordinary record, of several sources. */
const story = scenarios.find(({ key }) => key === 'grace');
if (story === undefined || process.send === undefined || globalThis.gc === undefined) {
  throw new Error('Start it with an IPC channel and --expose-gc, beside its scenarios.');
}
const { gc } = globalThis;
const send = process.send.bind(process);

const slowest = Number(process.argv[2] ?? '1000');
/** The last one to answer has little to say, as social care has. */
const shares: Readonly<Record<SourceKey, number>> = {
  ...{ 'hollow-way': 0.25, 'bury-knowle': 0.25, ouh: 0.5, 'oxford-health': 0.75 },
  'social-care': 1,
};
const delayed = (key: SourceKey): SourceProfile => ({
  ...quickSources[key],
  latencyMs: slowest * shares[key],
});

const folder = mkdtempSync(join(tmpdir(), 'ocs-bench-exchange-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const setting = await createSetting({
  // On disk: what a launch waits for includes its record.
  databaseFile: join(folder, 'exchange.db'),
  scenarios: [scenario({ key: 'ada', demographics: ada }, story.records)],
  sources: {
    'hollow-way': delayed('hollow-way'),
    'bury-knowle': delayed('bury-knowle'),
    ouh: delayed('ouh'),
    'oxford-health': delayed('oxford-health'),
    'social-care': delayed('social-care'),
  },
});
const id = await tracedId(setting, 'gp-ada', numbers.ada);
await record(setting, 'gp-ada', id);
const server = await listenOnLoopback(0, 'the port');
/** The slowest source, asked without an exchange. */
const alone = '/source';
const source = createSource({
  profile: delayed('social-care'),
  recordOf: () => story.records['social-care'] ?? null,
  speed: 1,
});
const question = { method: 'POST', body: JSON.stringify({ nhsNumber: numbers.ada }) };
server.serve(
  fetchListener((request) =>
    new URL(request.url).pathname === alone
      ? source.fetch(new Request('https://source.test/record', question))
      : setting.exchange.fetch(request),
  ),
);

process.on('message', () => {
  gc();
  const { heapUsed, rss } = process.memoryUsage();
  send({ heapUsed, rss });
});
process.once('disconnect', () => {
  setting.exchange.close();
  process.exit(0);
});
send({
  summary: `${server.origin}/gp/fhir/Patient/${id}/$summary`,
  source: `${server.origin}${alone}`,
});
