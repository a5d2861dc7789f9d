/** The resources that say who is asking, as far as the gate reads them. */
import * as z from 'zod/mini';
import { concept, humanName, id, identifier, period, reference, unmodified } from '../datatypes.ts';
import { arePlausibleNames, isPlausibleBirthDate, isPlausibleText } from './plausible.ts';

export const practitioner = z.object({
  ...unmodified,
  resourceType: z.literal('Practitioner'),
  id,
  active: z.optional(z.boolean()),
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.array(humanName)),
  birthDate: z.optional(z.string()),
});

export const practitionerRole = z.object({
  ...unmodified,
  resourceType: z.literal('PractitionerRole'),
  id,
  active: z.optional(z.boolean()),
  identifier: z.optional(z.array(identifier)),
  practitioner: z.optional(reference),
  organization: z.optional(reference),
  code: z.optional(z.array(concept)),
  period: z.optional(period),
});
export type FhirRole = z.infer<typeof practitionerRole>;

export const organization = z.object({
  ...unmodified,
  resourceType: z.literal('Organization'),
  id,
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.string()),
});
export type FhirOrganization = z.infer<typeof organization>;

/** Everything of a user that is shown, recorded or compared could have been written in earnest. */
export function isPlausibleUser(
  found: z.infer<typeof practitioner>,
  roles: readonly FhirRole[],
  organisations: readonly FhirOrganization[],
  now: Date,
): boolean {
  const concepts = roles.flatMap((role) => role.code ?? []);
  const codings = concepts.flatMap((each) => each.coding ?? []);
  const references = roles.flatMap((role) => role.organization ?? []);
  const identifiers = [found, ...roles, ...organisations].flatMap((each) => each.identifier ?? []);
  const texts = [
    ...concepts.map(({ text }) => text),
    ...codings.flatMap(({ code, display }) => [code, display]),
    ...references.flatMap((each) => [each.display, each.identifier?.value]),
    ...organisations.map(({ name }) => name),
    ...identifiers.map(({ value }) => value),
  ];
  return (
    arePlausibleNames(found.name ?? []) &&
    isPlausibleBirthDate(found.birthDate, now) &&
    texts.every((text) => text === undefined || isPlausibleText(text))
  );
}
