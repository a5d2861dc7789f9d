/** What every resource about a medicine has in common: the product, its dose, and what is said of it. */
import * as z from 'zod/mini';
import type { Medication } from '../../domain/summary/item.ts';
import type { Concept, Reference } from '../datatypes.ts';
import { concept, parsed, reference } from './datatypes.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, noteOf } from './dates.ts';
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
  status: z.string(),
  medicationCodeableConcept: z.optional(concept),
  medicationReference: z.optional(reference),
  note: annotations,
  reasonCode: someConcepts,
  reasonReference: someReferences,
};

export type Shared = z.infer<z.ZodMiniObject<typeof shared>> & {
  readonly resourceType:
    'MedicationStatement' | 'MedicationRequest' | 'MedicationDispense' | 'MedicationAdministration';
  readonly intent?: string | undefined;
};

const product = z.object({
  resourceType: z.literal('Medication'),
  status: z.optional(z.string()),
  code: z.optional(concept),
  form: someConcept,
  modifierExtension: z.optional(z.never()),
  implicitRules: z.optional(z.never()),
});

type Optional = Pick<
  Medication,
  'date' | 'recorded' | 'course' | 'quantity' | 'started' | 'lastIssued' | 'stopped' | 'stopReason'
>;
export type Facts = Partial<Optional> &
  Pick<Medication, 'status'> & {
    readonly dosages: Parameters<typeof doseOf>[0];
    /** Who prescribed, listed or gave it: the first that has a name counts. */
    readonly authors: readonly (Reference | undefined)[];
    readonly said: readonly (string | null)[];
  };

export function medicine(found: Shared, context: Context, facts: Facts): Mapped {
  if (found.status === 'entered-in-error') return enteredInError('Medicine');
  if (!isStatus(found.resourceType, found.status) || !isIntent(found.intent)) {
    return notUnderstood('Medicine');
  }
  const { code, form } = productOf(found, context);
  const title = titleOf(code) ?? shownText(found.medicationReference?.display);
  if (title === null) return malformed('Medicine');
  const absent = absentFact(code, title);
  if (absent) return absent;
  const { dosages, said, authors, ...rest } = facts;
  const { dose, unread } = doseOf(dosages);
  return item({
    ...nothing,
    ...rest,
    ...identityOf(context),
    kind: 'medication',
    proviso: null,
    until: null,
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
        statusWords(found.status),
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
  lastIssued: null,
  stopped: null,
  stopReason: null,
};

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

/** "On hold", "Draft", "Intended", "Completed": whatever the four states do not say. */
function statusWords(status: string): string | null {
  const plain = ['active', 'stopped', 'not-taken', 'unknown'];
  return plain.includes(status) ? null : sentence(status);
}
