import { itemsOf, type Result, type Summary } from '../../domain/summary.ts';
import { resultWords } from '../wording/summary.ts';
import { ItemRow, Mark, Words } from './item-row.tsx';
import { PagedList } from './paged-list.tsx';
import { Section } from './section.tsx';

/** Newest first. Flag, range, status and comment are the source's own, beside the value. */
export function Results({ summary }: { summary: Summary }) {
  const items = itemsOf(summary, 'result');
  return (
    <Section kind="result" summary={summary} count={items.length}>
      <PagedList items={items} row={(item) => <Row item={item} />} />
    </Section>
  );
}

function Row({ item }: { item: Result }) {
  return (
    <ItemRow item={item} withTime lightTitle>
      {' '}
      <span class="value">{item.value ?? resultWords.noValue}</span>
      {item.flag && <Mark>{item.flag}</Mark>}
      {item.status && <Mark>{item.status}</Mark>}
      <Words of={[item.range && resultWords.range(item.range), item.note]} />
    </ItemRow>
  );
}
