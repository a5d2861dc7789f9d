/**
 * Elements that adorn an item: a note, a category, an author. One of the wrong shape is left out.
 * Identity, code, status, value, dose and reaction are never read this way: there, a wrong shape
 * makes the item malformed.
 */
import * as z from 'zod/mini';
import { concept, concepts, period, reference, references } from './datatypes.ts';

export function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

export const someWords = lenient(z.string());
export const someConcept = lenient(concept);
export const someConcepts = lenient(concepts);
export const someReference = lenient(reference);
export const someReferences = lenient(references);
export const somePeriod = lenient(period);
