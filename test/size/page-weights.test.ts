import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { aBuild, type Build } from './a-build.ts';
import { allowed, beforeGate, beforeSummary, laterChunk, launchPage } from './limits.ts';
import { weigh } from './page-weights.ts';
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

describe('the check of the sizes', () => {
  it('is kept by files that are small once gzipped', async () => {
    const checked = checkSizes(await weights({ 'index.js': 'a'.repeat(1_000_000) }));
    expect(checked.ok).toBe(true);
  });

  it.each([
    ['launch.js', launchPage, 'launch page'],
    ['index.js', beforeGate, 'before the gate'],
    ['summary.js', beforeSummary, 'before the summary'],
    ['chart.js', laterChunk, 'src/ui/summary/look/trend-chart.ts'],
  ] as const)('fails where %s takes its row over what it may be', async (file, limit, name) => {
    const checked = checkSizes(await weights({ [file]: heavy(allowed(limit)) }));
    expect(checked.ok).toBe(false);
    expect(checked.lines.filter((line) => line.includes('TOO MUCH'))).toContainEqual(
      expect.stringMatching(new RegExp(`^${name}:`)),
    );
  });

  it('lists a pdf library and does not limit it', async () => {
    const checked = checkSizes(await weights({ 'pdf-file.js': heavy(allowed(beforeSummary)) }));
    expect(checked.ok).toBe(true);
    expect(checked.lines.join('\n')).toMatch(/pdf-file\.ts: \d+\.\d KiB .*not limited/);
  });

  it('holds what was reached where that is more than the target, and the target where it is not', () => {
    expect(allowed({ target: 20, ceiling: 30 })).toBe(30);
    expect(allowed({ target: 20, ceiling: 10 })).toBe(20);
  });
});
