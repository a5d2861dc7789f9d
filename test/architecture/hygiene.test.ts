import { describe, expect, it } from 'vitest';
import { readFiles } from './source-files.ts';
import { testViolations } from './test-rules.ts';
import {
  machinePathViolations,
  nhsNumberCasts,
  nhsNumberViolations,
  shortcutViolations,
} from './text-rules.ts';

const folders = ['src', 'launch', 'mocks', 'test', 'public'];
const code = readFiles(['src', 'launch', 'mocks'], /\.tsx?$/);
const everything = readFiles(folders, /\.(?:tsx?|json|html|css|scss|svg|txt|md)$/);
const tests = readFiles(['test'], /\.tsx?$/);
const one = (source: string, path = 'src/domain/a.ts') => new Map([[path, source]]);

describe('the project', () => {
  it('has tests that assert something and wait for events, never for time', () => {
    expect(tests.size).toBeGreaterThan(0);
    expect(testViolations(tests)).toEqual([]);
  });

  it('holds no NHS number outside the range kept for tests', () => {
    expect(nhsNumberViolations(everything)).toEqual([]);
  });

  it('names no folder of anyone’s computer', () => {
    expect(machinePathViolations(everything)).toEqual([]);
  });

  it('has no any, no silenced check and nothing marked as still to do', () => {
    expect(shortcutViolations(code)).toEqual([]);
  });

  it('brands an NHS number in one place', () => {
    expect(nhsNumberCasts(code)).toEqual(['src/domain/nhs-number.ts']);
  });
});

describe('the rules for tests', () => {
  it.each([
    ["it('x', () => { run(); });", 'asserts nothing'],
    ["it('x', async () => { await page.waitForTimeout(5); expect(1).toBe(1); });", 'sleeps'],
    ['await new Promise((resolve) => setTimeout(resolve, 5));', 'sleeps'],
    ['await new Promise((resolve) => { setTimeout(() => resolve(1), 5); });', 'sleeps'],
    ["import { setTimeout } from 'node:timers/promises';", 'sleeps'],
    ["import * as timers from 'timers/promises';", 'sleeps'],
    ["import { setImmediate as a, setTimeout as b } from 'node:timers/promises';", 'sleeps'],
    ["it.only('x', () => { expect(1).toBe(1); });", 'runs only'],
    ["test.each([1])('x', (n) => { run(n); });", 'asserts nothing'],
    ["const helper = () => run(); it('x', () => { helper(); });", 'asserts nothing'],
  ])('report %s', (source, problem) => {
    expect(testViolations(one(source))).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    "it('x', () => { expect(1).toBe(1); });",
    "const shows = (a) => { expect(a).toBe(1); }; it('x', () => { shows(1); });",
    "it('x', () => { fc.assert(fc.property(fc.nat(), () => true)); });",
    "it.each([1])('x', (n) => { expect(n).toBe(1); });",
    "import { setImmediate } from 'node:timers/promises';",
    'new Promise((_, reject) => { setTimeout(() => reject(new Error()), 5); });',
  ])('accept %s', (source) => {
    expect(testViolations(one(source))).toEqual([]);
  });
});

describe('the rules for text', () => {
  // Made here from its parts, since the whole may not stand in any file.
  const realLooking = ['943', '476', '5919'];

  it.each(['', ' ', '-'])('report an NHS number written with "%s" between its parts', (gap) => {
    expect(nhsNumberViolations(one(`const n = '${realLooking.join(gap)}';`))).toHaveLength(1);
  });

  it('accept test numbers, wrong check digits, repeated digits and longer codes', () => {
    const accepted = `999 000 0018 9990000026 4857773456 4444444444 1${realLooking.join('')}`;
    expect(nhsNumberViolations(one(accepted))).toEqual([]);
  });

  it('report a folder of someone’s computer', () => {
    expect(machinePathViolations(one(`'${['', 'home', 'ann', 'x'].join('/')}'`))).toHaveLength(1);
    expect(machinePathViolations(one("'https://a.example/home/x'"))).toEqual([]);
  });

  it('report any, silenced checks and unfinished work', () => {
    expect(shortcutViolations(one('const a: any = 1;'))).toHaveLength(1);
    expect(shortcutViolations(one(`// ${['TO', 'DO'].join('')} later`))).toHaveLength(1);
    expect(shortcutViolations(one(`// ${['@ts-', 'ignore'].join('')}`))).toHaveLength(1);
  });

  it('find a cast to the brand, also through another type', () => {
    expect(nhsNumberCasts(one('const n = raw as unknown as NhsNumber;'))).toHaveLength(1);
  });
});
