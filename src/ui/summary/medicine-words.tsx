/** One source's line about one medicine. Stopped is said first and is never inferred. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { hasPassed } from '../../domain/summary/first-look.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { medicineWords } from '../wording/medicines.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { ViewContext } from './view.ts';
import { dated, Words } from './words.tsx';

type Props = {
  readonly item: Medication;
  /** The first look: what is taken, how, since when. */
  readonly brief?: boolean;
  readonly lead?: string;
  /** Its dates are said to be its own source's, where the line speaks for others as well. */
  readonly oneOfSeveral?: boolean;
};

export function MedicineWords({ item, brief = false, lead = ': ', oneOfSeveral = false }: Props) {
  const { name, tag } = nameOf(useContext(SourceNamesContext), item.source);
  const more = brief ? [] : rest(item, name);
  const now = useContext(ViewContext)?.now ?? null;
  const before = [...ending(item), ...provisos(item, now)];
  const taken = taking(item, oneOfSeveral ? `${tag} ` : '');
  return <Words of={[...before, ...taken, ...more]} lead={lead} />;
}

function ending(item: Medication): readonly ComponentChildren[] {
  if (item.status === 'current') return [];
  if (item.status === 'not-stated')
    return [<strong key="status">{medicineWords.notStated}</strong>];
  const calm = item.status === 'completed';
  return [
    <span key="status">
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
    </span>,
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

/** The product's words without the drug's name they begin with, which stands above them. */
export function productWords(title: string, name: string): string {
  if (!title.toLowerCase().startsWith(name.toLowerCase())) return title;
  const left = title.slice(name.length);
  return /^[\s,]/.test(left) || left === '' ? left.trim() : title;
}
