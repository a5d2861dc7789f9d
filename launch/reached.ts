/** Follows imports from where something begins. */

/**
 * @param beginnings names of modules or files
 * @param importsOf what one of them imports at once, without what it imports later
 * @returns these, and all that they import, directly or not
 */
export function reached(
  beginnings: readonly string[],
  importsOf: (name: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(beginnings);
  for (const name of found) for (const imported of importsOf(name)) found.add(imported);
  return found;
}
