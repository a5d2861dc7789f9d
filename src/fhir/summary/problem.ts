/** FHIR Condition → problem. */
import * as s from '../shape.ts';
import type { Problem } from '../../domain/summary/item.ts';
import { concept, period } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf } from './codeable.ts';
import { annotations, dateOf, noteOf, onset, onsetOf, whenOf } from './dates.ts';
import { someConcept, someConcepts, someReference, someWords } from './lenient.ts';
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
import { conditionClinical, conditionVerification, statusCodes } from './status.ts';

/** The five types of Condition.abatement[x]; that there is one says that it is over. */
export const over = {
  abatementDateTime: s.optional(s.string),
  abatementPeriod: s.optional(period),
  abatementString: s.optional(s.string),
  abatementAge: s.optional(s.unknown),
  abatementRange: s.optional(s.unknown),
};
export type Over = s.InferFields<typeof over>;

/** A Condition, of whatever section. */
export const condition = s.object({
  clinicalStatus: s.optional(concept),
  verificationStatus: s.optional(concept),
  severity: someConcept,
  code: s.optional(concept),
  bodySite: someConcepts,
  ...onset,
  ...over,
  recordedDate: someWords,
  recorder: someReference,
  asserter: someReference,
  note: annotations,
});
type Condition = s.Infer<typeof condition>;

export function problem(resource: unknown, context: Context): Mapped {
  const found = parsed(condition, resource);
  const title = titleOf(found?.code);
  if (!found || title === null) return malformed('Problem');
  const verification = statusCodes(found.verificationStatus, conditionVerification);
  if (verification?.includes('entered-in-error')) return enteredInError('Problem');
  const clinical = statusCodes(found.clinicalStatus, conditionClinical);
  if (!verification || !clinical) return notUnderstood('Problem');
  const absent = absentFact(found.code, title);
  if (absent) return absent;
  const started = onsetOf(found);
  const ending = whenOf({
    dateTime: found.abatementDateTime,
    start: found.abatementPeriod?.end ?? found.abatementPeriod?.start,
    words: found.abatementString,
  });
  return item({
    kind: 'problem',
    ...identityOf(context),
    author: authorOf([found.recorder, found.asserter], context),
    title,
    date: started.date,
    recorded: dateOf(found.recordedDate),
    codes: codesOf(found.code),
    status: statusOf(found, { verification, clinical }, context),
    certainty: certaintyOf(verification),
    severity: titleOf(found.severity),
    ended: ending.date,
    note: noteOf(
      [started.words, ending.words === null ? null : `Ended: ${ending.words}`, courseOf(clinical)],
      found.note,
      found.bodySite,
    ),
  });
}

const active = new Set(['active', 'recurrence', 'relapse']);
const past = new Set(['inactive', 'remission', 'resolved']);

/** A refuted diagnosis is never active, whatever else it says. */
function statusOf(
  found: Condition,
  { verification, clinical }: { verification: readonly string[]; clinical: readonly string[] },
  context: Context,
): Problem['status'] {
  if (verification.includes('refuted')) return 'past';
  if (clinical.some((code) => past.has(code))) return 'past';
  if (clinical.some((code) => active.has(code))) return 'active';
  return isOver(found) || context.past ? 'past' : 'not-stated';
}

export function isOver(found: Over): boolean {
  return (
    found.abatementDateTime !== undefined ||
    found.abatementPeriod !== undefined ||
    found.abatementString !== undefined ||
    found.abatementAge !== undefined ||
    found.abatementRange !== undefined
  );
}

/** "Recurrence" and "Remission" say more than active and past. */
function courseOf(clinical: readonly string[]): string | null {
  const said = clinical.filter((code) => code !== 'active' && code !== 'inactive');
  return shownText(joined(said.map(sentence), ', '));
}

/** Confirmed goes without saying; anything less is said. */
export function certaintyOf(verification: readonly string[]): string | null {
  const doubts = verification.filter((code) => code !== 'confirmed');
  return joined(doubts.map(sentence), ', ');
}
