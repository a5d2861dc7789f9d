/** Compositions: the document's own, and those that commit a part of the stream. */
import * as z from 'zod/mini';
import { codesIn, unmodified } from '../datatypes.ts';
import { concept, parsed, reference, references } from './datatypes.ts';
import { codeSystem } from '../systems.ts';
import { lenient } from './lenient.ts';

const committing = z.object({
  ...unmodified,
  resourceType: z.literal('Composition'),
  id: z.optional(z.string()),
  status: z.enum(['preliminary', 'final', 'amended']),
  type: concept,
  subject: reference,
  author: z.array(reference),
  custodian: z.optional(reference),
  section: z.optional(z.array(z.unknown())),
});

const leading = z.object({
  ...unmodified,
  resourceType: z.literal('Composition'),
  status: lenient(z.string()),
  subject: z.optional(z.unknown()),
  author: lenient(references),
  custodian: lenient(reference),
  section: z.optional(z.array(z.unknown())),
});
export type Composition = z.infer<typeof committing>;

/** LOINC Patient summary Document. */
const patientSummary = '60591-5';

/** Of a stream: null for anything but a patient summary's Composition that can be read safely. */
export function compositionOf(resource: unknown): Composition | null {
  const found = parsed(committing, resource);
  return found && codesIn(found.type, [codeSystem.loinc]).includes(patientSummary) ? found : null;
}

export type Leading = z.infer<typeof leading> & {
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
