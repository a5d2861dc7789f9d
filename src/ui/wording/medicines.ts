/** Every word of the medicines. */
import type { Drug } from '../../domain/summary/medicines.ts';
import { afterDeathWords } from './after-death.ts';

export const medicineWords = {
  groups: {
    current: 'Current',
    'not-stated': 'Status not stated',
    ended: 'Completed, stopped or not taken',
  },
  noDose: 'Dose not stated',
  started: 'started',
  lastIssued: 'last issued',
  completed: 'Completed',
  stopped: 'Stopped',
  notTaken: 'Not taken',
  notStated: 'Status not stated',
  until: 'until',
  untilPassed: 'that day has passed',
  by: (author: string) => `by ${author}`,
  combined: 'Combined: what each source lists, drug by drug.',
  drug: 'Medicine',
  table: (group: string) => `${group}, source by source`,
  sideways: (group: string) => `${group}: table that scrolls sideways`,
  moreLines: (count: number) => (count === 1 ? '1 more line' : `${count} more lines`),
  about: (drug: string) => `about ${drug}`,
  notListed: 'Not on list',
  notListedUpdated: 'Not on list, updated',
} as const;

/** The heading over those of one group. */
export function medicineGroupWords(group: Drug['standing'], hasDied: boolean): string {
  return hasDied && group === 'current' ? afterDeathWords.held : medicineWords.groups[group];
}
