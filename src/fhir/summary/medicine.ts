/** What every resource about a medicine has in common: the product, its dose, and what is said of it. */
import * as s from '../shape.ts';
import { type ClinicalDate, newestFirst } from '../../domain/clinical-date.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { type Concept, concept, type Reference, reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { propertyOf, stringIn } from './json.ts';
import { doseOf, routeOf } from './dose.ts';
import { conditionName } from './encounter.ts';
import { someConcept, someConcepts, someReferences } from './lenient.ts';
import {
  type Context,
  enteredInError,
  identityOf,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { authorOf } from './people.ts';
import { isIntent, isStatus } from './status.ts';

export const shared = {
  status: s.string,
  medicationCodeableConcept: s.optional(concept),
  medicationReference: s.optional(reference),
  note: annotations,
  reasonCode: someConcepts,
  reasonReference: someReferences,
};

export type Shared = s.InferFields<typeof shared> & {
  readonly resourceType:
    'MedicationStatement' | 'MedicationRequest' | 'MedicationDispense' | 'MedicationAdministration';
};

const product = s.object({
  resourceType: s.literal('Medication'),
  status: s.optional(s.string),
  code: s.optional(concept),
  form: someConcept,
  modifierExtension: s.optional(s.never),
  implicitRules: s.optional(s.never),
});

type Optional = Pick<
  Medication,
  | 'date'
  | 'recorded'
  | 'course'
  | 'quantity'
  | 'started'
  | 'until'
  | 'lastIssued'
  | 'stopped'
  | 'stopReason'
>;
export type Facts = Partial<Optional> &
  Pick<Medication, 'status'> & {
    /** A prescription's alone. */
    readonly intent?: string | undefined;
    readonly dosages: Parameters<typeof doseOf>[0];
    /** Who prescribed, listed or gave it: the first that has a name counts. */
    readonly authors: readonly (Reference | undefined)[];
    readonly said: readonly (string | null)[];
    /** What takes from its status, and is said wherever the medicine is. */
    readonly provisos?: readonly (string | null)[];
  };

export function medicine(found: Shared, context: Context, facts: Facts): Mapped {
  const { intent, dosages, said, authors, provisos = [], ...rest } = facts;
  if (found.status === 'entered-in-error') return enteredInError('Medicine');
  if (!isStatus(found.resourceType, found.status) || !isIntent(intent)) {
    return notUnderstood('Medicine');
  }
  const { code, form } = productOf(found, context);
  const title = titleOf(code) ?? shownText(found.medicationReference?.display);
  if (title === null) return malformed('Medicine');
  const absent = absentFact(code, title);
  if (absent) return absent;
  const { dose, unread } = doseOf(dosages);
  return item({
    ...nothing,
    ...rest,
    until:
      rest.status === 'stopped' || rest.status === 'completed'
        ? null
        : (rest.until ?? lastDay(dosages)),
    ...identityOf(context),
    kind: 'medication',
    proviso: joined([...provisos, provisoIn(found.status)], ', '),
    title,
    codes: codesOf(code),
    author: authorOf(authors, context),
    dose,
    route: routeOf(dosages, dose),
    form: unlessSaid(titleOf(form), title),
    note: noteOf(
      [
        unread ? 'The dose was sent in a form that can not be shown: ask the source' : null,
        ...said,
        eventWords(found.status, rest.status),
        reasonText(found, context),
      ],
      found.note,
    ),
  });
}

const nothing = {
  date: null,
  recorded: null,
  course: null,
  quantity: null,
  started: null,
  until: null,
  lastIssued: null,
  stopped: null,
  stopReason: null,
};

/** Where every line of the dose says when it ends: the last of these days. */
function lastDay(dosages: Facts['dosages']): ClinicalDate | null {
  const ends = (dosages ?? []).map(({ timing }) =>
    dateOf(stringIn(propertyOf(timing?.repeat, 'boundsPeriod'), 'end')),
  );
  const known = ends.filter((each) => each !== null);
  return known.length === ends.length ? (known.sort(newestFirst)[0] ?? null) : null;
}

function reasonText(found: Shared, context: Context): string | null {
  const linked = (found.reasonReference ?? []).map((each) => conditionName(each, context));
  const reason = joined([wordsOfAll(found.reasonCode), ...linked], ', ');
  return reason === null ? null : `For ${reason}`;
}

function unlessSaid(words: string | null, before: string): string | null {
  if (words === null) return null;
  return before.toLowerCase().includes(words.toLowerCase()) ? null : words;
}

/** The product itself, in place, contained or in the answer; one made in error, or not understood, names nothing. */
function productOf(
  found: Shared,
  context: Context,
): { code?: Concept | undefined; form?: Concept | undefined } {
  if (found.medicationCodeableConcept) return { code: found.medicationCodeableConcept };
  const read = parsed(product, context.find(found.medicationReference));
  const { status = 'active' } = read ?? {};
  if (status === 'entered-in-error' || !isStatus('Medication', status)) return {};
  return { code: read?.code, form: read?.form };
}

const plain = new Set(['active', 'stopped', 'not-taken', 'unknown']);
const events = new Set(['completed', 'declined', 'not-done']);

/** "On hold", "Draft", "Intended": it is not simply taken. */
function provisoIn(status: string): string | null {
  return plain.has(status) || events.has(status) ? null : sentence(status);
}

/** "Declined", "Not done": how it came to be over, where its state does not say so. */
function eventWords(status: string, state: Medication['status']): string | null {
  return events.has(status) && status !== state ? sentence(status) : null;
}
