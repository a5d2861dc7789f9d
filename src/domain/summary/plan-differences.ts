/** Where plans and pregnancies do not agree: all versions, newest first, none of them preferred. */
import { calendarDay } from '../clinical-date.ts';
import type { Difference, DifferenceKind } from './differences.ts';
import type { Entry } from './item.ts';
import { entryKinds } from './section-kind.ts';
import { differenceOf, sidesOf } from './sides.ts';
import { itemsOf, type Summary } from './summary.ts';
import { sameWords } from './words.ts';

const isHeld = ({ standing }: Entry) => standing === 'current' || standing === 'not-stated';

/** Resuscitation decided one way in one plan, another way in another; over in neither. */
export function decisionDifferences(summary: Summary): readonly Difference[] {
  const plans = entryKinds
    .flatMap((kind): readonly Entry[] => itemsOf(summary, kind))
    .filter((entry) => entry.role === 'resuscitation' && isHeld(entry));
  const decided = new Set(plans.flatMap(({ value }) => (value === null ? [] : sameWords(value))));
  return decided.size > 1 ? differenceAmong('decision', plans) : [];
}

/** A date known to its month agrees with every day of that month. */
export function dueDateDifferences(summary: Summary): readonly Difference[] {
  const expecting = itemsOf(summary, 'pregnancy').filter(
    (entry) => isHeld(entry) && entry.due !== null,
  );
  const days = expecting.flatMap(({ due }) => (due ? calendarDay(due) : []));
  const differ = days.some((day) =>
    days.some((other) => !day.startsWith(other) && !other.startsWith(day)),
  );
  return differ ? differenceAmong('due-date', expecting) : [];
}

function differenceAmong(kind: DifferenceKind, entries: readonly Entry[]): readonly Difference[] {
  const sides = sidesOf(entries);
  const newest = sides[0]?.item;
  if (!newest) return [];
  return differenceOf({ key: kind, kind, section: newest.kind, title: newest.title }, sides);
}
