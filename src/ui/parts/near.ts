import { useEffect, useRef, useState } from 'preact/hooks';

/** How far below or above the window counts as near: about one more window of the same height. */
const margin = '100% 0px';

/**
 * For a drawing that costs something and that most readers never scroll to.
 * @param isReady false for as long as the page is still growing: nothing keeps its place on it
 * @param orLater draw it in any case, once there is nothing else to do
 * @returns a ref for the place where it will stand, and whether that place has been near the window
 *   yet; where the browser can not tell, it has
 */
export function useNear<T extends Element>(isReady: boolean, orLater = false) {
  const place = useRef<T>(null);
  const canTell = typeof IntersectionObserver === 'function';
  const [isNear, setNear] = useState(!canTell);
  const isWatched = isReady && !isNear;
  useEffect(() => {
    const element = place.current;
    if (!isWatched || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    const forget = orLater ? whenIdle(() => setNear(true)) : () => undefined;
    return () => {
      observer.disconnect();
      forget();
    };
  }, [isWatched]);
  return [place, isNear] as const;
}

/**
 * Runs something once there is nothing else to do, within two seconds.
 * @returns forgets it
 */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: 2000 });
  return () => cancelIdleCallback(idle);
}
