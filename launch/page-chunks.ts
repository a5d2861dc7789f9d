/**
 * One chunk for what the redirect page begins with, one for what it shares with the launch page,
 * and one for what opens a record. Left alone, what a later part shares with them becomes a chunk
 * of its own, and small files compress badly.
 */
import { reached } from './reached.ts';

/** What the bundler knows of a module; null for one that it does not bundle. */
type Modules = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
};

/** Paths of modules: what each begins with. */
export type Beginnings = {
  readonly launch: string;
  readonly redirect: string;
  /** What an answer to the question waits for: it comes before the record's. */
  readonly answering: string;
  readonly record: readonly string[];
};

/** Groups for Rolldown's `codeSplitting`: https://rolldown.rs/reference/OutputOptions.codeSplitting */
export function pageChunks({ launch, redirect, answering, record }: Beginnings) {
  const chunk = (name: string, isIn: (ofLaunch: boolean) => boolean, priority: number) => ({
    name: (id: string, modules: Modules) =>
      reachedFrom([redirect], modules).has(id) && isIn(reachedFrom([launch], modules).has(id))
        ? name
        : null,
    debugName: name,
    tags: ['$initial' as const],
    priority,
  });
  return [
    // Taken first, or it would come with the other, and the launch page load all of that.
    chunk('sign-in', (ofLaunch) => ofLaunch, 2),
    chunk('early', (ofLaunch) => !ofLaunch, 1),
    {
      // What is imported keeps a file of its own, or the pages need the bundler's help to import it.
      name: (id: string, modules: Modules) =>
        reachedFrom(record, modules).has(id) &&
        !reachedFrom([redirect, answering], modules).has(id) &&
        !record.includes(id)
          ? 'record'
          : null,
      debugName: 'record',
      // Or it would take with it what the pages have already.
      includeDependenciesRecursively: false,
    },
  ];
}

/** These modules and what they import, without what is imported later. */
function reachedFrom(beginnings: readonly string[], modules: Modules): ReadonlySet<string> {
  return reached(beginnings, (id) => modules.getModuleInfo(id)?.importedIds ?? []);
}
