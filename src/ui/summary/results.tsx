import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { Result, ResultFlag } from '../../domain/summary/item.ts';
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

/** Only what is out of the ordinary stands out; a normal result is said, not shouted. */
function Flag({ words, normal }: ResultFlag) {
  return normal ? <> {words}</> : <Mark>{words}</Mark>;
}

function Row({ item }: { item: Result }) {
  return (
    <ItemRow item={item} withTime lightTitle>
      {' '}
      <span class="value">{item.value ?? resultWords.noValue}</span>
      {item.flag && <Flag {...item.flag} />}
      {item.status && <Mark>{item.status}</Mark>}
      <Words of={[item.range && resultWords.range(item.range), item.note]} />
    </ItemRow>
  );
}
