/** One entry on paper: all its source says of it, or each of its sources, on a line of its own. */
import { groupedBy } from '../../../domain/summary/by-drug.ts';
import type { Row } from '../../../domain/summary/combine.ts';
import { differencesOf } from '../../../domain/summary/differences.ts';
import type { Item } from '../../../domain/summary/item.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import { differenceWords } from '../../wording/first-look.ts';
import { printWords, standingOf } from '../../wording/print.ts';
import { allergyWords } from '../../wording/summary.ts';
import { unbroken } from '../../parts/unbroken.tsx';
import { Kept } from '../section-boundary.tsx';
import { nameOf } from '../source-names.ts';
import { factsOf } from './item-facts.ts';
import type { Paper } from './paper.ts';
import { saidBy } from './said-by.ts';

type AssertionProps = { readonly row: Row; readonly paper: Paper };

/** "No known allergy" is somebody's word, and no entry of a list (domain notes, section 8). */
export function Assertion({ row, paper }: AssertionProps) {
  const { names, summary } = paper;
  const [first] = row.items;
  const isPast = first.kind === 'allergy' && first.status === 'past';
  const said = isPast ? allergyWords.said : allergyWords.says;
  return (
    <p>
      {row.items.map((item) => (
        <span key={item.key}>
          {nameOf(names, item.source).tag} {said(item.title)}
          <DiffersMark items={[item]} summary={summary} /> ({unbroken(saidBy(item, names))}).{' '}
          {saysMore(item) && `${printWords.wroteMore} `}
        </span>
      ))}
    </p>
  );
}

type EntryProps = {
  /** One; of a drug all that anybody lists, which no page parts. */
  readonly rows: readonly Row[];
  readonly paper: Paper;
};

/** Where its sources say different things of it, what each says, on a line of its own. */
export function PrintEntry({ rows, paper }: EntryProps) {
  const [first, ...others] = rows.flatMap((row) => versionsOf(row, paper.hasDied));
  return (
    <li>
      {first && <Version items={first} paper={paper} isMarked />}
      {others.map((items) => (
        <div key={items[0]?.key}>
          <Version items={items} paper={paper} isMarked />
        </div>
      ))}
    </li>
  );
}

/** The items of a row by what is printed of them; newest first. */
function versionsOf({ items }: Row, hasDied: boolean): readonly (readonly Item[])[] {
  const printed = (item: Item) =>
    JSON.stringify([item.title, standingOf(item, hasDied), ...factsOf(item)]);
  return [...groupedBy(items, printed).values()];
}

type VersionProps = {
  /** Of which the same is said, word for word. */
  readonly items: readonly Item[];
  readonly paper: Paper;
  /** Says where another source differs; not among the differences themselves. */
  readonly isMarked?: boolean;
};

export function Version({ items, paper, isMarked = false }: VersionProps) {
  const { summary, names, hasDied } = paper;
  const [first] = items;
  if (!first) return null;
  const standing = standingOf(first, hasDied);
  const facts = factsOf(first);
  return (
    <>
      <strong>{unbroken(first.title)}</strong>
      {standing && <strong class="print__mark"> [{standing}]</strong>}
      {isMarked && <DiffersMark items={items} summary={summary} />}
      {facts.length > 0 && unbroken(`: ${facts.join(' · ')}`)}{' '}
      <span class="print__from">
        ({unbroken(items.map((item) => saidBy(item, names)).join('; '))})
      </span>
      {items.some(saysMore) && ` ${printWords.wroteMore}`}
    </>
  );
}

type MarkProps = { readonly items: readonly Item[]; readonly summary: Summary };

/** What can not be compared costs the mark, and is said under the differences. */
function DiffersMark({ items, summary }: MarkProps) {
  return (
    <Kept of={summary} instead={null}>
      <Differs items={items} summary={summary} />
    </Kept>
  );
}

function Differs({ items, summary }: MarkProps) {
  const differs = items.some((item) => differencesOf(summary, item).length > 0);
  return differs ? <strong class="print__mark"> [{differenceWords.mark}]</strong> : null;
}

function saysMore({ narrative }: Item): boolean {
  return narrative?.saysMore === true;
}
