import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { Immunisation } from '../../domain/summary/item.ts';
import { immunisationWords } from '../wording/summary.ts';
import { ItemRow, Mark, Words } from './item-row.tsx';
import { PagedList } from './paged-list.tsx';
import { Section } from './section.tsx';

/** Newest first; one that was not given says so. */
export function Immunisations({ summary }: { summary: Summary }) {
  const items = itemsOf(summary, 'immunisation');
  return (
    <Section kind="immunisation" summary={summary} count={items.length}>
      <PagedList items={items} row={(item) => <Row item={item} />} />
    </Section>
  );
}

function Row({ item }: { item: Immunisation }) {
  return (
    <ItemRow item={item}>
      {immunisationWords[item.given] && <Mark>{immunisationWords[item.given]}</Mark>}
      <Words of={[item.dose, item.note]} />
    </ItemRow>
  );
}
