import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordless } from '../launch/wordless.ts';
import { LongestFirst } from './support/longest-first.ts';
import { filesApart } from './support/apart.ts';

const support = (file: string) => fileURLToPath(new URL(`support/${file}`, import.meta.url));

const files = (...names: string[]) => names.map((name) => `test/journeys/${name}.test.ts`);

/** Journeys that watch sources answer at their own pace: they wait far more than they work. */
const waiting = files('steady', 'in-use', 'late-notice', 'sidebar', 'traps-daniel', 'while-open');

/** Journeys that measure: what is slow there must be what the app is slow at. */
const alone = files('look', 'large');

const journeys = {
  environment: 'node',
  globalSetup: [support('journey-build.ts')],
  setupFiles: [support('journey-sandbox.ts')],
  testTimeout: 90_000,
  hookTimeout: 90_000,
};

/** Pure code and what answers over loopback. */
const unit = {
  environment: 'node',
  // Through `wordless`, so that what verifies an id_token is tested as it ships, too.
  server: { deps: { inline: [/node_modules\/jose\//] } },
  setupFiles: [support('loopback-only.ts'), support('left-as-found.ts')],
  testTimeout: 20_000,
  hookTimeout: 30_000,
  sequence: { groupOrder: 0 },
};

const component = {
  environment: 'jsdom',
  setupFiles: [support('component-setup.ts'), support('left-as-found.ts')],
  testTimeout: 20_000,
  sequence: { groupOrder: 0 },
};

const unitFiles =
  'test/{domain,fhir,flow,adapters,scenarios,exchange,ehr,sandbox,architecture,gates,support,size,bench,conformance}/**/*.test.{ts,tsx}';
const componentFiles = 'test/{ui,app}/**/*.test.{ts,tsx}';

const apart = filesApart();
const ofComponents = apart.filter((file) => /^test\/(?:ui|app)\//.test(file));
const ofUnits = apart.filter((file) => !ofComponents.includes(file));

/**
 * `unit` and `component` never leave the process or loopback; a worker keeps what it has loaded
 * from file to file, but for files that replace modules or globals. After them come the journeys,
 * which drive a real browser against sandboxes of their own: two files at a time, since each waits
 * for its browser half the time; then those that wait for sources, three at a time, apart from those
 * that work; and last, one by one, those that measure.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [wordless('jose/')],
  resolve: {
    // fhirclient is tested as it ships: without what the build leaves out of it.
    alias: [
      { find: 'fhirclient/lib/lib.js', replacement: support('fhirclient/lib.ts') },
      {
        find: 'fhirclient/lib/adapters/BrowserAdapter.js',
        replacement: support('fhirclient/browser-adapter.ts'),
      },
    ],
  },
  test: {
    // A file without tests is a mistake, and so is a run without tests.
    passWithNoTests: false,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    sequence: { sequencer: LongestFirst },
    // Vitest leaves one processor free, which is half of a small build server.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { ...unit, name: 'unit', isolate: false, include: [unitFiles], exclude: ofUnits },
      },
      { extends: true, test: { ...unit, name: 'unit-apart', include: ofUnits } },
      {
        extends: true,
        test: {
          ...component,
          name: 'component',
          isolate: false,
          include: [componentFiles],
          exclude: ofComponents,
        },
      },
      { extends: true, test: { ...component, name: 'component-apart', include: ofComponents } },
      {
        extends: true,
        test: {
          ...journeys,
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          exclude: [...waiting, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...journeys,
          name: 'journeys-waiting',
          include: waiting,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...journeys,
          name: 'journeys-alone',
          include: alone,
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
