/**
 * What arrived after the reader began, until they say that they have seen it. It comes in above
 * what is read and takes no focus (domain notes, section 11).
 */
import { useState } from 'preact/hooks';
import type { SourceId } from '../../domain/source.ts';
import type { Item } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { Button } from '../parts/button.tsx';
import { counted, markWords } from '../wording/marks.ts';
import { sectionNames, sectionOrder } from '../wording/summary.ts';
import { Jump } from './jump.tsx';
import { PagedList } from './paged-list.tsx';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';

type Late = Pick<Summary, 'items' | 'sources'>;

export function LateNotice() {
  const { summary, late, send } = useView();
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
      {open && <Arrived items={lateItems(summary, late)} />}
    </section>
  );
}

/** What lies behind a fold below is named here as well, but for what is shown only when asked for. */
function Arrived({ items }: { items: readonly Item[] }) {
  return (
    <PagedList
      items={items}
      first={10}
      row={(item) => (
        <>
          <SourceTag source={item.source} />{' '}
          {item.kind === 'safeguarding' ? null : <strong>{item.title} </strong>}
          <Jump to={`section-${item.kind}`}>
            <span class="hidden">{markWords.goTo} </span>
            {sectionNames[item.kind]}
          </Jump>
        </>
      )}
    />
  );
}

/** More kinds of entry than this and a notice would push away what it is about. */
const fewKinds = 4;

/** "New since you opened. Oxford Health: 1 allergy, 2 medicines."; of many kinds, how many entries. */
export function lateWords(summary: Late, late: ReadonlySet<string>): string {
  const bySource = new Map<SourceId, Map<SectionKind, number>>();
  for (const { source, kind } of lateItems(summary, late)) {
    const kinds = bySource.get(source) ?? new Map<SectionKind, number>();
    bySource.set(source, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  const kindsInAll = [...bySource.values()].reduce((sum, kinds) => sum + kinds.size, 0);
  const said = [...bySource].map(([id, kinds]) => {
    const name = summary.sources.find(({ source }) => source.id === id)?.source.name ?? id;
    const counts = sectionOrder.flatMap((kind) => {
      const count = kinds.get(kind);
      return count === undefined ? [] : [counted(count, kind)];
    });
    const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    return `${name}: ${kindsInAll > fewKinds ? inShort(total, kinds.get('allergy')) : counts.join(', ')}.`;
  });
  return `${markWords.lateHeading}. ${said.join(' ')}`;
}

/** An allergy that came late is named however much came with it. */
function inShort(total: number, allergies: number | undefined): string {
  const entries = markWords.entries(total);
  return allergies === undefined
    ? entries
    : `${entries}, ${markWords.amongThem} ${counted(allergies, 'allergy')}`;
}

function lateItems({ items }: Late, late: ReadonlySet<string>): readonly Item[] {
  return items.filter(({ key }) => late.has(key));
}
