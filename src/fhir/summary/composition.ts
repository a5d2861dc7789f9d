/** Compositions: the document's own, and those that commit a part of the stream. */
import * as z from 'zod/mini';
import { codesIn, concept, parsed, reference, unmodified } from '../datatypes.ts';
import { codeSystem } from '../systems.ts';

const composition = z.object({
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
export type Composition = z.infer<typeof composition>;

/** LOINC Patient summary Document. */
const patientSummary = '60591-5';

/** Null for anything but a patient summary's Composition that can be read safely. */
export function compositionOf(resource: unknown): Composition | null {
  const found = parsed(composition, resource);
  return found && codesIn(found.type, [codeSystem.loinc]).includes(patientSummary) ? found : null;
}
