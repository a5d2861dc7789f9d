/** Counts what vitest's JSON report says, so that no broken file or empty run passes for green. */
import { z } from 'zod';

const reportShape = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export type Tally = {
  readonly passed: number;
  readonly failed: number;
  /** Full names of tests that were skipped or marked as still to be written. */
  readonly skipped: readonly string[];
  /** Failures that are no test's own: a file that does not load, an error outside every test. */
  readonly problems: readonly string[];
};

/**
 * Reads a report (the parsed JSON, or null where there is none) beside vitest's exit code.
 * A file that failed without a failed test counts as one failure, as does an exit code that no
 * failure explains; a run in which nothing passed or failed is a failure of its own.
 */
export function tally(report: unknown, exitCode: number): Tally {
  const parsed = reportShape.safeParse(report);
  if (!parsed.success) {
    return { passed: 0, failed: 1, skipped: [], problems: ['The tests left no report.'] };
  }
  const files = parsed.data.testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const problems = files
    .filter(
      (file) =>
        file.status === 'failed' &&
        !file.assertionResults.some(({ status }) => status === 'failed'),
    )
    .map((file) => `${file.name} could not be run`);
  if (passed + failedTests === 0) problems.push('No test ran.');
  if (exitCode !== 0 && failedTests + problems.length === 0) {
    problems.push('An error happened outside every test.');
  }
  return {
    passed,
    failed: failedTests + problems.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
    problems,
  };
}
