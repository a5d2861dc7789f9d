/** FHIR AllergyIntolerance → allergy, or an assertion about allergies. */
import * as s from '../shape.ts';
import type { Allergy } from '../../domain/summary/item.ts';
import { concept, type Concept, concepts } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { shownText } from '../text.ts';
import { type Absence, absenceIn, isNamed } from './absent-unknown.ts';
import { absenceAlone, allItsWords, withoutAbsence } from './allergy-absence.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf, onset, onsetOf } from './dates.ts';
import {
  type Context,
  enteredInError,
  identityOf,
  item,
  malformed,
  type Mapped,
  notUnderstood,
} from './mapped.ts';
import { someReference, someWords } from './lenient.ts';
import { authorOf } from './people.ts';
import { certaintyOf } from './problem.ts';
import { allergyClinical, allergyVerification, statusCodes } from './status.ts';

const reaction = s.object({
  substance: s.optional(concept),
  manifestation: s.optional(concepts),
  description: s.optional(s.string),
  severity: s.optional(s.string),
  note: annotations,
});

const allergyIntolerance = s.object({
  clinicalStatus: s.optional(concept),
  verificationStatus: s.optional(concept),
  type: s.optional(s.string),
  criticality: s.optional(s.string),
  code: s.optional(concept),
  ...onset,
  recordedDate: someWords,
  recorder: someReference,
  asserter: someReference,
  note: annotations,
  reaction: s.optional(s.array(reaction)),
});
type AllergyIntolerance = s.Infer<typeof allergyIntolerance>;

export function allergy(resource: unknown, context: Context): Mapped {
  const found = parsed(allergyIntolerance, resource);
  if (!found) return malformed('Allergy');
  const verification = statusCodes(found.verificationStatus, allergyVerification);
  if (verification?.includes('entered-in-error')) return enteredInError('Allergy');
  const clinical = statusCodes(found.clinicalStatus, allergyClinical);
  if (!verification || !clinical) return notUnderstood('Allergy');
  const substance = found.reaction?.find((each) => each.substance)?.substance;
  const absence = absenceAlone(found.code, hasReaction(found));
  const isContradicted = absence === null && absenceIn(found.code) !== null;
  const title = isContradicted ? allItsWords(found.code, substance) : nameOf(found.code, substance);
  if (title === null) return malformed('Allergy');
  const started = onsetOf(found);
  return item({
    kind: 'allergy',
    ...identityOf(context),
    author: authorOf([found.recorder, found.asserter], context),
    title,
    date: started.date,
    recorded: dateOf(found.recordedDate),
    codes: codesOf(isContradicted ? withoutAbsence(found.code) : found.code),
    assertion: assertionOf(absence, verification),
    status: statusOf(verification, clinical),
    reactions: (found.reaction ?? []).flatMap((each) => reactionText(each) ?? []),
    severity: found.criticality === undefined ? null : criticalityText(found.criticality),
    certainty: certaintyOf(verification),
    note: noteOf(
      [started.words, found.type === 'intolerance' ? 'Recorded as an intolerance' : null],
      [...(found.note ?? []), ...(found.reaction ?? []).flatMap(({ note }) => note ?? [])],
    ),
  });
}

/** The code's own words, unless they only say that it is not known. */
function nameOf(code: Concept | undefined, substance: Concept | undefined): string | null {
  const named = isNamed(code) ? titleOf(code) : null;
  return named ?? titleOf(substance) ?? titleOf(code);
}

/** An empty one, as some systems send with each allergy, is none. */
function hasReaction({ reaction: all = [] }: AllergyIntolerance): boolean {
  return all.some((each) => reactionText(each) !== null || each.substance !== undefined);
}

/**
 * An assertion of none counts only if it is confirmed, or says nothing of that; a doubted or
 * refuted one asserts nothing (domain notes, section 8). Whether it is active stands in `status`.
 */
function assertionOf(
  absence: Absence | null,
  verification: readonly string[],
): Allergy['assertion'] {
  if (absence === null) return 'allergy';
  const doubted = verification.some((code) => code !== 'confirmed');
  if (absence === 'not-known' || doubted) return 'not-known';
  return absence === 'none' ? 'no-known-allergy' : 'no-known-of-kind';
}

function statusOf(verification: readonly string[], clinical: readonly string[]): Allergy['status'] {
  if (verification.includes('refuted')) return 'past';
  if (clinical.includes('inactive') || clinical.includes('resolved')) return 'past';
  return clinical.includes('active') ? 'active' : 'not-stated';
}

/**
 * "Anaphylaxis (severe) within minutes": manifestation, the author's severity beside it and not
 * beside whatever ends the description, and what the description says that the manifestation does not.
 */
function reactionText(each: s.Infer<typeof reaction>): string | null {
  const named = wordsOfAll(each.manifestation);
  const described = shownText(each.description);
  const severity = shownText(each.severity, 40);
  if ((named ?? described ?? severity) === null) return null;
  const name = named ?? described ?? 'Reaction not described';
  const words = severity === null ? name : `${name} (${severity})`;
  return named === null || described === null ? words : words + beyond(named, described);
}

/** What is left of a description that begins with the reaction's name, which stands before it. */
function beyond(name: string, description: string): string {
  const left = description.slice(name.length);
  const begins = description.slice(0, name.length).toLowerCase() === name.toLowerCase();
  return begins && /^(?:[\s,;.:(]|$)/.test(left) ? left : `: ${description}`;
}

/** FHIR allergy-intolerance-criticality: how bad the next reaction could be. */
function criticalityText(code: string): string {
  switch (code) {
    case 'high':
      return 'High risk';
    case 'low':
      return 'Low risk';
    case 'unable-to-assess':
      return 'Risk not assessed';
    default:
      return sentence(code);
  }
}
