/** FHIR AllergyIntolerance → allergy, or an assertion about allergies. */
import * as z from 'zod/mini';
import type { Allergy } from '../../domain/summary/item.ts';
import { concept, concepts, parsed } from './datatypes.ts';
import { joined, shownText } from '../text.ts';
import { absenceIn } from './absent-unknown.ts';
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

const reaction = z.object({
  substance: z.optional(concept),
  manifestation: z.optional(concepts),
  description: z.optional(z.string()),
  severity: z.optional(z.string()),
  note: annotations,
});

const allergyIntolerance = z.object({
  clinicalStatus: z.optional(concept),
  verificationStatus: z.optional(concept),
  type: z.optional(z.string()),
  criticality: z.optional(z.string()),
  code: z.optional(concept),
  ...onset,
  recordedDate: someWords,
  recorder: someReference,
  asserter: someReference,
  note: annotations,
  reaction: z.optional(z.array(reaction)),
});
type AllergyIntolerance = z.infer<typeof allergyIntolerance>;

export function allergy(resource: unknown, context: Context): Mapped {
  const found = parsed(allergyIntolerance, resource);
  if (!found) return malformed('Allergy');
  const verification = statusCodes(found.verificationStatus, allergyVerification);
  if (verification?.includes('entered-in-error')) return enteredInError('Allergy');
  const clinical = statusCodes(found.clinicalStatus, allergyClinical);
  if (!verification || !clinical) return notUnderstood('Allergy');
  const substance = found.reaction?.find((each) => each.substance)?.substance;
  const title = titleOf(found.code) ?? titleOf(substance);
  if (title === null) return malformed('Allergy');
  const started = onsetOf(found);
  return item({
    kind: 'allergy',
    ...identityOf(context),
    author: authorOf([found.recorder, found.asserter], context),
    title,
    date: started.date,
    recorded: dateOf(found.recordedDate),
    codes: codesOf(found.code),
    assertion: assertionOf(found, verification),
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

/**
 * An assertion of none counts only if it is confirmed, or says nothing of that; a doubted or
 * refuted one asserts nothing (domain notes, section 8). Whether it is active stands in `status`.
 */
function assertionOf(
  found: AllergyIntolerance,
  verification: readonly string[],
): Allergy['assertion'] {
  const absence = absenceIn(found.code);
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

/** "Anaphylaxis (severe)": manifestation and description, with the author's severity. */
function reactionText(each: z.infer<typeof reaction>): string | null {
  const words = joined([wordsOfAll(each.manifestation), shownText(each.description)], ': ');
  const severity = shownText(each.severity, 40);
  if (words === null) return severity === null ? null : `Reaction not described (${severity})`;
  return severity === null ? words : `${words} (${severity})`;
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
