/**
 * Doses: the author's own words where there are any. A structured dose is put into words only when
 * every part of it is understood; otherwise there is no dose to read, and that is said.
 */
import * as s from '../shape.ts';
import { type Concept, concept, concepts } from '../datatypes.ts';
import { textUpTo } from '../limits.ts';
import { joined, shownText } from '../text.ts';
import { titleOf, wordsOfAll } from './codeable.ts';
import { quantity, quantityText, range, rangeText } from './quantity.ts';
import { timing, timingText, unsaidTimes } from './timing.ts';

/** A dose longer than this is not shown at all: a cut dose is a wrong dose. */
const doseText = s.optional(textUpTo(1000));

export const dosage = s.object({
  sequence: s.optional(s.number),
  text: doseText,
  patientInstruction: doseText,
  additionalInstruction: s.optional(concepts),
  timing: s.optional(timing),
  asNeededBoolean: s.optional(s.boolean),
  asNeededCodeableConcept: s.optional(concept),
  site: s.optional(concept),
  route: s.optional(concept),
  method: s.optional(concept),
  doseAndRate: s.optional(
    s.array(
      s.object({
        doseQuantity: s.optional(quantity),
        doseRange: s.optional(range),
        rateQuantity: s.optional(quantity),
        rateRange: s.optional(range),
        rateRatio: s.optional(s.unknown),
      }),
    ),
  ),
});
type Dosage = s.Infer<typeof dosage>;

/** How it is taken, of all dosages; null where the dose's own words say it. */
export function routeOf(dosages: readonly Dosage[] | undefined, dose: string | null) {
  const said = dose?.toLowerCase() ?? '';
  const routes = (dosages ?? []).map(({ route }) => titleOf(route));
  return joined(
    routes.filter((each) => each !== null && !said.includes(each.toLowerCase())),
    ', ',
  );
}

export type Dose = {
  readonly dose: string | null;
  /** A dose was sent that can not be put into words. */
  readonly unread: boolean;
};

/** Several dosages are steps or alternatives: all are shown in the author's order, or none. */
export function doseOf(dosages: readonly Dosage[] | undefined): Dose {
  const given = [...(dosages ?? [])]
    .sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
    .map(wordsOf);
  if (given.some((each) => each === undefined)) return { dose: null, unread: true };
  return { dose: joined(given, '; then '), unread: false };
}

/** Undefined where something in it is not understood; null where nothing is said. */
function wordsOf(found: Dosage): string | null | undefined {
  const written = shownText(found.text, 1000);
  if (written !== null) {
    const full = joined([written, unsaidTimes(found.timing, written)], ', ') ?? written;
    return joined([full, instruction(found, full)], '. ');
  }
  const amount = amountOf(found);
  const times = found.timing ? timingText(found.timing) : null;
  if (amount === undefined || times === undefined) return undefined;
  const method = titleOf(found.method);
  const route = titleOf(found.route);
  const built = joined([method, amount, route, titleOf(found.site), times, asNeeded(found)], ', ');
  return joined([built, instruction(found, '')], '. ');
}

function amountOf({ doseAndRate }: Dosage): string | null | undefined {
  const [only, another] = doseAndRate ?? [];
  if (!only) return null;
  if (another || only.rateRatio !== undefined) return undefined;
  const dose = partText(only.doseQuantity, only.doseRange);
  const rate = partText(only.rateQuantity, only.rateRange);
  if (dose === undefined || rate === undefined) return undefined;
  return joined([dose, rate === null ? null : `at ${rate}`], ' ');
}

function partText(
  amount: s.Infer<typeof quantity> | undefined,
  between: s.Infer<typeof range> | undefined,
): string | null | undefined {
  if (amount) return quantityText(amount) ?? undefined;
  return between ? (rangeText(between) ?? undefined) : null;
}

function asNeeded(found: Dosage): string | null {
  const reason = titleOf(found.asNeededCodeableConcept);
  if (reason !== null) return `as needed: ${reason}`;
  return found.asNeededBoolean === true ? 'as needed' : null;
}

/** What the label tells the patient, unless the words before say it already. */
function instruction(found: Dosage, before: string): string | null {
  const extra: readonly Concept[] = found.additionalInstruction ?? [];
  const said = joined([wordsOfAll(extra), shownText(found.patientInstruction, 1000)], '. ');
  return said !== null && before.includes(said) ? null : said;
}
