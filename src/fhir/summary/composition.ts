/** Compositions: the document's own, and those that commit a part of the stream. */
import * as s from '../shape.ts';
import { codesIn, concept, reference, references, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { codeSystem } from '../systems.ts';

const committing = s.object({
  ...unmodified,
  resourceType: s.literal('Composition'),
  id: s.optional(s.string),
  status: s.oneOf(['preliminary', 'final', 'amended']),
  type: concept,
  subject: reference,
  author: s.array(reference),
  custodian: s.optional(reference),
  section: s.optional(s.array(s.unknown)),
});

const leading = s.object({
  ...unmodified,
  resourceType: s.literal('Composition'),
  status: s.lenient(s.string),
  subject: s.optional(s.unknown),
  author: s.lenient(references),
  custodian: s.lenient(reference),
  section: s.optional(s.array(s.unknown)),
});
export type Composition = s.Infer<typeof committing>;

/** LOINC Patient summary Document. */
const patientSummary = '60591-5';

/** Of a stream: null for anything but a patient summary's Composition that can be read safely. */
export function compositionOf(resource: unknown): Composition | null {
  const found = parsed(committing, resource);
  return found && codesIn(found.type, [codeSystem.loinc]).includes(patientSummary) ? found : null;
}

export type Leading = s.Infer<typeof leading> & {
  /** Whom the document is about stands in it. */
  readonly isSaid: boolean;
};

/**
 * Of a document: whatever type of document it leads, a discharge letter or another country's
 * summary. Null for one made in error, and for one that can not be read safely.
 */
export function leadingComposition(resource: unknown): Leading | null {
  const found = parsed(leading, resource);
  if (!found || found.status === 'entered-in-error') return null;
  return { ...found, isSaid: found.subject !== undefined };
}
