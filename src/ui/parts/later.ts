/** Code that is fetched when it is first needed, and what to show until then. */
import { useEffect, useState } from 'preact/hooks';

export type Later<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly value: T }
  | { readonly type: 'failed' };

/**
 * @param load the same function at each drawing, e.g. a dynamic import; it is tried once for each
 *   time the component appears
 */
export function useLater<T>(load: () => Promise<T>): Later<T> {
  const [later, setLater] = useState<Later<T>>({ type: 'loading' });
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => {
        if (isWanted) setLater({ type: 'loaded', value });
      },
      () => {
        if (isWanted) setLater({ type: 'failed' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return later;
}
