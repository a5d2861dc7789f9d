/** The rows of a list in which somebody is while more arrives: they stay, whatever comes before. */
import { useRef } from 'preact/hooks';

export type Keyed = {
  readonly key: string;
  /** What it is made of: each of them may have been a row of its own before. */
  readonly items?: readonly { readonly key: string }[];
};

/** Keys under which rows were drawn; first the one that has the focus. */
export type InUse = ReadonlySet<string>;

/**
 * @returns a ref for what holds the rows, each of which has its key as `data-row`; and the keys of
 *   those drawn last that have the focus, or something open, in them
 */
export function useInUse<T extends Element>() {
  const list = useRef<T>(null);
  return [list, rowsInUse(list.current)] as const;
}

const opened = '[aria-expanded="true"], [open]';

function rowsInUse(list: Element | null): InUse {
  const keys = new Set<string>();
  if (list === null) return keys;
  for (const each of [document.activeElement, ...list.querySelectorAll(opened)]) {
    if (!list.contains(each)) continue;
    let key: string | null = null;
    // A row of this list, not one of a list inside it.
    for (let at = each; at && at !== list; at = at.parentElement)
      key = at.getAttribute('data-row') ?? key;
    if (key !== null) keys.add(key);
  }
  return keys;
}

/** The key to draw a row under: where it took in the one that is in use, that one's. */
export function keyIn(inUse: InUse, { key, items }: Keyed): string {
  for (const used of inUse) {
    if (used === key || items?.some((each) => each.key === used)) return used;
  }
  return key;
}

export function isIn(inUse: InUse, one: Keyed): boolean {
  return inUse.has(keyIn(inUse, one));
}

/** How many rows to draw of a list that would show so many: as far as the last that is in use. */
export function reaching(inUse: InUse, list: readonly Keyed[], shown: number): number {
  if (inUse.size === 0) return shown;
  return Math.max(shown, list.findLastIndex((one) => isIn(inUse, one)) + 1);
}
