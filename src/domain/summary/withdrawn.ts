/** Results that their own source took back: listed with the word, and no value of a test. */
import type { Result, Vital } from './item.ts';

/** "Cancelled", "Entered in error": provisional and corrected values stand, with their word. */
export function isWithdrawn({ status }: Pick<Result | Vital, 'status'>): boolean {
  return /\bcancell?ed\b|entered[ -]in[ -]error/i.test(status ?? '');
}
