/** One section on paper: heading, whose word is missing, then every entry with source and date. */
import { formatDate, formatDateTime } from '../../../domain/clinical-date.ts';
import { allergyHeading } from '../../../domain/summary/absence.ts';
import { groupedBy } from '../../../domain/summary/by-drug.ts';
import { type Row, rowsOf, uncombined } from '../../../domain/summary/combine.ts';
import type { Item } from '../../../domain/summary/item.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import { itemsOf, type Summary } from '../../../domain/summary/summary.ts';
import { printWords, standingOf } from '../../wording/print.ts';
import {
  allergyHeadings,
  allergyWords,
  sectionNames,
  summaryWords,
} from '../../wording/summary.ts';
import { emptySentences, missingBeside } from '../section-absence.ts';
import { nameOf, type SourceNames } from '../source-names.ts';
import { factsOf } from './item-facts.ts';

type Props = {
  readonly kind: SectionKind;
  /** Everything that arrived; headings rest on it, whatever is filtered. */
  readonly summary: Summary;
  /** What the filters leave of it. */
  readonly shown: Pick<Summary, 'items'>;
  readonly combined: boolean;
  readonly names: SourceNames;
};

export function PrintSection({ kind, summary, shown, combined, names }: Props) {
  const rows: readonly Row[] = combined ? rowsOf(shown, kind) : uncombined(shown, kind);
  const leftOut = itemsOf(summary, kind).length - itemsOf(shown, kind).length;
  const heading = kind === 'allergy' ? allergyHeadings[allergyHeading(summary)] : null;
  return (
    <section class="print__section">
      <h2>{heading ?? sectionNames[kind]}</h2>
      <Absence kind={kind} summary={summary} isEmpty={rows.length + leftOut === 0} />
      {leftOut > 0 && <p>{printWords.leftOutHere(leftOut)}</p>}
      {rows.length > 0 &&
        (kind === 'safeguarding' ? (
          // Whoever finds the paper may be whom the child is guarded from.
          <p>{printWords.safeguarding(rows.length)}</p>
        ) : (
          <ul>
            {currentFirst(rows.filter((row) => !isAssertion(row))).map((row) => (
              <PrintRow key={row.key} row={row} names={names} />
            ))}
          </ul>
        ))}
      {rows.filter(isAssertion).map((row) => (
        <Assertion key={row.key} row={row} names={names} />
      ))}
      <Texts kind={kind} summary={summary} names={names} />
    </section>
  );
}

/** What a source wrote over the section is not on paper: said, so that whoever acts looks. */
function Texts({ kind, summary, names }: Pick<Props, 'kind' | 'summary' | 'names'>) {
  const texts = summary.texts.filter(({ section }) => section === kind);
  return (
    <>
      {texts.map(({ key, source, title, onlyText }) => {
        const say = onlyText ? printWords.onlyWords : printWords.moreWords;
        // What a section of safeguarding is called may tell what it holds.
        const called = kind === 'safeguarding' ? sectionNames[kind] : title;
        return <p key={key}>{say(nameOf(names, source).name, called)}</p>;
      })}
    </>
  );
}

type AbsenceProps = Pick<Props, 'kind' | 'summary'> & { readonly isEmpty: boolean };

/** Never just empty; and where there is something, still whose word is missing from it. */
function Absence({ kind, summary, isEmpty }: AbsenceProps) {
  if (summary.sources.length === 0) return <p>{printWords.noSource}</p>;
  const said = isEmpty
    ? emptySentences(summary, kind)
    : missingBeside(summary, kind).map(({ report, why }) => `${report.source.name}: ${why}.`);
  return said.length === 0 ? null : <p class="print__absence">{said.join(' ')}</p>;
}

/** What holds before what is over; both newest first, as they came. */
function currentFirst(rows: readonly Row[]): readonly Row[] {
  const isTimed = rows.every(({ items: [{ kind }] }) => kind === 'result' || kind === 'vital');
  if (isTimed) return rows;
  return [...rows.filter(holds), ...rows.filter((row) => !holds(row))];
}

/** A medicine on hold is not over: it stands among the current ones, and says so. */
function holds({ items: [first] }: Row): boolean {
  return first.kind === 'medication' ? first.status === 'current' : standingOf(first) === null;
}

/** "No known allergy" is somebody's word, and no entry of a list (domain notes, section 8). */
function isAssertion({ items: [first] }: Row): boolean {
  return first.kind === 'allergy' && first.assertion !== 'allergy';
}

function Assertion({ row, names }: { row: Row; names: SourceNames }) {
  const [first] = row.items;
  const isPast = first.kind === 'allergy' && first.status === 'past';
  const said = isPast ? allergyWords.said : allergyWords.says;
  return (
    <p>
      {row.items.map((item) => (
        <span key={item.key}>
          {nameOf(names, item.source).tag} {said(item.title)} ({from(item, names)}).{' '}
          {saysMore(item) && `${printWords.wroteMore} `}
        </span>
      ))}
    </p>
  );
}

/** One entry; where its sources say different things of it, what each says, on a line of its own. */
function PrintRow({ row, names }: { row: Row; names: SourceNames }) {
  const [first, ...others] = versionsOf(row);
  return (
    <li>
      {first && <Version items={first} names={names} />}
      {others.map((items) => (
        <div key={items[0]?.key}>
          <Version items={items} names={names} />
        </div>
      ))}
    </li>
  );
}

/** The items of a row by what is printed of them; newest first. */
function versionsOf({ items }: Row): readonly (readonly Item[])[] {
  const printed = (item: Item) => JSON.stringify([item.title, standingOf(item), ...factsOf(item)]);
  return [...groupedBy(items, printed).values()];
}

/** @param items of which the same is said, word for word */
function Version({ items, names }: { items: readonly Item[]; names: SourceNames }) {
  const [first] = items;
  if (!first) return null;
  const standing = standingOf(first);
  const facts = factsOf(first);
  return (
    <>
      <strong>{first.title}</strong>
      {standing && <strong class="print__mark"> [{standing}]</strong>}
      {facts.length > 0 && `: ${facts.join(' · ')}`}{' '}
      <span class="print__from">({items.map((item) => from(item, names)).join('; ')})</span>
      {items.some(saysMore) && ` ${printWords.wroteMore}`}
    </>
  );
}

function saysMore({ narrative }: Item): boolean {
  return narrative?.saysMore === true;
}

/** "OUH 12-Nov-2026, recorded 13-Nov-2026, by Dr Ines Moreau". */
function from(item: Item, names: SourceNames): string {
  const { date, recorded, author } = item;
  const isTimed = item.kind === 'result' || item.kind === 'vital';
  const happened = date && (isTimed ? formatDateTime(date) : formatDate(date));
  const written = recorded && formatDate(recorded);
  return [
    `${nameOf(names, item.source).tag} ${happened ?? (written ? '' : summaryWords.noDate)}`.trim(),
    written !== null && written !== (date && formatDate(date))
      ? `${printWords.recorded} ${written}`
      : null,
    author && `${printWords.by1} ${author}`,
  ]
    .filter(Boolean)
    .join(', ');
}
