/**
 * Finds a Chromium for the journeys: `$CHROME_PATH`, playwright's own, one on PATH, else the binary
 * inside the @sparticuz/chromium package, so that `npm ci` alone is enough on Linux x64.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** A browser to start, and what its process (and no other) needs in its environment. */
export type ChromiumBinary = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

const run = promisify(execFile);
const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/**
 * The first Chromium that can be started, in the order above.
 * Throws where `$CHROME_PATH` names no file, and where none can be had.
 */
export async function findChromium(): Promise<ChromiumBinary> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return { executablePath: named, env: {} };
  }
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return { executablePath: playwrights, env: {} };
  return (await onPath()) ?? (await packaged());
}

/** Asks each candidate for its version, because a distribution may install a stub that only asks. */
async function onPath(): Promise<ChromiumBinary | null> {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    for (const executablePath of namesOnPath.map((name) => join(directory, name))) {
      if (!existsSync(executablePath)) continue;
      const answered = await run(executablePath, ['--version'], { timeout: 20_000 }).catch(
        () => null,
      );
      if (answered) return { executablePath, env: {} };
    }
  }
  return null;
}

async function packaged(): Promise<ChromiumBinary> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chrome or Chromium, or set CHROME_PATH.');
  }
  const home = join(nodeModules, '.cache', `chromium-${packagedVersion()}`);
  if (!existsSync(join(home, 'chromium'))) await unpackInto(home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: await fontConfiguration(home),
    },
  };
}

function packagedVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(nodeModules, '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  );
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) {
    throw new Error('The @sparticuz/chromium package states no version.');
  }
  return String(manifest.version);
}

/**
 * The package unpacks to a shared temporary folder, and two first starts at once would run a file
 * still being written (ETXTBSY). So: a folder of our own, then one atomic rename; whoever comes
 * second finds the place taken and throws its copy away.
 */
async function unpackInto(home: string): Promise<void> {
  await mkdir(join(nodeModules, '.cache'), { recursive: true });
  const scratch = await mkdtemp(`${home}-`);
  try {
    await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        "await (await import('@sparticuz/chromium')).default.executablePath()",
      ],
      {
        cwd: join(nodeModules, '..'),
        // The variable makes the package unpack the shared libraries a bare machine lacks.
        env: { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
        timeout: 120_000,
      },
    );
    await rename(scratch, home).catch((error: unknown) => {
      if (!existsSync(join(home, 'chromium'))) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Without a font of its own the packaged browser lays text out with no width at all. */
async function fontConfiguration(home: string): Promise<string> {
  const file = join(home, 'fonts.conf');
  const wanted = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(home, 'fonts')}</dir>`,
    '  <dir>/usr/share/fonts</dir>',
    `  <cachedir>${join(home, 'font-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
  const present = await readFile(file, 'utf8').catch(() => null);
  if (present !== wanted) {
    // Written aside and renamed, so that a browser starting now never reads half a file.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, wanted);
    await rename(draft, file);
  }
  return file;
}
