/**
 * The page handed over to its own reload, and to nothing else: F5 in an open record must not ask
 * the clinician for a second justification (domain notes, section 3). Sealed ahead of time, because
 * a page that is being left may no longer wait for anything; written only then, and deleted when
 * read. Where the browser blocks storage there is no hand-over, and a reload means a new launch.
 */
import type { BrowserWindow } from './browser.ts';
import { isRecord } from './discovery.ts';
import type { Contents, Seal, Sealed } from './sealing.ts';

/** What lies in the tab's storage between a page and its reload. */
export type Entry = {
  /** Which key opens it. */
  readonly id: string;
  readonly iv: string;
  readonly sealed: string;
  /** Milliseconds since 1970. */
  readonly leftAt: number;
};

export type HandOver = {
  /** Seals what `contents` gives now; null leaves nothing to hand over. Never rejects. */
  prepare(contents: Contents | null): Promise<void>;
  /** Leaves what is sealed for the reload. Synchronous, for `pagehide`. */
  leave(): void;
  /** Nothing is left, and what is still being sealed is not left either. */
  end(): Promise<void>;
};

export type HandOverDeps = {
  readonly browser: BrowserWindow;
  readonly now: () => Date;
  readonly newId: () => string;
};

const name = 'ocs-hand-over';
/** A reload takes a second or two; a tab that is reopened later is somebody's who came later. */
const longestGapMs = 30_000;

export function createHandOver({ browser, now, newId }: HandOverDeps): HandOver {
  let seal: Promise<Seal> | null = null;
  let ready: Sealed | null = null;
  let turn = 0;

  const newSeal = async (): Promise<Seal> =>
    (await import('./sealing.ts')).newSeal(browser, now(), newId);

  return {
    async prepare(contents) {
      const mine = ++turn;
      ready = null;
      if (contents === null) return;
      try {
        const made = await (await (seal ??= newSeal())).close(contents);
        // Sealed late, it may hold a token that was replaced meanwhile.
        if (mine === turn) ready = made;
      } catch {
        // No key is kept here: the launch is good, and a reload ends it.
      }
    },
    leave() {
      if (ready === null) return;
      try {
        const entry: Entry = { ...ready, leftAt: now().getTime() };
        browser.sessionStorage.setItem(name, JSON.stringify(entry));
      } catch {
        // As above.
      }
    },
    async end() {
      turn++;
      ready = null;
      takeEntry(browser);
      try {
        await (await seal)?.destroy();
      } catch {
        // As above.
      }
    },
  };
}

/** What the page left for its reload: read and deleted at once, whoever comes. */
export function takeEntry(browser: BrowserWindow): Entry | null {
  try {
    const { sessionStorage } = browser;
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return text === null ? null : parseEntry(JSON.parse(text));
  } catch {
    return null;
  }
}

function parseEntry(raw: unknown): Entry | null {
  if (!isRecord(raw)) return null;
  const { id, iv, sealed, leftAt } = raw;
  if (typeof id !== 'string' || typeof iv !== 'string') return null;
  if (typeof sealed !== 'string' || typeof leftAt !== 'number') return null;
  return { id, iv, sealed, leftAt };
}

/** Whether the page is the reload of one that was left just now; a clock put back says no. */
export function isReload(browser: BrowserWindow, { leftAt }: Entry, now: Date): boolean {
  const [loaded] = browser.performance.getEntriesByType('navigation');
  const gap = now.getTime() - leftAt;
  const reloaded = loaded !== undefined && 'type' in loaded && loaded.type === 'reload';
  return reloaded && gap >= 0 && gap <= longestGapMs;
}
