/** Medicines: current first; a stopped one is never shown as current, nor is "stopped" inferred. */
import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { medicineGroup, type MedicineGroup, medicineWords } from '../wording/summary.ts';
import { GroupedList } from './grouped-list.tsx';
import { ItemRow, Mark, Words } from './item-row.tsx';
import { Section } from './section.tsx';

const groupOrder: readonly MedicineGroup[] = ['current', 'not-stated', 'ended'];

export function Medicines({ summary }: { summary: Summary }) {
  const items = itemsOf(summary, 'medication');
  const groups = groupOrder.map((group) => ({
    title: medicineWords.groups[group],
    items: items.filter(({ status }) => medicineGroup(status) === group),
  }));
  return (
    <Section kind="medication" summary={summary} count={items.length} withAges>
      <GroupedList groups={groups} row={(item) => <Row item={item} />} />
    </Section>
  );
}

function Row({ item }: { item: Medication }) {
  return (
    <ItemRow item={item}>
      <Ended item={item} />
      <Words
        of={[
          item.dose ?? (item.status === 'current' && medicineWords.noDose),
          item.course,
          item.note,
        ]}
      />
      {item.lastIssued && (
        <span class="item__detail">
          , {medicineWords.lastIssued} <DateText date={item.lastIssued} />
        </span>
      )}
    </ItemRow>
  );
}

function Ended({ item }: { item: Medication }) {
  if (item.status === 'current' || item.status === 'not-stated') return null;
  return (
    <Mark>
      {item.status === 'stopped' ? medicineWords.stopped : medicineWords.notTaken}
      {item.stopped && (
        <>
          {' '}
          <DateText date={item.stopped} />
        </>
      )}
      {item.stopReason && ` (${item.stopReason})`}
    </Mark>
  );
}
