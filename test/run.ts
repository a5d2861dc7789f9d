/**
 * `npm test`: every check in order, each one counted, and one last line: `N passed, N failed`.
 *
 *   --only <step>   run this step alone (may be repeated): types, lint, format, unused, build,
 *                   size, tests
 *   anything else   goes to vitest, e.g. `npm test -- --only tests test/domain`
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { weigh } from './size/page-weights.ts';
import { checkSizes } from './size/verdict.ts';
import { buildArguments, projectRoot, run } from './support/run-command.ts';
import { tally, type Tally } from './support/tally.ts';

type Command = readonly [string, ...string[]];
const tool = (name: string) => join('node_modules', '.bin', name);
const stepNames = ['types', 'lint', 'format', 'unused', 'build', 'size', 'tests'] as const;
type StepName = (typeof stepNames)[number];

const commands: Readonly<Record<Exclude<StepName, 'size' | 'tests'>, Command>> = {
  types: [tool('tsc'), '--noEmit'],
  lint: [tool('eslint'), '.', '--max-warnings', '0'],
  format: [tool('prettier'), '--check', '**/*.{ts,tsx,js,json,css,html}'],
  unused: [tool('knip')],
  build: [tool('vite'), ...buildArguments],
};

const reportFile = join('test', '.results', 'tests.json');
const say = (text: string) => process.stdout.write(`${text}\n`);

type Outcome = { readonly ok: boolean; readonly detail: string; readonly seconds: number };

/** Each keeps one core busy and changes nothing, so they run side by side. */
const sideBySide: readonly StepName[] = ['types', 'lint', 'format', 'unused'];

async function runCommand(name: keyof typeof commands): Promise<Omit<Outcome, 'seconds'>> {
  // Vite takes over a NODE_ENV it finds, and the build that ships is the production one.
  const env: Record<string, string> = name === 'build' ? { NODE_ENV: 'production' } : {};
  const { code, output } = await run(commands[name], env);
  return { ok: code === 0, detail: code === 0 ? '' : output };
}

async function checkSize(): Promise<Omit<Outcome, 'seconds'>> {
  try {
    const { ok, lines } = checkSizes(await weigh(join(projectRoot, 'dist')));
    return { ok, detail: lines.join('\n') };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : 'dist/ can not be read' };
  }
}

/** Journeys start from a build, so without one the other projects run and the journeys do not. */
async function runTests(built: boolean | undefined, extra: readonly string[]): Promise<Tally> {
  await mkdir(join(projectRoot, 'test', '.results'), { recursive: true });
  await rm(join(projectRoot, reportFile), { force: true });
  const { code } = await run(
    [
      tool('vitest'),
      'run',
      '--config=test/vitest.config.ts',
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      ...(built === false ? ['--project=unit*', '--project=component*'] : []),
      ...extra,
    ],
    built === true ? { OCS_BUILT: '1' } : {},
    true,
  );
  const report = await readFile(join(projectRoot, reportFile), 'utf8').catch(() => 'null');
  const result = tally(JSON.parse(report), code);
  for (const name of result.skipped) say(`skipped  ${name}`);
  for (const problem of result.problems) say(`FAILED   ${problem}`);
  return result;
}

function parse(args: readonly string[]): { steps: readonly StepName[]; extra: readonly string[] } {
  const only: StepName[] = [];
  const extra: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument !== '--only') {
      extra.push(argument);
      continue;
    }
    index += 1;
    const step = stepNames.find((name) => name === args[index]);
    if (step === undefined) {
      process.stderr.write(`--only takes one of: ${stepNames.join(', ')}\n`);
      process.exit(2);
    }
    only.push(step);
  }
  return {
    steps: only.length > 0 ? stepNames.filter((name) => only.includes(name)) : stepNames,
    extra,
  };
}

async function runStep(step: Exclude<StepName, 'tests'>): Promise<Outcome> {
  const started = performance.now();
  const outcome = await (step === 'size' ? checkSize() : runCommand(step));
  return { ...outcome, seconds: (performance.now() - started) / 1000 };
}

async function main(): Promise<void> {
  const { steps, extra } = parse(process.argv.slice(2));
  let passed = 0;
  let failed = 0;
  /** Undefined until the build step has run. */
  let built: boolean | undefined;
  const early = new Map(
    steps.flatMap((step) =>
      step !== 'tests' && sideBySide.includes(step) ? [[step, runStep(step)] as const] : [],
    ),
  );
  for (const step of steps) {
    if (step === 'tests') {
      if (built === false) say('not run  journeys: there is no build to try');
      const result = await runTests(built, extra);
      passed += result.passed;
      failed += result.failed;
      continue;
    }
    if (step === 'size' && built === false) {
      say('not run  size: there is no build to weigh');
      continue;
    }
    const { ok, detail, seconds } = await (early.get(step) ?? runStep(step));
    say(`${ok ? 'ok     ' : 'FAILED '}  ${step} (${seconds.toFixed(1)} s)`);
    if (detail !== '') say(detail.replace(/^/gm, '         '));
    if (step === 'build') built = ok;
    if (ok) passed += 1;
    else failed += 1;
  }
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
