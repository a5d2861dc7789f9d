import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBeforeGate, filesInHtml, limit, pageWeights } from './page-weights.ts';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    css: ['assets/index.css'],
    imports: ['_shared.js'],
    dynamicImports: ['../src/adapters/id-token.ts', '../src/ui/summary.tsx'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'] },
  '../src/adapters/id-token.ts': { file: 'assets/id-token.js', imports: ['_shared.js'] },
  '../src/ui/summary.tsx': { file: 'assets/summary.js', css: ['assets/summary.css'] },
};

describe('what is loaded before the gate', () => {
  it('is the page, what it imports, and every lazy part that is not said to come later', () => {
    expect(filesBeforeGate(manifest, 'index.html', [/ui\/summary/])).toEqual([
      'assets/id-token.js',
      'assets/index.css',
      'assets/index.js',
      'assets/shared.js',
    ]);
  });

  it('includes what the page names itself', () => {
    const html =
      '<script type="module" src="./assets/a.js"></script><link href="/b.css" rel="stylesheet">' +
      '<link rel="icon" href="./c.svg">';
    expect(filesInHtml(html)).toEqual(['assets/a.js', 'b.css']);
  });

  it('can not be told for a page the build does not have', () => {
    expect(() => filesBeforeGate({}, 'launch.html', [])).toThrow('launch.html');
  });
});

describe('the limit', () => {
  let dist: string;
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'ocs-size-'));
    await mkdir(join(dist, '.vite'));
    await writeFile(join(dist, 'launch.html'), '<script src="./launch.js"></script>');
    await writeFile(join(dist, 'index.html'), '<script src="./index.js"></script>');
    const entries = { 'launch.html': { file: 'launch.js' }, 'index.html': { file: 'index.js' } };
    await writeFile(join(dist, '.vite', 'manifest.json'), JSON.stringify(entries));
    await writeFile(join(dist, 'launch.js'), 'launch();');
  });
  afterEach(() => rm(dist, { recursive: true }));

  it('is kept by pages that are small once gzipped', async () => {
    await writeFile(join(dist, 'index.js'), 'a'.repeat(limit * 2));
    expect(await pageWeights(dist)).toMatchObject({ withinLimit: true });
  });

  it('is broken by pages that together are not', async () => {
    await writeFile(join(dist, 'index.js'), randomBytes(limit));
    expect(await pageWeights(dist)).toMatchObject({ withinLimit: false });
  });
});
