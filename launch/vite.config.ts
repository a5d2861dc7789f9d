import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compiledAhead } from './compiled-ahead.ts';
import { compressedFiles } from './compressed-files.ts';
import { fhirclientLeftOut } from './fhirclient-left-out.ts';
import { leavingOut } from './left-out.ts';
import { pageChunks } from './page-chunks.ts';
import { preloadWith } from './preload.ts';
import { retriedImports, withItself } from './retried-imports.ts';
import { wordless } from './wordless.ts';

const here = import.meta.dirname;
const root = resolve(here, '..');

/** The configuration is read when the app starts, so a deployer can change it beside the build. */
const configuration: Plugin = {
  name: 'smart-config',
  generateBundle() {
    const source = readFileSync(resolve(root, 'smart-config.json'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'smart-config.json', source });
  },
};

const pages = { launch: resolve(here, 'launch.html'), index: resolve(here, 'index.html') };

/** Two pages, hashed assets, no inlining: everything runs under a strict CSP. */
export default defineConfig({
  root: here,
  publicDir: resolve(root, 'public'),
  base: './',
  plugins: [
    configuration,
    leavingOut('fhirclient/lib/', fhirclientLeftOut),
    wordless('jose/'),
    wordless('fhirclient/'),
    retriedImports(resolve(here, 'fetched-first.ts')),
    // Needed as soon as there is a token, which is asked for by the first code that runs.
    preloadWith('index.html', '/src/adapters/host/id-token.ts'),
    // What opens a record: none of it has run when the answer to the question comes.
    compiledAhead(['/src/app/record-parts.ts', '/src/adapters/exchange/rest.ts']),
    compressedFiles,
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { FHIRCLIENT_PURE: 'true' },
  resolve: {
    alias: [
      // The package's main entry is Node's; the browser's takes an adapter of ours.
      { find: /^fhirclient$/, replacement: 'fhirclient/lib/entry/browser.js' },
      // `debug` can print tokens to the console.
      { find: /^debug$/, replacement: resolve(here, 'no-debug.cjs') },
      // Only fhirclient's own client asks for this by this name.
      { find: /^\.\/FhirClient$/, replacement: resolve(here, 'no-requests.cjs') },
      { find: 'js-base64', replacement: resolve(here, 'base64.ts') },
      { find: 'isomorphic-webcrypto', replacement: resolve(here, 'web-crypto.ts') },
    ],
  },
  build: {
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: withItself },
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      input: pages,
      output: {
        codeSplitting: {
          groups: pageChunks({
            ...{ launch: pages.launch, redirect: pages.index },
            answering: resolve(root, 'src/ui/gate/answering.ts'),
            record: [
              resolve(root, 'src/app/record-parts.ts'),
              resolve(root, 'src/adapters/exchange/rest.ts'),
            ],
          }),
        },
      },
    },
  },
  server: { strictPort: true },
});
