/**
 * The FHIR R4 datatypes the app reads, as schemas. Keys we do not read are ignored; a key we read
 * that has the wrong shape makes the whole resource malformed, never quietly shorter.
 */
import * as z from 'zod/mini';
import type { Restriction } from '../domain/person.ts';
import { codeSystem } from './systems.ts';

// Zod would otherwise probe `new Function`, which the strict CSP reports as a violation.
z.config({ jitless: true });

/** FHIR `id`: what may stand in a URL path. */
export const idShape = /^[A-Za-z0-9\-.]{1,64}$/;

export const id = z.string().check(z.regex(idShape));

export const coding = z.object({
  system: z.optional(z.string()),
  code: z.optional(z.string()),
  display: z.optional(z.string()),
});
export type Coding = z.infer<typeof coding>;

export const concept = z.object({
  coding: z.optional(z.array(coding)),
  text: z.optional(z.string()),
});
export type Concept = z.infer<typeof concept>;

export const extension = z.object({
  url: z.string(),
  valueCodeableConcept: z.optional(concept),
  valueCoding: z.optional(coding),
  valueString: z.optional(z.string()),
  valueCode: z.optional(z.string()),
  valueInstant: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueInteger: z.optional(z.number()),
  valueReference: z.optional(
    z.object({
      reference: z.optional(z.string()),
      identifier: z.optional(
        z.object({ system: z.optional(z.string()), value: z.optional(z.string()) }),
      ),
      display: z.optional(z.string()),
    }),
  ),
});
export type Extension = z.infer<typeof extension>;

export const period = z.object({
  start: z.optional(z.string()),
  end: z.optional(z.string()),
});

export const identifier = z.object({
  use: z.optional(z.string()),
  system: z.optional(z.string()),
  value: z.optional(z.string()),
  extension: z.optional(z.array(extension)),
});
export type Identifier = z.infer<typeof identifier>;

export const reference = z.object({
  reference: z.optional(z.string()),
  type: z.optional(z.string()),
  identifier: z.optional(identifier),
  display: z.optional(z.string()),
});
export type Reference = z.infer<typeof reference>;

export const meta = z.object({
  versionId: z.optional(z.string()),
  lastUpdated: z.optional(z.string()),
  source: z.optional(z.string()),
  security: z.optional(z.array(coding)),
});

/** FHIR leaves `null` in an array of primitives where only an extension stands there. */
export const strings = z.array(z.nullable(z.string()));

export const humanName = z.object({
  use: z.optional(z.string()),
  text: z.optional(z.string()),
  family: z.optional(z.string()),
  given: z.optional(strings),
  prefix: z.optional(strings),
  period: z.optional(period),
});
export type HumanName = z.infer<typeof humanName>;

export const address = z.object({
  use: z.optional(z.string()),
  text: z.optional(z.string()),
  line: z.optional(strings),
  city: z.optional(z.string()),
  district: z.optional(z.string()),
  postalCode: z.optional(z.string()),
});

/** Elements that change the meaning of everything around them (FHIR R4 2.20.0.1, 3.1.0.1.1). */
export const unmodified = {
  implicitRules: z.optional(z.never()),
  modifierExtension: z.optional(z.never()),
};

/** Parses, or null where the value is not of that shape. */
export function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  raw: unknown,
): z.output<Schema> | null {
  const result = z.safeParse(schema, raw);
  return result.success ? result.data : null;
}

/** v3-Confidentiality R (restricted) or V (very restricted); where both stand, the stricter. */
export function restrictionIn(labels: readonly Coding[] | undefined): Restriction {
  const codes = (labels ?? []).flatMap(({ system, code }) =>
    system === codeSystem.confidentiality ? [code] : [],
  );
  if (codes.includes('V')) return 'very-restricted';
  return codes.includes('R') ? 'restricted' : 'none';
}

/** Every code of a concept under one of these systems. */
export function codesIn(found: Concept | undefined, systems: readonly string[]): string[] {
  return (found?.coding ?? []).flatMap((one) =>
    one.code !== undefined && one.system !== undefined && systems.includes(one.system)
      ? [one.code]
      : [],
  );
}
