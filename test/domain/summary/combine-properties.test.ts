import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, rowsOf } from '../../../src/domain/summary/combine.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { gp, oh, on, ouh, sc } from '../../ui/fixtures.ts';
import { medication, result } from '../../ui/items.ts';

const loinc = (code: string) => [{ system: 'http://loinc.org', code, display: null }];
const sources = [gp.id, ouh.id, oh.id, sc.id];
const anyMedicine = fc
  .record({
    source: fc.constantFrom(...sources),
    dose: fc.constantFrom('5 mg daily', 'Take 5mg daily', '10 mg daily', null),
    status: fc.constantFrom('current' as const, 'stopped' as const),
    identifiers: fc.constantFrom([], ['rx|1'], ['rx|1', 'rx|2'], ['rx|2']),
    date: fc.constantFrom(on('2026'), on('2026-10-28'), null),
  })
  .map((part) => medication('Ramipril 5mg capsules', part));
const anyResult = fc
  .record({
    source: fc.constantFrom(...sources),
    value: fc.constantFrom('4.6 mmol/L', '6.1 mmol/L'),
    date: fc.constantFrom(on('2026-11-20'), on('2026-11-20T09:14:00Z'), on('2026-11-20T19:00Z')),
  })
  .map((part) => result('Potassium', { codes: loinc('2823-3'), ...part }));
const anyItems = fc.array(fc.oneof(anyMedicine, anyResult), { maxLength: 30 });
const anyShuffled = anyItems.chain((items) =>
  fc.shuffledSubarray(items, { minLength: items.length }).map((shuffled) => ({ items, shuffled })),
);

describe('whatever arrives', () => {
  it('stands in one row and no more, and nothing is made up', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const shown = (['medication', 'result'] as const).flatMap((kind) =>
          rowsOf({ items }, kind).flatMap((row): readonly Item[] => row.items),
        );
        expect(shown).toHaveLength(items.length);
        expect(new Set(shown)).toEqual(new Set(items));
      }),
    );
  });

  it('is combined alike in whatever order it arrives', () => {
    const partition = (items: readonly Item[]) =>
      (['medication', 'result'] as const).flatMap((kind) =>
        rowsOf({ items }, kind).map((row) =>
          row.items
            .map(({ key }) => key)
            .sort()
            .join(' '),
        ),
      );
    fc.assert(
      fc.property(anyShuffled, ({ items, shuffled }) => {
        expect([...partition(shuffled)].sort()).toEqual([...partition(items)].sort());
      }),
    );
  });

  it('is listed alike in whatever order the sources answer', () => {
    const listed = (items: readonly Item[]) =>
      rowsOf({ items }, 'medication').map((row) => row.items.map(({ key }) => key));
    fc.assert(
      fc.property(anyItems, (items) => {
        const answered = (order: readonly string[]) =>
          order.flatMap((source) => items.filter((item) => item.source === source));
        expect(listed(answered([...sources].reverse()))).toEqual(listed(answered(sources)));
      }),
    );
  });

  it('stands in the row of whatever of it was there first, under a key that no other row has', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        for (const kind of ['medication', 'result'] as const) {
          const found: readonly Row[] = rowsOf({ items }, kind);
          expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
          for (const row of found) {
            const first = items.find((item) => row.items.includes(item));
            expect(row.key).toBe(first?.key);
          }
        }
      }),
    );
  });

  it('leaves each row that was there its key, or takes its first item into an earlier one', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(30), (items, cut) => {
        const before: readonly Row[] = rowsOf({ items: items.slice(0, cut) }, 'medication');
        const after: readonly Row[] = rowsOf({ items }, 'medication');
        for (const { key } of before) {
          const row = after.find((each) => each.items.some((item) => item.key === key));
          const place = (wanted: string | undefined) => items.findIndex((it) => it.key === wanted);
          expect(place(row?.key)).toBeLessThanOrEqual(place(key));
        }
      }),
    );
  });
});
