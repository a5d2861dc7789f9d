/**
 * The datatypes of a record, as checks instead of schemas: to the same end as those that the gate
 * reads by (`../datatypes.ts`), at a fraction of the time for twenty thousand resources.
 */
import * as z from 'zod/mini';
import {
  type Coding,
  type Concept,
  identifier,
  parsed as parsedBySchema,
  type Reference,
} from '../datatypes.ts';
import { fieldsIn, fieldsOf } from './fields.ts';
import { isListOf, isShaped, isText } from './shapes.ts';

const isCoding = isShaped({ system: isText, code: isText, display: isText });
export const coding = z.custom<Coding>(isCoding);

const isConcept = isShaped({ coding: isListOf(isCoding), text: isText });
export const concept = z.custom<Concept>(isConcept);
export const concepts = z.custom<readonly Concept[]>(isListOf(isConcept));

export type Period = { readonly start?: string | undefined; readonly end?: string | undefined };
export const period = z.custom<Period>(isShaped({ start: isText, end: isText }));

const isIdentifier = (value: unknown) => z.safeParse(identifier, value).success;
const isReference = isShaped({
  ...{ reference: isText, type: isText, identifier: isIdentifier, display: isText },
});
export const reference = z.custom<Reference>(isReference);
export const references = z.custom<readonly Reference[]>(isListOf(isReference));

/** Parses, or null where the value is not of that shape. Nothing is parsed that is not there. */
export function parsed<Sent extends z.ZodMiniType>(
  schema: Sent,
  raw: unknown,
): z.output<Sent> | null {
  if (raw === null || raw === undefined) return null;
  const fields = fieldsOf(schema);
  // What the fields give is what the schema of these fields would.
  if (fields !== null) return fieldsIn(raw, fields) as z.output<Sent> | null;
  return parsedBySchema(schema, raw);
}
