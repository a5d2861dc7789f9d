/** FHIR MedicationStatement and MedicationRequest → medication. */
import * as z from 'zod/mini';
import type { Medication } from '../../domain/summary/item.ts';
import { type Concept, concept, parsed, period, reference } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { dosage, doseOf } from './dose.ts';
import {
  type Context,
  enteredInError,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { isIntent, isStatus } from './status.ts';

const shared = {
  status: z.string(),
  medicationCodeableConcept: z.optional(concept),
  medicationReference: z.optional(reference),
  note: annotations,
  reasonCode: z.optional(z.array(concept)),
};

const statement = z.object({
  ...shared,
  resourceType: z.literal('MedicationStatement'),
  statusReason: z.optional(z.array(concept)),
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: z.optional(period),
  dateAsserted: z.optional(z.string()),
  dosage: z.optional(z.array(dosage)),
});

const request = z.object({
  ...shared,
  resourceType: z.literal('MedicationRequest'),
  intent: z.optional(z.string()),
  doNotPerform: z.optional(z.boolean()),
  statusReason: z.optional(concept),
  authoredOn: z.optional(z.string()),
  courseOfTherapyType: z.optional(concept),
  dosageInstruction: z.optional(z.array(dosage)),
  dispenseRequest: z.optional(z.object({ validityPeriod: z.optional(period) })),
});

const medicationResource = z.object({
  resourceType: z.literal('Medication'),
  status: z.optional(z.string()),
  code: z.optional(concept),
  modifierExtension: z.optional(z.never()),
  implicitRules: z.optional(z.never()),
});

/** MedicationStatement: what somebody listed, on the day they asserted it. */
export function medicationStatement(resource: unknown, context: Context): Mapped {
  const found = parsed(statement, resource);
  if (!found) return malformed('Medicine');
  const { status, effectivePeriod } = found;
  const stopped = isStopped(status);
  return mapped(found, context, {
    status: stateOf(status),
    date: dateOf(found.effectiveDateTime ?? effectivePeriod?.start),
    recorded: dateOf(found.dateAsserted),
    course: null,
    lastIssued: null,
    stopped: stopped ? dateOf(effectivePeriod?.end) : null,
    stopReason: wordsOfAll(found.statusReason),
    dosages: found.dosage,
    said: !stopped && effectivePeriod?.end ? `Until ${effectivePeriod.end}` : null,
  });
}

/** MedicationRequest: what a practice or ward prescribes; `authoredOn` is when last issued. */
export function medicationRequest(resource: unknown, context: Context): Mapped {
  const found = parsed(request, resource);
  if (!found) return malformed('Medicine');
  const issued = dateOf(found.authoredOn);
  const proposed = found.intent === 'proposal' || found.intent === 'option';
  const state = found.doNotPerform === true ? 'not-taken' : stateOf(found.status);
  return mapped(found, context, {
    status: proposed && state === 'current' ? 'not-stated' : state,
    date: issued,
    recorded: null,
    course: titleOf(found.courseOfTherapyType),
    lastIssued: proposed ? null : issued,
    stopped: null,
    stopReason: titleOf(found.statusReason),
    dosages: found.dosageInstruction,
    said: joined(
      [found.doNotPerform === true ? 'Do not give' : null, proposed ? 'Proposed only' : null],
      '; ',
    ),
  });
}

type Facts = Pick<
  Medication,
  'status' | 'date' | 'recorded' | 'course' | 'lastIssued' | 'stopped' | 'stopReason'
> & { readonly dosages: Parameters<typeof doseOf>[0]; readonly said: string | null };

function mapped(
  found: z.infer<typeof statement> | z.infer<typeof request>,
  context: Context,
  facts: Facts,
): Mapped {
  if (found.status === 'entered-in-error') return enteredInError('Medicine');
  if (!isUnderstood(found)) return notUnderstood('Medicine');
  const product = productOf(found, context);
  const title = titleOf(product) ?? shownText(found.medicationReference?.display);
  if (title === null) return malformed('Medicine');
  const absent = absentFact(product, title);
  if (absent) return absent;
  const { dosages, said, ...rest } = facts;
  const { dose, unread } = doseOf(dosages);
  const reason = wordsOfAll(found.reasonCode);
  return item({
    ...rest,
    kind: 'medication',
    route: null,
    form: null,
    quantity: null,
    started: null,
    key: context.key,
    source: context.source,
    ...context.origin,
    author: null,
    title,
    codes: codesOf(product),
    dose,
    note: noteOf(
      [
        unread ? 'The dose was sent in a form that can not be shown: ask the source' : null,
        said,
        statusWords(found.status),
        reason === null ? null : `For ${reason}`,
      ],
      found.note,
    ),
  });
}

function isUnderstood(found: z.infer<typeof statement> | z.infer<typeof request>): boolean {
  return (
    isStatus(found.resourceType, found.status) && (!('intent' in found) || isIntent(found.intent))
  );
}

/** The product itself, in place, contained or in the answer; one made in error, or not understood, names nothing. */
function productOf(
  found: { medicationCodeableConcept?: Concept | undefined; medicationReference?: unknown },
  context: Context,
): Concept | undefined {
  if (found.medicationCodeableConcept) return found.medicationCodeableConcept;
  const target = context.find(parsed(reference, found.medicationReference) ?? undefined);
  const product = parsed(medicationResource, target);
  const { status = 'active' } = product ?? {};
  if (status === 'entered-in-error' || !isStatus('Medication', status)) return undefined;
  return product?.code;
}

function isStopped(status: string): boolean {
  return status === 'stopped' || status === 'completed' || status === 'cancelled';
}

/** Only what says so is current, and only what says so is stopped; nothing is inferred. */
function stateOf(status: string): Medication['status'] {
  if (status === 'active') return 'current';
  if (isStopped(status)) return 'stopped';
  return status === 'not-taken' ? 'not-taken' : 'not-stated';
}

/** "On hold", "Draft", "Intended", "Completed": whatever the four states do not say. */
function statusWords(status: string): string | null {
  const plain = ['active', 'stopped', 'not-taken', 'unknown'];
  return plain.includes(status) ? null : sentence(status);
}
