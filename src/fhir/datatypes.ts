/**
 * The FHIR R4 datatypes the app reads, as shapes. Keys we do not read are ignored; a key we read
 * that has the wrong shape makes the whole resource malformed, never quietly shorter.
 */
import type { Restriction } from '../domain/person.ts';
import { matching } from './limits.ts';
import * as s from './shape.ts';
import { codeSystem } from './systems.ts';

/** FHIR `id`: what may stand in a URL path. */
export const idShape = /^[A-Za-z0-9\-.]{1,64}$/;

export const id = matching(idShape);

export const coding = s.object({
  system: s.optional(s.string),
  code: s.optional(s.string),
  display: s.optional(s.string),
});
export type Coding = s.Infer<typeof coding>;

export const concept = s.object({
  coding: s.optional(s.array(coding)),
  text: s.optional(s.string),
});
export type Concept = s.Infer<typeof concept>;
export const concepts = s.array(concept);

export const extension = s.object({
  url: s.string,
  valueCodeableConcept: s.optional(concept),
  valueCoding: s.optional(coding),
  valueString: s.optional(s.string),
  valueCode: s.optional(s.string),
  valueInstant: s.optional(s.string),
  valueDateTime: s.optional(s.string),
  valueInteger: s.optional(s.number),
  valueReference: s.optional(
    s.object({
      reference: s.optional(s.string),
      identifier: s.optional(
        s.object({ system: s.optional(s.string), value: s.optional(s.string) }),
      ),
      display: s.optional(s.string),
    }),
  ),
});
export type Extension = s.Infer<typeof extension>;

export const period = s.object({
  start: s.optional(s.string),
  end: s.optional(s.string),
});

export const identifier = s.object({
  use: s.optional(s.string),
  system: s.optional(s.string),
  value: s.optional(s.string),
  extension: s.optional(s.array(extension)),
});
export type Identifier = s.Infer<typeof identifier>;

export const reference = s.object({
  reference: s.optional(s.string),
  type: s.optional(s.string),
  identifier: s.optional(identifier),
  display: s.optional(s.string),
});
export type Reference = s.Infer<typeof reference>;
export const references = s.array(reference);

export const meta = s.object({
  versionId: s.optional(s.string),
  lastUpdated: s.optional(s.string),
  source: s.optional(s.string),
  security: s.optional(s.array(coding)),
});

/** FHIR leaves `null` in an array of primitives where only an extension stands there. */
export const strings = s.array(s.nullable(s.string));

export const humanName = s.object({
  use: s.optional(s.string),
  text: s.optional(s.string),
  family: s.optional(s.string),
  given: s.optional(strings),
  prefix: s.optional(strings),
  period: s.optional(period),
});
export type HumanName = s.Infer<typeof humanName>;

export const address = s.object({
  use: s.optional(s.string),
  text: s.optional(s.string),
  line: s.optional(strings),
  city: s.optional(s.string),
  district: s.optional(s.string),
  postalCode: s.optional(s.string),
});

/** Elements that change the meaning of everything around them (FHIR R4 2.20.0.1, 3.1.0.1.1). */
export const unmodified = {
  implicitRules: s.optional(s.never),
  modifierExtension: s.optional(s.never),
};

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
