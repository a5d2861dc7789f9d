/** Words of the printed summary, and of printing it. */
import { formatDate } from '../../domain/clinical-date.ts';
import type { Entry, Item, Medication, Problem } from '../../domain/summary/item.ts';
import { allergyStatus, immunisationWords, medicineWords } from './summary.ts';

export const printWords = {
  recording: 'Recording the printing…',
  loading: 'Preparing the print…',
  notLoaded: 'The print could not be prepared. Nothing was printed.',
  notRecorded: 'Printing is not recorded, so nothing was printed. Try again.',
  tryAgain: 'Try again',
  close: 'Back to the summary',
  reference: (reference: string) => `Reference ${reference}`,
  title: 'Oxfordshire Care Summary',
  by: 'Printed by',
  at: 'at',
  missing: 'Missing',
  nothingMissing: 'Every source answered.',
  stillArriving: 'Printed while sources were still answering.',
  leftOut: (sources: string) =>
    `Filter on: entries from ${sources} are left out, but for alerts, allergies and medicines`,
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
} as const;

const standingWords: Readonly<Record<Entry['standing'], string | null>> = {
  current: null,
  past: 'Past',
  planned: 'Planned',
  'not-done': 'Not done',
  'not-stated': 'Status not stated',
};

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

/** What must not be overlooked about an item, in words; null where it simply holds. */
export function standingOf(item: Item): string | null {
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
      return standingWords[item.standing];
  }
}

function medicineStanding({ status, proviso, until }: Medication): string | null {
  const said = [
    medicineStatus[status],
    proviso,
    until && `${medicineWords.until} ${formatDate(until)}`,
  ];
  return said.filter(Boolean).join(', ') || null;
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
