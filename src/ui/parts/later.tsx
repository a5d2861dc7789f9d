/** Code that is fetched when it is first needed, and what to show until then. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { laterWords } from '../wording/later.ts';

/** Code of its own; made once for each dynamic import, beside the component that needs it. */
export type Part<T> = {
  /** Fetches it, or gives what was fetched; after a failure, tries again. */
  readonly load: () => Promise<T>;
  /** Null until it has come. */
  readonly here: () => T | null;
};

export function part<T>(fetch: () => Promise<T>): Part<T> {
  let coming: Promise<T> | null = null;
  let found: T | null = null;
  return {
    load: () => {
      coming ??= fetch().then(
        (value) => (found = value),
        (error: unknown) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
    here: () => found,
  };
}

export type Later<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly value: T }
  | { readonly type: 'failed' };

/** What has been fetched before is there at once; else it is tried once each time this appears. */
export function useLater<T>(wanted: Part<T>): Later<T> {
  const [later, setLater] = useState(() => stateOf(wanted));
  useEffect(() => {
    if (later.type !== 'loading') return;
    let isWanted = true;
    wanted.load().then(
      () => {
        if (isWanted) setLater(stateOf(wanted));
      },
      () => {
        if (isWanted) setLater({ type: 'failed' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return later;
}

function stateOf<T>(wanted: Part<T>): Later<T> {
  const value = wanted.here();
  return value === null ? { type: 'loading' } : { type: 'loaded', value };
}

type Props<T> = {
  readonly of: Part<T>;
  /** While it is on its way; a line that says so where nothing is given. */
  readonly until?: ComponentChildren;
  readonly children: (value: T) => ComponentChildren;
};

/** Draws with code that comes later, and says where it can not be had. */
export function WithPart<T>({ of, until, children }: Props<T>) {
  const later = useLater(of);
  if (later.type === 'loaded') return <>{children(later.value)}</>;
  if (later.type === 'failed') return <p role="alert">{laterWords.failed}</p>;
  return <>{until ?? <p role="status">{laterWords.loading}</p>}</>;
}
