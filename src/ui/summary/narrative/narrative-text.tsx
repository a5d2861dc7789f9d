/** A source's own text, as much of it as may be shown. Loaded when it is first asked for. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Narrative } from '../../../domain/summary/item.ts';
import { narrativeWords } from '../../wording/narrative.ts';
import { longestNarrative, sanitised } from './sanitise.ts';

/** Characters shown at first. */
const first = 4000;

export function NarrativeText({ narrative }: { narrative: Narrative }) {
  const [whole, setWhole] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { xhtml } = narrative;
  const isTooLong = xhtml.length > longestNarrative;
  const shown = useMemo(
    () => (isTooLong ? null : sanitised(xhtml, whole ? Infinity : first)),
    [xhtml, whole, isTooLong],
  );
  useLayoutEffect(() => {
    if (shown) place.current?.replaceChildren(shown.content.cloneNode(true));
  }, [shown]);
  if (!shown) return <p class="narrative">{narrativeWords.tooLong}</p>;
  if (shown.content.textContent.trim() === '') {
    const words = shown.isWhole ? narrativeWords.empty : narrativeWords.notShown;
    return <p class="narrative">{words}</p>;
  }
  return (
    <>
      {!shown.isWhole && (
        <p>
          <strong>{narrativeWords.notWhole}</strong>
        </p>
      )}
      <div class="narrative" ref={place} />
      {shown.isCut && (
        <p>
          {narrativeWords.cut}{' '}
          <button
            type="button"
            class="button button--link"
            onClick={() => {
              setWhole(true);
            }}
          >
            {narrativeWords.showAll}
          </button>
        </p>
      )}
    </>
  );
}
