/**
 * What arrived after the reader began, until they say that they have seen it. It lies over the foot
 * of the window, in sight however far the page was scrolled, moves nothing that is read and takes no
 * focus (domain notes, section 11).
 */
import { useState } from 'preact/hooks';
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Item } from '../../domain/summary/item.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { Button } from '../parts/button.tsx';
import { counted, markWords } from '../wording/marks.ts';
import { sectionNames, sectionOrder } from '../wording/summary.ts';
import { Jump } from './jump.tsx';
import { PagedList } from './paged-list.tsx';
import { holdingWords } from './standing.ts';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';
import { Mark } from './words.tsx';

type Late = Pick<Summary, 'items' | 'sources'>;

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

/** More kinds of entry than this and a notice would push away what it is about. */
const fewKinds = 4;

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

/** "New since you opened. Oxford Health: 1 allergy, 2 medicines."; of many kinds, how many entries. */
export function lateWords(summary: Late, late: ReadonlySet<string>): string {
  const arrived = lateItems(summary, late);
  const bySource = groupedBy(arrived, ({ source }) => source);
  const kinds = new Set(arrived.map(({ source, kind }) => `${source} ${kind}`)).size;
  const said = [...bySource].map(([id, items]) => {
    const name = summary.sources.find(({ source }) => source.id === id)?.source.name ?? id;
    const counts = sectionOrder.flatMap((kind) => {
      const ofKind = items.filter((item) => item.kind === kind && !isAssertion(item));
      const words = counted(ofKind.length, kind);
      const over = ofKind.filter(isOver).length;
      if (ofKind.length === 0) return [];
      return [over === 0 ? words : markWords.ofThemOver(words, over)];
    });
    const assertions = items.filter(isAssertion).length;
    if (assertions > 0) counts.push(markWords.assertions(assertions));
    const allergies = items.filter((item) => item.kind === 'allergy' && !isAssertion(item)).length;
    const words = kinds > fewKinds ? inShort(items.length, allergies) : counts.join(', ');
    return `${name}: ${words}.`;
  });
  return `${markWords.lateHeading}. ${said.join(' ')}`;
}

/** "No known allergy" is a sentence of its source's, and no allergy (domain notes, section 8). */
function isAssertion(item: Item): boolean {
  return item.kind === 'allergy' && item.assertion !== 'allergy';
}

/** Over, refuted, or not to be taken. */
function isOver(item: Item): boolean {
  if (item.kind === 'medication') {
    return item.status === 'stopped' || item.status === 'not-taken' || item.proviso !== null;
  }
  if (item.kind !== 'problem' && item.kind !== 'allergy') return false;
  return item.status === 'past' || /refuted/i.test(item.certainty ?? '');
}

/** An allergy that came late is named however much came with it. */
function inShort(total: number, allergies: number): string {
  const entries = markWords.entries(total);
  return allergies === 0
    ? entries
    : `${entries}, ${markWords.amongThem} ${counted(allergies, 'allergy')}`;
}

function lateItems({ items }: Late, late: ReadonlySet<string>): readonly Item[] {
  return items.filter(({ key }) => late.has(key));
}
