/**
 * One chunk for what the redirect page begins with, and one for what it shares with the launch page.
 * Left alone, what a later part shares with them becomes a chunk of its own, and small files
 * compress badly.
 */

/** What the bundler knows of a module; null for one that it does not bundle. */
type Modules = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
};

/** @param launch @param redirect paths of the two pages */
export function pageChunks(launch: string, redirect: string) {
  const chunk = (name: string, isIn: (ofLaunch: boolean) => boolean, priority: number) => ({
    name: (id: string, modules: Modules) =>
      reachedFrom(redirect, modules).has(id) && isIn(reachedFrom(launch, modules).has(id))
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
  ];
}

/** Modules of a page, without what is imported later. */
function reachedFrom(page: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([page]);
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}
