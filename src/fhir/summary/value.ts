/** Observation `value[x]` in words (FHIR R4 Observation). */
import * as s from '../shape.ts';
import { formatDateTime, parseClinicalDate } from '../../domain/clinical-date.ts';
import { concept, period } from '../datatypes.ts';
import { textUpTo } from '../limits.ts';
import { joined, shownText } from '../text.ts';
import { titleOf } from './codeable.ts';
import { numberText, quantity, quantityText, range, rangeText } from './quantity.ts';

/** A longer text result is not shown at all rather than cut. */
const longestValue = 4000;

export const value = {
  valueQuantity: s.optional(quantity),
  valueCodeableConcept: s.optional(concept),
  valueString: s.optional(textUpTo(longestValue)),
  valueBoolean: s.optional(s.boolean),
  valueInteger: s.optional(s.number),
  valueRange: s.optional(range),
  valueRatio: s.optional(
    s.object({ numerator: s.optional(quantity), denominator: s.optional(quantity) }),
  ),
  valueTime: s.optional(s.string),
  valueDateTime: s.optional(s.string),
  valuePeriod: s.optional(period),
  valueSampledData: s.optional(s.unknown),
  dataAbsentReason: s.optional(concept),
};
type Value = s.InferFields<typeof value>;

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

function periodText({ start, end }: s.Infer<typeof period>): string | undefined {
  const from = start === undefined ? null : dateText(start);
  const to = end === undefined ? null : dateText(end);
  if (from === undefined || to === undefined) return undefined;
  return joined([from && `from ${from}`, to && `to ${to}`], ' ') ?? undefined;
}
