/** Where sources disagree about an allergy or a problem: whether it is, and whether it is over. */
import { kindDenied, mayBe } from './allergy-kind.ts';
import { groupedBy } from './by-drug.ts';
import type { Difference } from './differences.ts';
import type { Allergy, Problem } from './item.ts';
import { differenceOf, sidesOf } from './sides.ts';
import { codedSubject, sideOf } from './subject.ts';
import { itemsOf, type Summary } from './summary.ts';
import { sameWords } from './words.ts';

export function allergyDifferences(summary: Summary): readonly Difference[] {
  const all = itemsOf(summary, 'allergy');
  const denials = all.filter(isDenial);
  const substances = groupedBy(
    all.filter(({ assertion }) => assertion === 'allergy'),
    subjectOf,
  );
  return [...substances].flatMap(([subject, items]) => [
    ...deniedByOne(subject, items, denials),
    ...overForOne(subject, items),
  ]);
}

export function problemDifferences(summary: Summary): readonly Difference[] {
  const problems = groupedBy(itemsOf(summary, 'problem'), subjectOf);
  return [...problems].flatMap(([subject, items]) => overForOne(subject, items));
}

function subjectOf(item: Allergy | Problem): string {
  return `${codedSubject(item) ?? sameWords(item.title)} ${sideOf(item.title)}`;
}

function isDenial({ assertion, status }: Allergy): boolean {
  return (
    status === 'active' && (assertion === 'no-known-allergy' || assertion === 'no-known-of-kind')
  );
}

/** An allergy by one source, "no known" by another, which holds now and is of that kind. */
function deniedByOne(
  subject: string,
  items: readonly Allergy[],
  denials: readonly Allergy[],
): readonly Difference[] {
  const held = items.filter(({ status }) => status !== 'past');
  const [first] = held;
  if (!first) return [];
  const against = denials.filter((denial) => {
    const kind = kindDenied(denial);
    const speaksOfIt =
      denial.assertion === 'no-known-allergy' || (kind !== null && mayBe(first, kind));
    return speaksOfIt && held.some(({ source }) => source !== denial.source);
  });
  if (against.length === 0) return [];
  return differenceOf(
    {
      key: `none-known-by-one ${subject}`,
      kind: 'none-known-by-one',
      section: 'allergy',
      title: first.title,
    },
    sidesOf([...held, ...against]),
  );
}

/**
 * Active by one source, past or refuted by another. A source that has it both ways (an episode
 * that ended, and one that goes on) says that it is active.
 */
function overForOne(subject: string, items: readonly (Allergy | Problem)[]): readonly Difference[] {
  const active = items.filter(({ status }) => status === 'active');
  const holding = new Set(active.map(({ source }) => source));
  const over = items.filter(({ status, source }) => status === 'past' && !holding.has(source));
  const [first] = active;
  if (!first || over.length === 0) return [];
  return differenceOf(
    {
      key: `status ${first.kind} ${subject}`,
      kind: 'status',
      section: first.kind,
      title: first.title,
    },
    sidesOf([...active, ...over]),
  );
}
