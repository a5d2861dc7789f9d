/** One source's line about one medicine. Stopped is said first and is never inferred. */
import { type ComponentChildren, Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Row } from '../../domain/summary/combine.ts';
import { hasPassed } from '../../domain/summary/first-look.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { medicineWords } from '../wording/medicines.ts';
import { inWords } from '../wording/summary.ts';
import { sourcesOf } from './rows.ts';
import { nameOf, type SourceNames, SourceNamesContext } from './source-names.ts';
import { ViewContext } from './view.ts';
import { dated, Words } from './words.tsx';

type Props = {
  readonly item: Medication;
  readonly lead?: string;
  /**
   * The first look's line, with all that it speaks for: what is taken, how, since when, and what
   * each source adds. Where there are several, a date is said to be its own source's.
   */
  readonly brief?: Row<Medication>;
};

export function MedicineWords({ item, lead = ': ', brief }: Props) {
  const names = useContext(SourceNamesContext);
  const { name, tag } = nameOf(names, item.source);
  const more = brief ? added(brief, names) : rest(item, name);
  const now = useContext(ViewContext)?.now ?? null;
  const before = [...ending(item), ...provisos(item, now)];
  const taken = taking(item, brief && sourcesOf(brief).length > 1 ? `${tag} ` : '');
  return <Words of={[...before, ...taken, ...more]} lead={lead} />;
}

function ending(item: Medication): readonly ComponentChildren[] {
  if (item.status === 'current') return [];
  if (item.status === 'not-stated')
    return [<strong key="status">{medicineWords.notStated}</strong>];
  const calm = item.status === 'completed';
  return [
    <Fragment key="status">
      <strong class={calm ? undefined : 'mark'}>
        {endings[item.status]}
        {item.stopped && (
          <>
            {' '}
            <DateText date={item.stopped} />
          </>
        )}
      </strong>
      {item.stopReason && `: ${item.stopReason}`}
    </Fragment>,
  ];
}

const endings = {
  completed: medicineWords.completed,
  stopped: medicineWords.stopped,
  'not-taken': medicineWords.notTaken,
} as const;

/** On hold, not to be given, over by now: before the dose, and as bold as "stopped". */
function provisos(
  { proviso, until }: Medication,
  now: ClinicalDate | null,
): readonly ComponentChildren[] {
  return [
    proviso && (
      <strong class="mark" key="proviso">
        {proviso}
      </strong>
    ),
    until && (
      <strong class="mark" key="until">
        {medicineWords.until} <DateText date={until} />
        {now && hasPassed(until, now) && `, ${medicineWords.untilPassed}`}
      </strong>
    ),
  ];
}

/** @param whose before its dates: "GP last issued" */
function taking(item: Medication, whose: string): readonly ComponentChildren[] {
  const { dose, status, route, started, lastIssued } = item;
  return [
    dose ?? (status === 'current' && medicineWords.noDose),
    route,
    dated(`${whose}${medicineWords.started}`, started),
    dated(`${whose}${medicineWords.lastIssued}`, lastIssued),
  ];
}

/** @param source whose name alone says nothing that its tag does not */
function rest(item: Medication, source: string): readonly ComponentChildren[] {
  const { form, course, quantity, author, note } = item;
  const by = author !== null && author !== source && medicineWords.by(author);
  return [form, course, quantity, by, note];
}

/**
 * Form, note and a course that is no repeat ("Acute", "Delayed") can change what is done; how much
 * was supplied and who wrote it stand under Medicines. Whose words they are, where not everybody's.
 */
function added(row: Row<Medication>, names: SourceNames): readonly ComponentChildren[] {
  const all = sourcesOf(row).length;
  return [...groupedBy(row.items, aside)].map(([words, items]) => {
    const tags = new Set(items.map(({ source }) => nameOf(names, source).tag));
    return words && tags.size < all ? `${inWords([...tags])}: ${words}` : words;
  });
}

/**
 * A course that goes on as listed, in the whole words of GP Connect's prescription types and FHIR's
 * courses of therapy: with any other word beside them ("Repeat - suspended") it is told.
 */
const goesOn =
  /^(?:repeat(?: dispensing)?(?:, prescribed at gp practice)?|continuous(?: long[ -]term therapy)?)$/i;

/** What is said of a medicine in the first look beside its dose and dates. */
export function aside({ form, course, note }: Medication): string {
  const words = [form, course !== null && goesOn.test(course.trim()) ? null : course, note];
  return words.filter(Boolean).join(' · ');
}

/** The product's words without the drug's name they begin with, which stands above them. */
export function productWords(title: string, name: string): string {
  if (!title.toLowerCase().startsWith(name.toLowerCase())) return title;
  const left = title.slice(name.length);
  return /^[\s,]/.test(left) || left === '' ? left.trim() : title;
}
