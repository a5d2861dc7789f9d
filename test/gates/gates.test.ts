import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/run-command.ts';
import { gates } from './gates.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const occurrences = (text: string, part: string) => text.split(part).length - 1;

/** `npm run gates` removes them for real; this keeps its list true to the code. */
describe('the list of gates', () => {
  it.each(gates.map((gate) => [gate.mitigation, gate] as const))('%s: it is there', (_, gate) => {
    expect(occurrences(read(gate.file), gate.find)).toBe(1);
    expect(gate.without).not.toBe(gate.find);
    expect(read(gate.test.file)).toContain(gate.test.name);
  });
});
