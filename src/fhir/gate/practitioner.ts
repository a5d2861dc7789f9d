/** The resources that say who is asking, as far as the gate reads them. */
import * as s from '../shape.ts';
import { concept, humanName, id, identifier, period, reference, unmodified } from '../datatypes.ts';
import { arePlausibleNames, isPlausibleBirthDate, isPlausibleText } from './plausible.ts';

export const practitioner = s.object({
  ...unmodified,
  resourceType: s.literal('Practitioner'),
  id,
  active: s.optional(s.boolean),
  identifier: s.optional(s.array(identifier)),
  name: s.optional(s.array(humanName)),
  birthDate: s.optional(s.string),
});

export const practitionerRole = s.object({
  ...unmodified,
  resourceType: s.literal('PractitionerRole'),
  id,
  active: s.optional(s.boolean),
  identifier: s.optional(s.array(identifier)),
  practitioner: s.optional(reference),
  organization: s.optional(reference),
  code: s.optional(s.array(concept)),
  period: s.optional(period),
});
export type FhirRole = s.Infer<typeof practitionerRole>;

export const organization = s.object({
  ...unmodified,
  resourceType: s.literal('Organization'),
  id,
  identifier: s.optional(s.array(identifier)),
  name: s.optional(s.string),
});
export type FhirOrganization = s.Infer<typeof organization>;

/** Everything of a user that is shown, recorded or compared could have been written in earnest. */
export function isPlausibleUser(
  found: s.Infer<typeof practitioner>,
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
