/** FHIR Immunization → immunisation. */
import * as s from '../shape.ts';
import type { Immunisation } from '../../domain/summary/item.ts';
import { concept, concepts } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf, whenOf } from './dates.ts';
import { someConcept, someReference, someWords } from './lenient.ts';
import {
  type Context,
  enteredInError,
  identityOf,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { authorOf, nameOf } from './people.ts';
import { numberText, quantity, quantityText } from './quantity.ts';
import { isStatus } from './status.ts';

const immunization = s.object({
  status: s.string,
  statusReason: s.optional(concept),
  vaccineCode: concept,
  occurrenceDateTime: s.optional(s.string),
  occurrenceString: s.optional(s.string),
  recorded: someWords,
  performer: s.lenient(s.array(s.object({ actor: someReference }))),
  reportOrigin: someConcept,
  location: someReference,
  manufacturer: someReference,
  primarySource: s.optional(s.boolean),
  lotNumber: someWords,
  site: someConcept,
  doseQuantity: s.optional(quantity),
  isSubpotent: s.optional(s.boolean),
  subpotentReason: s.optional(concepts),
  note: annotations,
  protocolApplied: s.optional(
    s.array(
      s.object({
        doseNumberPositiveInt: s.optional(s.number),
        doseNumberString: s.optional(s.string),
        seriesDosesPositiveInt: s.optional(s.number),
        seriesDosesString: s.optional(s.string),
      }),
    ),
  ),
});
type Immunization = s.Infer<typeof immunization>;

export function immunisation(resource: unknown, context: Context): Mapped {
  const found = parsed(immunization, resource);
  const title = titleOf(found?.vaccineCode);
  if (!found || title === null) return malformed('Immunisation');
  if (found.status === 'entered-in-error') return enteredInError('Immunisation');
  if (!isStatus('Immunization', found.status)) return notUnderstood('Immunisation');
  const absent = absentFact(found.vaccineCode, title);
  if (absent) return absent;
  const when = whenOf({ dateTime: found.occurrenceDateTime, words: found.occurrenceString });
  return item({
    kind: 'immunisation',
    ...identityOf(context),
    author: authorOf(
      (found.performer ?? []).map(({ actor }) => actor),
      context,
    ),
    title,
    date: when.date,
    recorded: dateOf(found.recorded),
    codes: codesOf(found.vaccineCode),
    given: givenOf(found.status),
    dose: doseText(found),
    note: noteOf([when.words, ...said(found, context)], found.note, found.site ? [found.site] : []),
  });
}

function givenOf(status: string): Immunisation['given'] {
  if (status === 'completed') return 'given';
  return status === 'not-done' ? 'not-given' : 'not-stated';
}

/** "Dose 2 of 3, 0.5 mL". */
function doseText(found: Immunization): string | null {
  const [protocol] = found.protocolApplied ?? [];
  const number = count(protocol?.doseNumberPositiveInt, protocol?.doseNumberString);
  const series = count(protocol?.seriesDosesPositiveInt, protocol?.seriesDosesString);
  const position = number === null ? null : `Dose ${number}${series ? ` of ${series}` : ''}`;
  return joined([position, found.doseQuantity ? quantityText(found.doseQuantity) : null], ', ');
}

function count(number: number | undefined, words: string | undefined): string | null {
  return numberText(number) ?? shownText(words, 40);
}

function labelled(label: string, text: string | null): string | null {
  return text === null ? null : `${label} ${text}`;
}

function said(found: Immunization, context: Context): (string | null)[] {
  const weak = wordsOfAll(found.subpotentReason);
  const batch = shownText(found.lotNumber, 40);
  return [
    titleOf(found.statusReason),
    found.isSubpotent === true ? `Not a full dose${weak === null ? '' : ` (${weak})`}` : null,
    found.primarySource === false ? 'Reported, not given by this source' : null,
    batch === null ? null : `Batch ${batch}`,
    labelled('Made by', nameOf(found.manufacturer, context)),
    labelled('Given at', nameOf(found.location, context)),
  ];
}
