/** FHIR's `onset[x]`, `effective[x]` and the like as one clinical date. */
import * as z from 'zod/mini';
import { type ClinicalDate, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { Concept } from '../datatypes.ts';
import { period } from './datatypes.ts';
import { joined, shownText } from '../text.ts';
import { lenient } from './lenient.ts';
import { quantity, quantityText } from './quantity.ts';

/** A date as read, and the author's words where they wrote words, or no date at all. */
export type When = { readonly date: ClinicalDate | null; readonly words: string | null };

export function dateOf(raw: string | undefined): ClinicalDate | null {
  return raw === undefined ? null : parseClinicalDate(raw);
}

/** @param raw the first that is given counts; one that is no date is kept as words */
export function whenOf(raw: {
  readonly dateTime?: string | undefined;
  readonly instant?: string | undefined;
  readonly start?: string | undefined;
  readonly words?: string | undefined;
}): When {
  const written = raw.dateTime ?? raw.instant ?? raw.start;
  const date = dateOf(written);
  const unread = date === null && written !== undefined ? `Date as sent: ${written}` : null;
  return { date, words: joined([shownText(unread), shownText(raw.words)], '; ') };
}

/** The five types of Condition.onset[x] and AllergyIntolerance.onset[x]. */
export const onset = {
  onsetDateTime: z.optional(z.string()),
  onsetPeriod: z.optional(period),
  onsetAge: z.optional(quantity),
  onsetRange: z.optional(z.object({ low: z.optional(quantity), high: z.optional(quantity) })),
  onsetString: z.optional(z.string()),
};

export function onsetOf(found: {
  onsetDateTime?: string | undefined;
  onsetPeriod?: z.infer<typeof period> | undefined;
  onsetAge?: z.infer<typeof quantity> | undefined;
  onsetRange?: { low?: unknown; high?: unknown } | undefined;
  onsetString?: string | undefined;
}): When {
  const age = found.onsetAge ? quantityText(found.onsetAge) : null;
  const range = found.onsetRange ? 'Onset sent as a range of ages' : null;
  const when = whenOf({
    dateTime: found.onsetDateTime,
    start: found.onsetPeriod?.start,
    words: found.onsetString,
  });
  const words = joined([when.words, age === null ? null : `Onset at ${age}`, range], '; ');
  return { date: when.date, words };
}

export const annotations = lenient(z.array(z.object({ text: lenient(z.string()) })));

/** Notes as written, after whatever else must be said about the item. */
export function noteOf(
  first: readonly (string | null)[],
  notes: readonly { text?: string | undefined }[] | undefined,
  sites?: readonly Concept[],
): string | null {
  const site = joined(
    (sites ?? []).map(({ text, coding }) => text ?? coding?.[0]?.display),
    ', ',
  );
  const where = shownText(site);
  return joined(
    [
      ...first,
      where === null ? null : `Site: ${where}`,
      ...(notes ?? []).map(({ text }) => shownText(text, 1000)),
    ],
    '; ',
  );
}
