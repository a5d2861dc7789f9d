import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/domain/summary/combine.ts';
import { compare } from '../../../src/domain/summary/differences.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { drugsOf } from '../../../src/domain/summary/medicines.ts';
import { preparing } from '../../../src/domain/summary/prepared.ts';
import { sectionKinds } from '../../../src/domain/summary/section-kind.ts';
import { seriesIn } from '../../../src/domain/summary/series.ts';
import type { Summary } from '../../../src/domain/summary/summary.ts';
import { timelineOf } from '../../../src/domain/summary/timeline.ts';
import { policy } from '../../ui/fixtures.ts';
import { gracesItems, problem } from '../../ui/items.ts';
import { summaryOf } from './found.ts';

const critical = policy.criticalMedicines;

/** Items that tell how often any of their words was read. */
function watched(items: readonly Item[]) {
  const reads = { count: 0 };
  const watching = items.map(
    (item) =>
      new Proxy(item, {
        get: (target, name, receiver): unknown => {
          reads.count += 1;
          return Reflect.get(target, name, receiver);
        },
      }),
  );
  return { items: watching, reads };
}

/** Everything a screen is drawn from. */
const drawnFrom = (summary: Summary) => [
  ...sectionKinds.map((kind) => rowsOf(summary, kind)),
  ...[compare(summary), drugsOf(summary, critical), seriesIn(summary), timelineOf(summary)],
];

describe('a summary that was prepared', () => {
  it('is drawn from what was worked out, and nothing of it is read again', () => {
    const { items, reads } = watched(gracesItems());
    const summary = summaryOf(items);
    Array.from(preparing(summary, critical));
    const before = reads.count;
    expect(before).toBeGreaterThan(0);
    const drawn = drawnFrom(summary);
    expect(reads.count).toBe(before);
    expect(drawnFrom(summary).every((each, at) => each === drawn[at])).toBe(true);
  });

  it('is the same as one that was not', () => {
    const items = gracesItems();
    const [prepared, plain] = [summaryOf(items), summaryOf([...items])];
    Array.from(preparing(prepared, critical));
    expect(drawnFrom(prepared)).toEqual(drawnFrom(plain));
  });

  it('is prepared in pieces, none done before it is asked for', () => {
    const { items, reads } = watched(gracesItems());
    const pieces = preparing(summaryOf(items), critical);
    expect(reads.count).toBe(0);
    pieces.next();
    const afterOne = reads.count;
    expect([...pieces].length).toBeGreaterThanOrEqual(sectionKinds.length);
    expect(reads.count).toBeGreaterThan(afterOne);
  });

  it('loses only the section in which something can not be read, and there it is said', () => {
    const broken = new Proxy(problem('Asthma'), {
      get: (target, name, receiver): unknown => {
        if (name === 'codes') throw new Error('can not be read');
        return Reflect.get(target, name, receiver);
      },
    });
    const summary = summaryOf([...gracesItems(), broken, problem('Asthma')]);
    Array.from(preparing(summary, critical));
    expect(rowsOf(summary, 'medication').length).toBeGreaterThan(0);
    expect(rowsOf(summary, 'allergy').length).toBeGreaterThan(0);
    expect(() => rowsOf(summary, 'problem')).toThrow('can not be read');
  });
});
