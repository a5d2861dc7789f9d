import { type ClinicalDate, parseClinicalDate } from '../domain/clinical-date.ts';

/** The machine's clock; handed in, so that tests can hold it still. */
export const systemClock = (): Date => new Date();

/** @throws only if the clock gave an invalid Date */
export function asClinicalDate(at: Date): ClinicalDate {
  const parsed = parseClinicalDate(at.toISOString());
  if (!parsed) throw new Error('the clock gave no date');
  return parsed;
}
