/** An item as it stands on paper: everything its source said of it, in words. */
import { type ClinicalDate, formatDate } from '../../../domain/clinical-date.ts';
import { kindSaid } from '../../../domain/summary/file-kind.ts';
import { dueBeside } from '../../../domain/summary/first-look.ts';
import type {
  Attachment,
  Entry,
  Item,
  Medication,
  Result,
  Vital,
} from '../../../domain/summary/item.ts';
import { firstLookWords } from '../../wording/first-look.ts';
import { kindName } from '../../wording/letter-files.ts';
import { dateLabels, fileWords } from '../../wording/print.ts';
import { medicineWords } from '../../wording/medicines.ts';
import { measuredWords } from '../../wording/results.ts';

type Said = string | null | false | undefined;

/** After the title, in the order to be read; empty for an item that is its title alone. */
export function factsOf(item: Item): readonly string[] {
  return saidBy(item).filter((said): said is string => typeof said === 'string' && said !== '');
}

function saidBy(item: Item): readonly Said[] {
  switch (item.kind) {
    case 'problem':
      return [item.certainty, item.severity, dated(dateLabels.ended, item.ended), item.note];
    case 'allergy':
      return [item.reactions.join(', '), item.severity, item.certainty, item.note];
    case 'medication':
      return ofMedicine(item);
    case 'immunisation':
      return [item.dose, item.note];
    case 'result':
    case 'vital':
      return ofResult(item);
    case 'document':
      return [item.type, ...item.attachments.map(fileSaid)];
    default:
      return ofEntry(item);
  }
}

function ofMedicine(item: Medication): readonly Said[] {
  return [
    item.dose ?? (item.status === 'current' && medicineWords.noDose),
    dated(dateLabels.until, item.until),
    ...[item.route, item.form, item.course, item.quantity],
    dated(dateLabels.started, item.started),
    dated(dateLabels.lastIssued, item.lastIssued),
    dated(dateLabels.stopped, item.stopped),
    ...[item.stopReason, item.note],
  ];
}

function ofResult(item: Result | Vital): readonly Said[] {
  const { value, flag, range, parts, panel, note, attachments } = item;
  return [
    value ?? (parts.length === 0 && measuredWords.noValue),
    flag?.words,
    range && `${dateLabels.range} ${range}`,
    // The parts' values stand in `value`; what is said of one part alone does not.
    ...parts.map((part) => {
      const about = [part.flag?.words, part.range && `${dateLabels.range} ${part.range}`];
      const said = about.filter(Boolean).join(', ');
      return said !== '' && `${part.title}: ${said}`;
    }),
    ...[panel?.title, note],
    ...attachments.map(fileSaid),
  ];
}

function ofEntry(item: Entry): readonly Said[] {
  const isDecision = item.role === 'resuscitation';
  return [
    item.value ?? (isDecision && firstLookWords.decision),
    item.status,
    // Paper is no order: the decision is read where it was signed (domain notes, section 11).
    isDecision && firstLookWords.checkOriginal,
    ...item.details.map(({ label, text }) => `${label}: ${text}`),
    dated(dateLabels.due, dueBeside(item)),
    dated(dateLabels.ended, item.ended),
    item.note,
    ...item.attachments.map(fileSaid),
  ];
}

/** A file is on no paper: it is named, with where it is to be read. */
function fileSaid({ contentType }: Attachment): string {
  switch (kindSaid(contentType)) {
    case 'unsaid':
      return fileWords.onScreen(fileWords.unsaid);
    case 'other':
      return fileWords.inSource(kindName(contentType));
    default:
      return fileWords.onScreen(kindName(contentType));
  }
}

function dated(label: string, date: ClinicalDate | null): Said {
  return date && `${label} ${formatDate(date)}`;
}
