/** What an item says beyond its title, in the order it is read; statuses that matter in bold. */
import { useContext } from 'preact/hooks';
import type {
  Allergy,
  Entry,
  Immunisation,
  Item,
  Problem,
  Result,
  Vital,
} from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { unbroken } from '../parts/unbroken.tsx';
import { standingWords } from '../wording/first-look.ts';
import { measuredWords } from '../wording/results.ts';
import { allergyStatus, ended, immunisationWords, problemStatus } from '../wording/summary.ts';
import { MedicineWords } from './medicine-words.tsx';
import { ViewContext } from './view.ts';
import { Mark, Value, Words } from './words.tsx';

export function ItemWords({ item }: { item: Item }) {
  switch (item.kind) {
    case 'problem':
      return <ProblemWords item={item} />;
    case 'allergy':
      return <AllergyWords item={item} />;
    case 'medication':
      return <MedicineWords item={item} />;
    case 'immunisation':
      return <ImmunisationWords item={item} />;
    case 'result':
    case 'vital':
      return <MeasuredWords item={item} />;
    case 'document':
      return <Words of={[item.type, item.author, item.status]} />;
    default:
      return <EntryWords item={item} />;
  }
}

/** A past problem is never without the word, wherever it stands. */
export function ProblemWords({ item }: { item: Problem }) {
  const { certainty, severity, note } = item;
  const status = problemStatus[item.status];
  return (
    <>
      {status && <Mark>{status}</Mark>}
      <Words
        of={[
          certainty,
          severity,
          note,
          item.ended && (
            <>
              {ended} <DateText date={item.ended} />
            </>
          ),
        ]}
      />
    </>
  );
}

export function AllergyWords({ item }: { item: Allergy }) {
  const { reactions, severity, certainty, note } = item;
  return (
    <>
      {/* One phrase: what happened, how badly, how sure. */}
      <Words of={[[reactions.join(', '), severity, certainty].filter(Boolean).join(', '), note]} />
      {allergyStatus[item.status] && <Mark>{allergyStatus[item.status]}</Mark>}
    </>
  );
}

export function ImmunisationWords({ item }: { item: Immunisation }) {
  return (
    <>
      {immunisationWords[item.given] && <Mark>{immunisationWords[item.given]}</Mark>}
      <Words of={[item.dose, item.note]} />
    </>
  );
}

function MeasuredWords({ item }: { item: Result | Vital }) {
  const { value, flag, status, range, note } = item;
  return (
    <>
      {' '}
      <Value of={value} />
      {flag && (flag.normal ? ` ${flag.words}` : <Mark>{flag.words}</Mark>)}
      {status && <Mark>{status}</Mark>}
      <Words of={[range && measuredWords.range(range), note]} />
    </>
  );
}

/** Its value, whether it holds, and its own status; details and dates are for the line around it. */
export function EntryWords({ item }: { item: Entry }) {
  const standing = standingWords(
    item.kind,
    item.standing,
    useContext(ViewContext)?.hasDied ?? false,
  );
  return (
    <>
      {item.value && unbroken(`: ${item.value}`)}
      {standing && <Mark>{standing}</Mark>}
      <Words of={[item.status, item.note]} lead={item.value || standing ? ' · ' : ': '} />
    </>
  );
}
