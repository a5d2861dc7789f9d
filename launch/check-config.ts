/**
 * `npm run check-config [file]`: what is wrong with a smart-config.json, and what is doubtful.
 * Exits with 1 where nothing would open.
 */
import { readFile } from 'node:fs/promises';
import { parseConfig } from '../src/app/config.ts';
import { configWarnings } from '../src/app/config-warnings.ts';

const file = process.argv[2] ?? 'smart-config.json';
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function read(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    say(`${file} cannot be read: ${error instanceof Error ? error.message : 'not JSON'}`);
    return undefined;
  }
}

const parsed = parseConfig(await read());
if (parsed.type === 'invalid') {
  for (const problem of parsed.problems) say(`wrong     ${problem}`);
  say('Nothing opens with this configuration.');
  process.exitCode = 1;
} else {
  const warnings = configWarnings(parsed.config);
  for (const warning of warnings) say(`doubtful  ${warning}`);
  say(warnings.length === 0 ? 'Nothing to say against it.' : 'Valid. Look at what is doubtful.');
}
