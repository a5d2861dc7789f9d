/** Words of the printed summary. */
import type { Item, Medication, Problem } from '../../domain/summary/item.ts';
import { standingWords } from './first-look.ts';
import { medicineWords } from './medicines.ts';
import { allergyStatus, immunisationWords } from './summary.ts';

export const printWords = {
  title: 'Oxfordshire Care Summary',
  by: 'Printed by',
  at: 'at',
  sources: 'Sources',
  noUpTo: 'answered, how old is not stated',
  missing: 'Missing',
  nothingMissing: 'Every source answered.',
  stillArriving: 'Printed while sources were still answering.',
  leftOut: (sources: string) =>
    `Filter on: entries from ${sources} are left out, but for alerts, plans, safeguarding, allergies, medicines and differences`,
  noFilter: 'No filter',
  whole: 'lists are printed in full',
  uncombined: 'Entries are not combined: every source’s stands for itself.',
  leftOutHere: (count: number) =>
    count === 1
      ? '1 entry is left out here by the filter.'
      : `${count} entries are left out here by the filter.`,
  combined: 'Same fact from several sources: one entry, each source with its date.',
  recorded: 'recorded',
  by1: 'by',
  noDate: 'no date',
  changed: 'Check the source before acting on paper: the record changes.',
  safeguarding: (count: number) =>
    count === 1
      ? '1 entry, not printed. Read it on screen.'
      : `${count} entries, not printed. Read them on screen.`,
  onlyWords: (source: string, title: string) =>
    `${source} wrote “${title}” in words only, which are not printed. Read them on screen.`,
  sectionNotPrinted: 'This section could not be shown. Look in the source.',
  wroteMore: 'Its source wrote more: read it on screen.',
  moreWords: (source: string, title: string) =>
    `${source} wrote more under “${title}”, which is not printed. Read it on screen.`,
  noSource: 'No source has answered.',
  differences: 'Differences between sources',
  compared: (sources: string) => `Compared: ${sources}`,
  notCompared: (sources: string) => `not compared: ${sources}`,
  notComparedInFull: (sources: string) => `not compared in full: ${sources}`,
  none: 'none',
} as const;

const problemWords: Readonly<Record<Problem['status'], string | null>> = {
  active: null,
  past: 'Past',
  'not-stated': 'Status not stated',
};

const medicineStatus: Readonly<Record<Medication['status'], string | null>> = {
  current: null,
  completed: medicineWords.completed,
  stopped: medicineWords.stopped,
  'not-taken': medicineWords.notTaken,
  'not-stated': 'Status not stated',
};

/**
 * What must not be overlooked about an item, in words; null where it simply holds.
 * @param hasDied then nothing is planned any more, or still going on
 */
export function standingOf(item: Item, hasDied: boolean): string | null {
  switch (item.kind) {
    case 'problem':
      return problemWords[item.status];
    case 'allergy':
      return allergyStatus[item.status];
    case 'medication':
      return medicineStanding(item);
    case 'immunisation':
      return immunisationWords[item.given];
    case 'result':
    case 'vital':
    case 'document':
      return item.status;
    default:
      return standingWords(item.kind, item.standing, hasDied);
  }
}

/** Its last day is among its dates. */
function medicineStanding({ status, proviso }: Medication): string | null {
  return [medicineStatus[status], proviso].filter(Boolean).join(', ') || null;
}

/** In front of a date. */
export const dateLabels = {
  started: 'started',
  lastIssued: 'last issued',
  until: 'until',
  ended: 'ended',
  due: 'due or for review',
  stopped: 'stopped',
  range: 'range',
} as const;

/** A letter or form that belongs to an entry, and where it is to be read. */
export const fileWords = {
  onScreen: (kind: string) => `${fileOf(kind)}, open it on screen`,
  inSource: (kind: string) => `${fileOf(kind)}, not opened here, look in the source`,
  unsaid: 'kind not stated',
} as const;

/** A kind we have no word for is called a file already. */
function fileOf(kind: string): string {
  return kind.startsWith('File of ') ? kind : `File: ${kind}`;
}
