import { describe, expect, it } from 'vitest';
import { effectViolations } from './effect-rules.ts';
import { exportViolations, importViolations } from './import-rules.ts';
import { readFiles } from './source-files.ts';

const typescript = /\.tsx?$/;
const app = readFiles(['src', 'launch'], typescript);
const all = readFiles(['src', 'launch', 'mocks'], typescript);
const one = (path: string, source: string) => new Map([[path, source]]);

describe('the project', () => {
  it('has files in every part, so that the rules below judge something', () => {
    for (const part of ['src/domain/', 'src/fhir/', 'src/flow/', 'launch/', 'mocks/']) {
      expect([...all.keys()].filter((path) => path.startsWith(part))).not.toEqual([]);
    }
  });

  it('imports only in the directions the architecture allows', () => {
    expect(importViolations(all)).toEqual([]);
  });

  it('reaches the network, storage, the clock and chance in adapters only', () => {
    expect(effectViolations(app)).toEqual([]);
  });

  it('exports by name, from the file that defines the thing', () => {
    expect(exportViolations(all)).toEqual([]);
  });
});

describe('a forbidden import is reported', () => {
  it.each([
    ['src/domain/a.ts', "import { b } from '../fhir/b.ts';"],
    ['src/domain/a.ts', "import type { Patient } from 'fhir/r4';"],
    ['src/fhir/a.ts', "import { b } from '../flow/b.ts';"],
    ['src/flow/a.ts', "import type { b } from '../fhir/b.ts';"],
    ['src/flow/a.ts', "import { h } from 'preact';"],
    ['src/ui/a.tsx', "import { b } from '../adapters/b.ts';"],
    ['src/ui/a.tsx', "import { b } from '../fhir/b.ts';"],
    ['src/ui/a.tsx', "const b = await import('../adapters/b.ts');"],
    ['src/ui/a.tsx', "export { b } from '../app/b.ts';"],
    ['src/adapters/a.ts', "import { b } from '../ui/b.tsx';"],
    ['src/adapters/a.ts', "import { useState } from 'preact/hooks';"],
    ['src/app/a.ts', "import { scenarios } from '../../mocks/scenarios/catalogue.ts';"],
    ['src/app/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['launch/launch.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/app/a.ts', "import FHIR from 'fhirclient';"],
    ['src/fhir/a.ts', "import * as z from 'zod/mini';"],
    ['launch/a.ts', "import { z } from 'zod';"],
    ['launch/launch.ts', "import { network } from '../test/support/component-setup.ts';"],
    ['mocks/ehr/a.ts', "import { toPatient } from '../../src/fhir/patient.ts';"],
    ['mocks/exchange/a.ts', "import { b } from '../../src/flow/b.ts';"],
    ['mocks/exchange/a.ts', "import { b } from '../ehr/b.ts';"],
    ['mocks/a.ts', "import { b } from '../test/b.ts';"],
    ['src/stray.ts', "import { b } from './domain/b.ts';"],
  ])('%s with %s', (path, source) => {
    expect(importViolations(one(path, source))).toHaveLength(1);
  });

  it.each([
    ['src/fhir/a.ts', "import { b } from '../domain/b.ts';"],
    ['src/ui/a.tsx', "import { b } from '../flow/b.ts'; import { useState } from 'preact/hooks';"],
    ['src/adapters/a.ts', "import { b } from '../fhir/b.ts'; import FHIR from 'fhirclient';"],
    ['mocks/ehr/a.ts', "import { b } from '../../src/fhir/systems.ts';"],
    ['mocks/sandbox.ts', "import { b } from './exchange/exchange.ts';"],
    ['src/domain/a.ts', "// import { b } from '../fhir/b.ts';"],
  ])('but %s with %s is not', (path, source) => {
    expect(importViolations(one(path, source))).toEqual([]);
  });
});

describe('an effect outside an adapter is reported', () => {
  it.each([
    "await fetch('/x');",
    "await globalThis.fetch('/x');",
    'const now = new Date();',
    'const now = Date.now();',
    "sessionStorage.setItem('a', 'b');",
    "window.localStorage.getItem('a');",
    'const id = crypto.randomUUID();',
    'const id = window.crypto.randomUUID();',
    'const { fetch: get } = globalThis; get(fetch);',
  ])('%s', (source) => {
    expect(effectViolations(one('src/app/a.ts', source))).toHaveLength(1);
  });

  it.each([
    'const then = new Date(now);',
    'await ports.fetch(request);',
    'export type Ports = { fetch(): void };',
    'export function call(fetch: () => void) { fetch(); }',
  ])('but %s is not', (source) => {
    expect(effectViolations(one('src/app/a.ts', source))).toEqual([]);
  });

  it('and adapters may have them', () => {
    expect(effectViolations(one('src/adapters/a.ts', "await fetch('/x');"))).toEqual([]);
  });
});

describe('a barrel is reported', () => {
  it.each([
    "export * from './a.ts';",
    "export { a } from './a.ts';",
    'export default 1;',
    'export default function a() {}',
  ])('%s', (source) => {
    expect(exportViolations(one('src/ui/index.ts', source))).toHaveLength(1);
  });
});
