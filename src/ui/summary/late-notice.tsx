/**
 * What arrived after the reader began, until they say that they have seen it. It lies over the foot
 * of the window, in sight however far the page was scrolled, moves nothing that is read and takes no
 * focus (domain notes, section 11).
 */
import { useState } from 'preact/hooks';
import type { Item } from '../../domain/summary/item.ts';
import { Button } from '../parts/button.tsx';
import { markWords } from '../wording/marks.ts';
import { sectionNames } from '../wording/summary.ts';
import { Jump } from './jump.tsx';
import { lateItems, lateWords } from './late-words.ts';
import { PagedList } from './paged-list.tsx';
import { holdingWords } from './standing.ts';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';
import { Mark } from './words.tsx';

export function LateNotice() {
  const { summary, late, send, hasDied } = useView();
  const [open, setOpen] = useState(false);
  if (late.size === 0) return null;
  return (
    <section class="panel late" aria-labelledby="late">
      <p id="late">{lateWords(summary, late)}</p>
      <p class="late__acts">
        <Button look="link" expanded={open} onPress={() => setOpen(!open)}>
          {open ? markWords.hideLate : markWords.showLate}
        </Button>{' '}
        <Button look="link" onPress={() => send({ type: 'acknowledge-late' })}>
          {markWords.acknowledge}
        </Button>
      </p>
      {open && <Arrived items={lateItems(summary, late)} hasDied={hasDied} />}
    </section>
  );
}

/** What lies behind a fold below is named here as well, but for what is shown only when asked for. */
function Arrived({ items, hasDied }: { items: readonly Item[]; hasDied: boolean }) {
  return (
    <PagedList
      items={items}
      first={10}
      row={(item) => (
        <p class="item__words">
          <SourceTag source={item.source} />{' '}
          {item.kind === 'safeguarding' ? null : <Named item={item} hasDied={hasDied} />}
          <Jump to={`section-${item.kind}`}>
            <span class="hidden">{markWords.goTo} </span>
            {sectionNames[item.kind]}
          </Jump>
        </p>
      )}
    />
  );
}

/** Never the title alone of what is over, refuted, on hold, or no allergy at all. */
function Named({ item, hasDied }: { item: Item; hasDied: boolean }) {
  const holding = holdingWords(item, hasDied);
  return (
    <>
      <strong>{item.title}</strong>
      {holding && <Mark>{holding}</Mark>}{' '}
    </>
  );
}
