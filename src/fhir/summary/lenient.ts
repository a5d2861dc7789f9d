/**
 * Elements that adorn an item: a note, a category, an author. One of the wrong shape is left out.
 * Identity, code, status, value, dose and reaction are never read this way: there, a wrong shape
 * makes the item malformed.
 */
import * as s from '../shape.ts';
import { concept, concepts, period, reference, references } from '../datatypes.ts';

export const someWords = s.lenient(s.string);
export const someConcept = s.lenient(concept);
export const someConcepts = s.lenient(concepts);
export const someReference = s.lenient(reference);
export const someReferences = s.lenient(references);
export const somePeriod = s.lenient(period);
