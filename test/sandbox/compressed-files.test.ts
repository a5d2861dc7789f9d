import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressFiles } from '../../launch/compressed-files.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'ocs-compressed-'));
  await mkdir(join(dist, 'assets'));
});
afterEach(() => rm(dist, { recursive: true }));

const words = 'permission to view, '.repeat(50);
const listed = async () => (await readdir(dist, { recursive: true })).sort();

describe('a build', () => {
  it.each(['index.html', 'assets/a.js', 'assets/a.mjs', 'assets/a.css', 'icon.svg'])(
    'gets both encodings of %s beside it',
    async (name) => {
      const file = join(dist, name);
      await writeFile(file, words);
      await compressFiles(dist);
      expect(gunzipSync(await readFile(`${file}.gz`)).toString()).toBe(words);
      expect(brotliDecompressSync(await readFile(`${file}.br`)).toString()).toBe(words);
      expect(await readFile(file, 'utf8')).toBe(words);
    },
  );

  it('gets none of what is small, does not shrink, or is compressed by itself', async () => {
    await writeFile(join(dist, 'small.js'), 'a'.repeat(199));
    await writeFile(join(dist, 'noise.js'), randomBytes(500));
    await writeFile(join(dist, 'picture.png'), words);
    const before = await listed();
    await compressFiles(dist);
    expect(await listed()).toEqual(before);
  });

  it('gets none of the settings, which a deployer edits beside it', async () => {
    await writeFile(join(dist, 'smart-config.json'), JSON.stringify({ words }));
    await compressFiles(dist);
    expect(await listed()).toEqual(['assets', 'smart-config.json']);
  });

  it('gets none of what is not served', async () => {
    await mkdir(join(dist, '.vite'));
    await writeFile(join(dist, '.vite', 'notes.txt'), words);
    await compressFiles(dist);
    expect(await listed()).toEqual(['.vite', '.vite/notes.txt', 'assets']);
  });

  it('keeps none that an earlier build left of another content', async () => {
    await writeFile(join(dist, 'index.html'), words);
    await compressFiles(dist);
    await writeFile(join(dist, 'index.html'), 'short');
    await compressFiles(dist);
    expect(await listed()).toEqual(['assets', 'index.html']);
  });

  it('gets the same bytes each time', async () => {
    const file = join(dist, 'index.html');
    await writeFile(file, words);
    const make = async () => {
      await compressFiles(dist);
      return Promise.all([readFile(`${file}.br`), readFile(`${file}.gz`)]);
    };
    expect(await make()).toEqual(await make());
  });
});
