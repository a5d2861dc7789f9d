/** Words of the first ten seconds, and of where sources disagree. */
import type { DifferenceKind } from '../../domain/summary/differences.ts';
import type { Entry } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { afterDeathWords } from './after-death.ts';

export const firstLookWords = {
  decision: 'Decision not stated',
  checkOriginal: 'check the original',
  over: 'No longer in force',
  noneInForce: 'None in force',
  morePlans: (left: number) =>
    left === 1 ? '1 more plan or older version' : `${left} more plans or older versions`,
  firstStep: (of: number) => (of === 1 ? 'Step' : `Step 1 of ${of}`),
  review: 'review',
  reviewPassed: 'the review date has passed',
  to: 'to',
  critical: 'Critical medicines',
  criticalOf: (count: number, drugs: number) => `${count} of ${drugs}`,
  allMedicines: 'All medicines',
  noCritical: (drugs: number) =>
    drugs === 0
      ? 'No medicine is listed as an entry that could be read. Look under Medicines, and in the source.'
      : drugs === 1
        ? 'The 1 medicine listed is not on the critical list.'
        : `None of the ${drugs} medicines listed is on the critical list.`,
  keyResults: 'Latest results',
  allResults: 'All results',
  was: 'was',
  lastDays: 'Last 30 days',
  lastDaysAndCoordinator: 'Last 30 days, and care coordinator',
  coordinator: 'Care coordinator',
  due: 'due',
  duePassed: 'the due date has passed',
  moreActive: (count: number) => `${count} more active`,
} as const;

export const safeguardingWords = {
  count: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  show: 'Show',
  hide: 'Hide',
  about: 'safeguarding entries',
} as const;

export const differenceWords = {
  heading: 'Differences',
  mark: 'differs',
  kinds: {
    'stopped-by-one': 'current by one source, stopped by another, or not to be taken now',
    dose: 'dose, route or timing differ',
    'not-on-practice-list': 'not on the practice’s list',
    'none-known-by-one': 'one source says none is known',
    status: 'status differs',
    decision: 'decisions differ',
    'due-date': 'due dates differ',
  } satisfies Readonly<Record<DifferenceKind, string>>,
  notOnList: (source: string) => `not on ${source} list`,
  updated: 'updated',
  none: (sources: string) => `No differences found between ${sources}`,
  compared: (sources: string) => `Compared: ${sources}.`,
  notCompared: (sources: string) => `${sources} not compared.`,
  notInFull: (sources: string) => `${sources} not compared in full.`,
  nothingToCompare: 'Nothing to compare: fewer than two sources answered in full.',
} as const;

/** Kinds of entry that are mostly over once listed: there the past is no surprise. */
const histories: ReadonlySet<SectionKind> = new Set([
  'encounter',
  'procedure',
  'appointment',
  'social',
  'functional',
  'other',
]);

/** Listed as they happened, newest first, rather than by whether they hold now. */
export function isHistory(kind: SectionKind): boolean {
  return histories.has(kind);
}

const observed: ReadonlySet<SectionKind> = new Set(['social', 'functional', 'pregnancy']);

/** In words wherever it does not simply hold now; null where the section already says it. */
export function standingWords(
  kind: SectionKind,
  standing: Entry['standing'],
  hasDied: boolean,
): string | null {
  switch (standing) {
    case 'current':
      if (kind !== 'encounter') return null;
      return hasDied ? afterDeathWords.noEnd : 'Still going on';
    case 'past':
      return kind === 'encounter' || kind === 'procedure' || kind === 'other' ? null : 'Past';
    case 'planned':
      return hasDied ? afterDeathWords.planned : 'Planned';
    case 'not-done':
      return 'Not done';
    case 'not-stated':
      // An observation holds for its day; its section says no more than that.
      return observed.has(kind) ? null : 'Status not stated';
  }
}

/** The heading over those of one standing. */
export function standingGroup(standing: Entry['standing'], hasDied: boolean): string {
  if (hasDied && standing === 'current') return afterDeathWords.held;
  if (hasDied && standing === 'planned') return afterDeathWords.planned;
  return standingGroups[standing];
}

const standingGroups: Readonly<Record<Entry['standing'], string>> = {
  current: 'Current',
  planned: 'Planned',
  'not-stated': 'Status not stated',
  past: 'Past',
  'not-done': 'Not done, refused or cancelled',
};
