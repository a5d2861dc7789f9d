/** Room under the end of the record, to read it above the notice of what arrived. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useView } from './view.ts';

/**
 * There while the notice is, and until it is out of sight: taken away from somebody who is at the
 * end of the page, it would move all that they read.
 */
export function LateRoom() {
  const { late } = useView();
  const [, look] = useState({});
  const place = useRef<HTMLDivElement>(null);
  const isWanted = late.size > 0;
  const isSeen = place.current && place.current.getBoundingClientRect().top < innerHeight;
  useLayoutEffect(() => {
    if (!isSeen) return;
    const lookAgain = () => look({});
    addEventListener('scroll', lookAgain);
    return () => removeEventListener('scroll', lookAgain);
  });
  return isWanted || isSeen ? <div class="late__room" ref={place} /> : null;
}
