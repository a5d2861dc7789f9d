/**
 * Leaves parts of a CommonJS package out of the build, where a bundler can not see that nobody needs
 * them. It only takes away: what is left runs as its authors wrote it, and a branch that is left out
 * throws. The build fails where a part is not there exactly as often as it must be, as after an
 * update of the package, and where something that stays still names it.
 */
import type { Plugin } from 'vite';
import { type Part, partsOf } from './script-parts.ts';

/** What is left out of one file. */
export type LeftOut = {
  /** Functions, variables and exports at its top level; what exports a function goes with it. */
  readonly declared?: readonly string[];
  /** Methods of its class; and what is set, or called and not waited for, by `this.name`. */
  readonly members?: readonly string[];
  /** Properties of its objects. */
  readonly properties?: readonly string[];
  /** Conditions of `if`, as written, of which the branch is never taken. */
  readonly branches?: readonly string[];
};

/**
 * @param folder of the package, such as `fhirclient/lib/`
 * @param files what is left out of each file, by its path in that folder
 */
export function leavingOut(folder: string, files: Readonly<Record<string, LeftOut>>): Plugin {
  const names = namesOf(files);
  const missing = new Set(Object.keys(files));
  return {
    name: `leaving out of ${folder}`,
    apply: 'build',
    transform: (code, id) => {
      const [, file] = id.split(`/node_modules/${folder}`);
      if (file === undefined) return null;
      missing.delete(file);
      return { code: without(code, files[file] ?? {}, names), map: null };
    },
    generateBundle() {
      if (missing.size > 0) this.error(`Nothing was left out of ${[...missing].join(', ')}.`);
    },
  };
}

/** All that is left out at the top level of these files: no other of them may use it. */
export function namesOf(files: Readonly<Record<string, LeftOut>>): ReadonlySet<string> {
  return new Set(Object.values(files).flatMap(({ declared = [] }) => declared));
}

/**
 * @param code of one file, a CommonJS script
 * @param names what may not be used of the other files (`namesOf`)
 * @returns it without these parts, and without what it says to `debug`, which is silent in this build
 * Throws where a part is missing, or there twice, or still named.
 */
export function without(code: string, leftOut: LeftOut, names: ReadonlySet<string>): string {
  const { declared = [], members = [], properties = [], branches = [] } = leftOut;
  const parts = partsOf(code);
  const kept = cut(code, [
    ...parts.filter(({ kind }) => kind === 'chatter'),
    ...declared.flatMap((name) => found(parts, 'declared', name, 2)),
    ...members.flatMap((name) => found(parts, 'member', name, 2)),
    ...properties.flatMap((name) => found(parts, 'property', name)),
    ...branches.flatMap((test) => found(parts, 'branch', test)),
  ]);
  const named = partsOf(kept).find(
    ({ kind, name }) =>
      (kind === 'named' && declared.includes(name)) ||
      (kind === 'imported' && names.has(name)) ||
      (kind === 'own' && members.includes(name)),
  );
  if (named) throw new Error(`${named.name} is left out, and still named.`);
  return kept;
}

/** @param most two for a function with what exports it, and for a method with what calls it */
function found(
  parts: readonly Part[],
  kind: Part['kind'],
  name: string,
  most = 1,
): readonly Part[] {
  const these = parts.filter((part) => part.kind === kind && part.name === name);
  if (these.length === 0 || these.length > most) {
    throw new Error(`${name} is there ${these.length} times, and can not be left out.`);
  }
  return these;
}

/** What lies within something that goes, goes with it. */
function cut(code: string, cuts: readonly Part[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end, instead } of cuts.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < at) continue;
    kept += code.slice(at, start) + instead;
    at = end;
  }
  return kept + code.slice(at);
}
