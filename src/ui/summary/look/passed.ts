/** Whether somebody went past a place that is drawn late, to what follows it. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'focusin'] as const;

/**
 * @param place where it will stand
 * @returns true from when End is pressed, or the focus goes to what follows (as by a link to a
 *   section there), until anything else is done: what is drawn there is to move nothing they see
 */
export function usePassed(place: RefObject<Element | null>): boolean {
  const [isPassed, setPassed] = useState(false);
  useLayoutEffect(() => {
    const look = (event: Event) => setPassed(isPast(event, place.current));
    const listening = { capture: true, passive: true };
    for (const sign of signs) addEventListener(sign, look, listening);
    return () => {
      for (const sign of signs) removeEventListener(sign, look, listening);
    };
  }, []);
  return isPassed;
}

function isPast(event: Event, place: Element | null): boolean {
  if (event instanceof KeyboardEvent) return event.key === 'End';
  const { type, target } = event;
  if (type !== 'focusin' || !(target instanceof Node)) return false;
  // What is within follows it as well.
  return place?.compareDocumentPosition(target) === Node.DOCUMENT_POSITION_FOLLOWING;
}
