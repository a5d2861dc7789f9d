/** Writes `x.br` and `x.gz` beside each file of the build that gets smaller by it. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes. Below this the saving is less than one packet's header. */
const worthwhile = 200;
const compressible = /\.(?:html|m?js|css|svg|txt|map)$/;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const encodings = [
  {
    ending: 'br',
    encode: (content: Buffer) =>
      brotli(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
        },
      }),
  },
  { ending: 'gz', encode: (content: Buffer) => gzipped(content, { level: 9 }) },
] as const;

/**
 * Compresses the files of a finished build. The same content gives the same bytes. Files of JSON
 * are left out: a deployer edits `smart-config.json` beside the build, and a compressed copy that
 * nobody edits would go on being served in its place.
 * @param folder what `vite build` wrote; hidden folders in it are not served, and are left alone
 */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/]\./.test(file.slice(folder.length)));
  await Promise.all(files.map(compressFile));
}

async function compressFile(file: string): Promise<void> {
  const { size } = await stat(file);
  const content = size < worthwhile ? null : await readFile(file);
  for (const { ending, encode } of encodings) {
    const smaller = content === null ? null : await encode(content);
    const name = `${file}.${ending}`;
    // One of an earlier build would be another content under this name.
    if (smaller === null || smaller.byteLength >= size) await rm(name, { force: true });
    else await writeFile(name, smaller);
  }
}

/** The last thing a build does: files of `public/` are in the folder by then. */
export const compressedFiles: Plugin = {
  name: 'compressed-files',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler: async ({ dir }) => {
      if (dir !== undefined) await compressFiles(dir);
    },
  },
};
