/**
 * FHIR Observation and Condition as entries: what somebody said of a life, not a measurement to be
 * drawn (social history, function, pregnancy), and findings that are no diagnoses.
 */
import type { Entry } from '../../domain/summary/item.ts';
import type { Concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { absentFact } from './absent-unknown.ts';
import { codesOf, sentence, titleOf } from './codeable.ts';
import { dateOf, noteOf, onsetOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf } from './people.ts';
import { needRole, planRole } from './plan-words.ts';
import { condition, isOver, type Over } from './problem.ts';
import { conditionClinical, conditionVerification, statusCodes } from './status.ts';
import { type Standing, standingOf } from './standing.ts';

type Stated = {
  readonly status: string;
  readonly code: Concept;
  readonly valueCodeableConcept?: Concept | undefined;
  readonly valueDateTime?: string | undefined;
};

/** An Observation that is neither result nor vital sign. */
export function statement(
  found: Stated,
  common: Parameters<typeof entry>[1],
  context: Context,
): Mapped {
  const standing = standingOf('Observation', found.status);
  if (standing === null) return notUnderstood(common.title);
  if (standing === 'entered-in-error') return enteredInError(common.title);
  const pregnant = context.kind === 'pregnancy' ? pregnancy(found, standing) : {};
  return entry(context, {
    ...standing,
    ...pregnant,
    ...common,
    role: roleIn(context.kind, `${common.title} ${common.value ?? ''}`),
  });
}

function roleIn(kind: Context['kind'], words: string): Entry['role'] {
  if (kind === 'need') return needRole(words);
  return kind === 'emergency-plan' ? planRole(words) : null;
}

/** LOINC, SNOMED CT: delivery date estimated, in its several ways. */
const dueCodes = new Set(['11778-8', '11779-6', '11780-4', '161714006']);
const pregnantCodes = new Set(['77386006', 'LA15173-0']);
const notPregnantCodes = new Set(['60001007', 'LA26683-5']);

/** Pregnant, or due: as stated, for as long as nobody says otherwise. A date that has passed is for the reader. */
function pregnancy(found: Stated, standing: Standing): Partial<Entry> {
  const said = (found.valueCodeableConcept?.coding ?? []).map(({ code }) => code ?? '');
  if (standing.standing !== 'not-stated') return {};
  const settled = found.status !== 'registered' && found.status !== 'preliminary';
  if (said.some((code) => notPregnantCodes.has(code))) return { standing: 'past' };
  const codes = (found.code.coding ?? []).map(({ code }) => code ?? '');
  const due = codes.some((code) => dueCodes.has(code)) ? dateOf(found.valueDateTime) : null;
  const holds = due !== null || said.some((code) => pregnantCodes.has(code));
  return holds && settled && found.status !== 'unknown' ? { standing: 'current', due } : { due };
}

/** A Condition in a section of findings: how somebody lives with it, what puts them at risk. */
export function findingOf(resource: unknown, context: Context): Mapped {
  const found = parsed(condition, resource);
  if (!found) return malformed('Finding');
  const title = titleOf(found.code);
  const absent = absentFact(found.code, title ?? 'Finding');
  if (absent) return absent;
  if (title === null) return malformed('Finding');
  const verification = statusCodes(found.verificationStatus, conditionVerification);
  if (verification?.includes('entered-in-error')) return enteredInError('Finding');
  const clinical = statusCodes(found.clinicalStatus, conditionClinical);
  if (!verification || !clinical) return notUnderstood('Finding');
  const doubts = verification.filter((code) => code !== 'confirmed').map(sentence);
  const started = onsetOf(found);
  return entry(context, {
    standing: standingIn(found, { verification, clinical }, context),
    status: joined(doubts, ', '),
    title,
    codes: codesOf(found.code),
    role: roleIn(context.kind, title),
    date: started.date,
    recorded: dateOf(found.recordedDate),
    ended: dateOf(found.abatementDateTime ?? found.abatementPeriod?.end),
    author: authorOf([found.recorder, found.asserter], context),
    details: details(['Severity', titleOf(found.severity)]),
    note: noteOf([started.words, shownText(found.abatementString)], found.note, found.bodySite),
  });
}

function standingIn(
  found: Over,
  { verification, clinical }: { verification: readonly string[]; clinical: readonly string[] },
  context: Context,
): Entry['standing'] {
  if (verification.includes('refuted')) return 'not-done';
  if (clinical.some((code) => ['inactive', 'remission', 'resolved'].includes(code))) return 'past';
  if (clinical.some((code) => ['active', 'recurrence', 'relapse'].includes(code))) return 'current';
  return isOver(found) || context.past ? 'past' : 'not-stated';
}
