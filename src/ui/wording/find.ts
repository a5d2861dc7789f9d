/** Every word of the search over the whole summary. */
import type { Immunisation, Medication, Problem } from '../../domain/summary/item.ts';

export const findWords = {
  label: 'Search the whole summary',
  region: 'Search results',
  found: (count: number) => `${count} found`,
  none: 'Nothing found in what the sources sent. It may still be in a source.',
  showMore: (step: number, total: number) => `Show ${step} more of ${total} found`,
  /** In the bar of a narrow screen. */
  search: 'Search',
  /** Read out after a hit's title. */
  goTo: (section: string) => `go to it in ${section}`,
  goToSection: (section: string) => `Go to ${section}`,
  /** What is collapsed until asked for is not opened by a search. */
  closed: (count: number) =>
    count === 1
      ? '1 entry. It is shown in its section only.'
      : `${count} entries. They are shown in their section only.`,
  noDate: 'No date',
  recorded: (date: string) => `recorded ${date}`,
  lastIssued: (date: string) => `last issued ${date}`,
  started: (date: string) => `started ${date}`,
  stopped: (date: string) => `stopped ${date}`,
  ended: (date: string) => `ended ${date}`,
  due: (date: string) => `due ${date}`,
  range: (range: string) => `range ${range}`,
  by: (author: string) => `by ${author}`,
  noValue: 'No value',
  noKnown: 'an assertion, not an allergy',
  past: 'past',
} as const;

/** A fact that does not hold now must not be taken for one that does: said in every hit. */
export const problemStanding: Readonly<Record<Problem['status'], string | null>> = {
  active: null,
  past: 'past',
  'not-stated': 'status not stated',
};
export const allergyStanding: typeof problemStanding = {
  active: null,
  past: 'no longer active',
  'not-stated': 'status not stated',
};
export const medicineStanding: Readonly<Record<Medication['status'], string | null>> = {
  current: null,
  completed: 'Completed',
  stopped: 'Stopped',
  'not-taken': 'Not taken',
  'not-stated': 'status not stated',
};
export const vaccineStanding: Readonly<Record<Immunisation['given'], string | null>> = {
  given: null,
  'not-given': 'Not given',
  'not-stated': 'not stated whether given',
};
