import { describe, expect, it } from 'vitest';
import { tally } from './tally.ts';

const file = (status: string, ...tests: readonly (readonly [string, string])[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, outcome]) => ({ fullName, status: outcome })),
});
const count = (files: readonly unknown[], exitCode = 0) => {
  const { passed, failed } = tally({ testResults: files }, exitCode);
  return { passed, failed };
};

describe('the last line of the test run', () => {
  it('counts passed and failed tests, and names the skipped ones', () => {
    const report = {
      testResults: [file('failed', ['a', 'passed'], ['b', 'failed'], ['c', 'skipped'])],
    };
    expect(tally(report, 1)).toEqual({ passed: 1, failed: 1, skipped: ['c'], problems: [] });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(count([file('passed', ['a', 'passed']), file('failed')], 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts an error outside every test as a failure', () => {
    expect(count([file('passed', ['a', 'passed'])], 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a single test as a failure', () => {
    expect(count([])).toEqual({ passed: 0, failed: 1 });
    expect(count([file('passed', ['a', 'skipped'])])).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run that left no report as a failure', () => {
    expect(tally(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts nothing twice', () => {
    expect(count([file('failed', ['a', 'failed'])], 1)).toEqual({ passed: 0, failed: 1 });
  });
});
