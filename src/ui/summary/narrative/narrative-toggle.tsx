/** A button that shows what the source wrote beside the coded facts, and hides it again. */
import '../../styles/letters.scss';
import { useId, useState } from 'preact/hooks';
import type { Narrative } from '../../../domain/summary/item.ts';
import { part, WithPart } from '../../parts/later.tsx';
import { narrativeWords } from '../../wording/narrative.ts';

type Props = {
  readonly narrative: Narrative;
  /** What the text is about, for those who do not see what the button stands beside. */
  readonly about: string;
};

/** Nothing of the text is in the page, and none of its code is loaded, until it is asked for. */
export function NarrativeToggle({ narrative, about }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        class="button button--link"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? narrativeWords.hide : narrativeWords.show}{' '}
        <span class="hidden">{narrativeWords.about(about)}</span>
      </button>
      {open && (
        <div id={id}>
          <Text narrative={narrative} />
        </div>
      )}
    </div>
  );
}

const narrativeText = part(async () => (await import('./narrative-text.tsx')).NarrativeText);

function Text({ narrative }: { narrative: Narrative }) {
  return (
    <WithPart of={narrativeText}>
      {(NarrativeText) => (
        <>
          <p class="letter__about">{narrativeWords.asWritten}</p>
          <NarrativeText narrative={narrative} />
        </>
      )}
    </WithPart>
  );
}
