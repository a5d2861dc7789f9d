/** Observation `value[x]` in words (FHIR R4 Observation). */
import * as z from 'zod/mini';
import { formatDateTime, parseClinicalDate } from '../../domain/clinical-date.ts';
import { concept, period } from './datatypes.ts';
import { joined, shownText } from '../text.ts';
import { titleOf } from './codeable.ts';
import { numberText, quantity, quantityText, range, rangeText } from './quantity.ts';

/** A longer text result is not shown at all rather than cut. */
const longestValue = 4000;

export const value = {
  valueQuantity: z.optional(quantity),
  valueCodeableConcept: z.optional(concept),
  valueString: z.optional(z.string().check(z.maxLength(longestValue))),
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.number()),
  valueRange: z.optional(range),
  valueRatio: z.optional(
    z.object({ numerator: z.optional(quantity), denominator: z.optional(quantity) }),
  ),
  valueTime: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valuePeriod: z.optional(period),
  valueSampledData: z.optional(z.unknown()),
  dataAbsentReason: z.optional(concept),
};
type Value = z.infer<z.ZodMiniObject<typeof value>>;

/** @returns undefined where a value was sent that can not be put into words; null for none */
export function valueText(found: Value): string | null | undefined {
  if (found.valueQuantity) return quantityText(found.valueQuantity) ?? undefined;
  if (found.valueCodeableConcept) return titleOf(found.valueCodeableConcept) ?? undefined;
  if (found.valueString !== undefined) return shownText(found.valueString, longestValue);
  if (found.valueBoolean !== undefined) return found.valueBoolean ? 'Yes' : 'No';
  if (found.valueInteger !== undefined) return numberText(found.valueInteger) ?? undefined;
  if (found.valueRange) return rangeText(found.valueRange) ?? undefined;
  if (found.valueRatio) return ratioText(found.valueRatio);
  if (found.valueDateTime !== undefined) return dateText(found.valueDateTime);
  if (found.valueTime !== undefined) return shownText(found.valueTime, 20);
  if (found.valuePeriod) return periodText(found.valuePeriod);
  if (found.valueSampledData !== undefined) return 'Sent as a recording that can not be shown here';
  const absent = titleOf(found.dataAbsentReason);
  return absent === null ? null : `No value: ${absent}`;
}

function ratioText(ratio: NonNullable<Value['valueRatio']>): string | undefined {
  const top = ratio.numerator ? quantityText(ratio.numerator) : null;
  const bottom = ratio.denominator ? quantityText(ratio.denominator) : null;
  return top === null || bottom === null ? undefined : `${top} : ${bottom}`;
}

function dateText(raw: string): string | undefined {
  const date = parseClinicalDate(raw);
  return date ? formatDateTime(date) : undefined;
}

function periodText({ start, end }: z.infer<typeof period>): string | undefined {
  const from = start === undefined ? null : dateText(start);
  const to = end === undefined ? null : dateText(end);
  if (from === undefined || to === undefined) return undefined;
  return joined([from && `from ${from}`, to && `to ${to}`], ' ') ?? undefined;
}
