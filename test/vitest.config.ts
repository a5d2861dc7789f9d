import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wordless } from '../launch/wordless.ts';

const support = (file: string) => fileURLToPath(new URL(`support/${file}`, import.meta.url));

/**
 * Three projects. `unit` and `component` never leave the process or loopback; `journeys` drives a
 * real browser against one sandbox, one file at a time and after the others, so that timings on
 * screen are not disturbed by tests running beside them.
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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Through `wordless`, so that what verifies an id_token is tested as it ships, too.
          server: { deps: { inline: [/node_modules\/jose\//] } },
          include: [
            'test/{domain,fhir,flow,adapters,scenarios,exchange,ehr,sandbox,architecture,gates,support,size,bench,conformance}/**/*.test.{ts,tsx}',
          ],
          setupFiles: [support('loopback-only.ts')],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/{ui,app}/**/*.test.{ts,tsx}'],
          setupFiles: [support('component-setup.ts')],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          globalSetup: [support('journey-sandbox.ts')],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
