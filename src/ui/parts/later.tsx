/** Code that is fetched when it is first needed, and what to show until then. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { laterWords } from '../wording/later.ts';
import { Button } from './button.tsx';

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

type Coming<T> = { readonly type: 'loading' } | { readonly type: 'loaded'; readonly value: T };
type Failed = {
  readonly type: 'failed';
  /** Null while that is being done. */
  readonly tryAgain: (() => void) | null;
};
export type Later<T> = Coming<T> | Failed;

/**
 * What has been fetched before is there at once; else it is tried each time this appears. What
 * could not be had here, and was fetched by somebody else since, is there the next time it is drawn.
 */
export function useLater<T>(wanted: Part<T>): Later<T> {
  const [later, setLater] = useState<Later<T>>(() => stateOf(wanted));
  const isComing = later.type === 'failed' ? later.tryAgain === null : later.type === 'loading';
  useEffect(() => {
    if (!isComing) return;
    let isWanted = true;
    wanted.load().then(
      () => {
        if (isWanted) setLater(stateOf(wanted));
      },
      () => {
        const tryAgain = () => setLater({ type: 'failed', tryAgain: null });
        if (isWanted) setLater({ type: 'failed', tryAgain });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, isComing]);
  const now = stateOf(wanted);
  return now.type === 'loaded' ? now : later;
}

function stateOf<T>(wanted: Part<T>): Coming<T> {
  const value = wanted.here();
  return value === null ? { type: 'loading' } : { type: 'loaded', value };
}

type Target = RefObject<HTMLElement | null>;

type Props<T> = {
  readonly of: Part<T>;
  /** While it is on its way; a line that says so where nothing is given. */
  readonly until?: ComponentChildren;
  /** What has the focus once it came of another try; its own place where nothing is given. */
  readonly leadTo?: Target;
  readonly children: (value: T) => ComponentChildren;
};

/**
 * Draws with code that comes later; where it can not be had, says so and offers to try again. Who
 * did so is led to what came, unless they have gone elsewhere.
 */
export function WithPart<T>({ of, until, leadTo, children }: Props<T>) {
  const later = useLater(of);
  const place = useLed(later.type, leadTo);
  if (later.type === 'loading') return <>{until ?? <p role="status">{laterWords.loading}</p>}</>;
  const drawn =
    later.type === 'loaded' ? children(later.value) : <NotHad tryAgain={later.tryAgain} />;
  if (later.type === 'loaded' && place.current === null) return <>{drawn}</>;
  return (
    <div tabIndex={-1} ref={place}>
      {drawn}
    </div>
  );
}

/**
 * Leads whoever tried again to what came, unless they have gone elsewhere.
 * @param at how far it is: when this changes, the button that had the focus may be gone
 * @param leadTo what has the focus then; the place itself where nothing is given
 * @returns for the element that holds the button, and then what came
 */
export function useLed(at: string, leadTo?: Target): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const wasHere = place.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    // What came may have taken the focus itself.
    if (wasHere && document.activeElement === document.body) (leadTo ?? place).current?.focus();
  }, [at]);
  return place;
}

type NotHadProps = Pick<Failed, 'tryAgain'> & {
  /** Why it is not there; a part of the app itself where nothing is given. */
  readonly why?: string;
  /** Said while it is tried again. */
  readonly meanwhile?: string;
};

/** Something that could not be had. What offers it stays while it is tried again. */
export function NotHad(props: NotHadProps) {
  const { tryAgain, why = laterWords.failed, meanwhile = laterWords.loading } = props;
  const role = tryAgain ? 'alert' : 'status';
  return (
    <div>
      {/* Put there anew each time: else it would not be read out again. */}
      <p key={role} role={role}>
        {tryAgain ? why : meanwhile}
      </p>
      <Button look="secondary" disabled={tryAgain === null} onPress={() => tryAgain?.()}>
        {laterWords.tryAgain}
      </Button>
    </div>
  );
}
