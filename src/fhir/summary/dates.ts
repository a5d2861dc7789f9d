/** FHIR's `onset[x]`, `effective[x]` and the like as one clinical date. */
import * as s from '../shape.ts';
import { type ClinicalDate, parseClinicalDate } from '../../domain/clinical-date.ts';
import { type Concept, period } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
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
  onsetDateTime: s.optional(s.string),
  onsetPeriod: s.optional(period),
  onsetAge: s.optional(quantity),
  onsetRange: s.optional(s.object({ low: s.optional(quantity), high: s.optional(quantity) })),
  onsetString: s.optional(s.string),
};

export function onsetOf(found: {
  onsetDateTime?: string | undefined;
  onsetPeriod?: s.Infer<typeof period> | undefined;
  onsetAge?: s.Infer<typeof quantity> | undefined;
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

export const annotations = s.lenient(s.array(s.object({ text: s.lenient(s.string) })));

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
