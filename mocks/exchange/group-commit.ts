/**
 * What several requests record in the same moment is committed at once: a commit waits for the disk,
 * and fifty launches that begin together would otherwise wait for it one after another.
 */

export type GroupCommit<Entry> = {
  /** Resolves once the entries are durable, and rejects where they are not. */
  readonly add: (entries: readonly Entry[]) => Promise<void>;
  /** Commits what is still waiting, now. */
  readonly flush: () => void;
};

type Waiting<Entry> = {
  readonly entries: readonly Entry[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * @param commit makes all of them durable, or throws and leaves none; then nobody's are recorded,
 *   and each of those who waited is told so
 */
export function groupCommit<Entry>(
  commit: (entries: readonly Entry[]) => void,
): GroupCommit<Entry> {
  let waiting: Waiting<Entry>[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      commit(group.flatMap(({ entries }) => entries));
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  };
  return {
    flush,
    add: (entries) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ entries, resolve, reject });
      }),
  };
}
