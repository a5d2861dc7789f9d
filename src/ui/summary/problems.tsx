import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { Problem } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { ended, problemGroups } from '../wording/summary.ts';
import { GroupedList } from './grouped-list.tsx';
import { ItemRow, Words } from './item-row.tsx';
import { Section } from './section.tsx';

const groupOrder: readonly Problem['status'][] = ['active', 'not-stated', 'past'];

/** Active problems, then those of no stated status, then past ones; doubt stands beside the title. */
export function Problems({ summary }: { summary: Summary }) {
  const items = itemsOf(summary, 'problem');
  const groups = groupOrder.map((status) => ({
    title: problemGroups[status],
    items: items.filter((item) => item.status === status),
  }));
  return (
    <Section kind="problem" summary={summary} count={items.length}>
      <GroupedList groups={groups} row={(item) => <Row item={item} />} />
    </Section>
  );
}

function Row({ item }: { item: Problem }) {
  return (
    <ItemRow item={item}>
      <Words of={[item.certainty, item.severity, item.note]} />
      {item.ended && (
        <span class="item__detail">
          , {ended} <DateText date={item.ended} />
        </span>
      )}
    </ItemRow>
  );
}
