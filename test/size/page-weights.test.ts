import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { aBuild, type Build } from './a-build.ts';
import { beforeGate, beforeSummary, laterPart, launchPage, type Limit } from './limits.ts';
import { weigh, type Weight } from './page-weights.ts';
import { checkSizes } from './verdict.ts';

let build: Build | undefined;
afterEach(async () => {
  await build?.remove();
  build = undefined;
});

async function weights(files: Readonly<Record<string, string | Buffer>> = {}) {
  build = await aBuild(files);
  return weigh(build.dist);
}

/** Bytes that no compression makes fewer. */
const heavy = (bytes: number) => randomBytes(bytes);

const [chart, hits, pdf] = [
  'src/ui/summary/look/trend-chart.ts',
  'src/ui/summary/find/hits.ts',
  'src/ui/summary/letters/pdf-file.ts',
];
const ceilingOf = ({ ceiling }: Limit): number => ceiling ?? NaN;
const tooMuch = (lines: readonly string[]) => lines.filter((line) => line.includes('TOO MUCH'));

describe('when a file is counted', () => {
  it('with its page, which is counted itself', async () => {
    const { launchPage: launch, beforeGate: gate } = await weights();
    expect(launch.files).toEqual(['launch.html', 'launch.js']);
    expect(gate.files).toEqual([
      ...['id-token.js', 'index.html', 'index.js', 'launch.html', 'launch.js'],
    ]);
  });

  it('with the summary, where it is loaded while the question is read', async () => {
    const { beforeGate: gate, beforeSummary: summary } = await weights();
    expect(summary.files).toEqual([...gate.files, 'summary.js'].sort());
    expect(summary.bytes).toBeGreaterThan(gate.bytes);
  });

  it('later, by what its first use loads that is not there yet', async () => {
    const { laterChunks } = await weights();
    expect(laterChunks.map(({ name, files }) => [name, files])).toEqual(
      expect.arrayContaining([
        ['src/ui/summary/look/trend-chart.ts', ['chart.js']],
        ['src/adapters/host/id-token.ts', ['id-token.js']],
      ]),
    );
  });

  it('before the gate, where nothing says when it is loaded', async () => {
    const { beforeGate: gate } = await weights({ 'assets/reader-1a2b3c4d.js': 'onmessage' });
    expect(gate.files).toContain('assets/reader-1a2b3c4d.js');
  });
});

describe('a part that is needed before the record', () => {
  it('weighs what it brings of the record’s too', async () => {
    const { laterChunks } = await weights();
    const told = laterChunks.find(({ name }) => name === 'src/ui/gate/told-list.tsx');
    expect(told?.files).toEqual(['summary.js', 'told-list.js']);
  });
});

describe('the check of the sizes', () => {
  it('is kept by files that are small once gzipped', async () => {
    const checked = checkSizes(await weights({ 'index.js': 'a'.repeat(1_000_000) }));
    expect(checked.ok).toBe(true);
  });

  it.each([
    ['launch.js', launchPage, 'launch page'],
    ['index.js', beforeGate, 'before the gate'],
    ['summary.js', beforeSummary, 'before the summary'],
    ['chart.js', laterPart(chart, false), chart],
    ['hits.js', laterPart(hits, false), hits],
    ['pdf-file.js', laterPart(pdf, true), pdf],
  ] as const)('fails where %s takes its row over what it may be', async (file, limit, name) => {
    const { ok, lines } = checkSizes(await weights({ [file]: heavy(ceilingOf(limit)) }));
    expect(ok).toBe(false);
    expect(tooMuch(lines)).toContainEqual(expect.stringMatching(new RegExp(`^${name}:`)));
  });

  it('fails where the launch page is over what was reached, though under its target', async () => {
    const bytes = ceilingOf(launchPage) + 100;
    expect(bytes).toBeLessThan(launchPage.target ?? 0);
    const { ok, lines } = checkSizes(await weights({ 'launch.js': heavy(bytes) }));
    expect(ok).toBe(false);
    expect(tooMuch(lines)).toEqual([expect.stringMatching(/^launch page: .*target 20\.0 KiB/)]);
  });

  it('fails where the hits of a search weigh nine times as much, though under their target', async () => {
    const bytes = 9 * 2 * 1024;
    expect(bytes).toBeLessThan(laterPart(hits, false).target ?? 0);
    const { ok, lines } = checkSizes(await weights({ 'hits.js': heavy(bytes) }));
    expect(ok).toBe(false);
    expect(tooMuch(lines)).toEqual([expect.stringContaining(hits)]);
  });

  it('fails where a later part has no ceiling, and says what to write and where', async () => {
    const name = 'src/ui/summary/new-part.tsx';
    const small: Weight = { name, files: ['a.js'], bytes: 700, limit: laterPart(name, false) };
    const { ok, lines } = checkSizes({ ...(await weights()), laterChunks: [small] });
    expect(ok).toBe(false);
    expect(lines.at(-1)).toMatch(/^src\/ui\/summary\/new-part\.tsx: 0\.7 KiB .*NOT LISTED/);
    expect(lines.at(-1)).toMatch(/test\/size\/limits\.ts, now 1 KiB/);
  });

  it('asks no target of a pdf library', async () => {
    const { ok, lines } = checkSizes(await weights({ 'pdf-file.js': heavy(100 * 1024) }));
    expect(ok).toBe(true);
    expect(lines.join('\n')).toMatch(/pdf-file\.ts: 100\.\d KiB .*\(at most 514\.5 KiB\)/);
  });
});
