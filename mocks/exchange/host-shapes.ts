/** The little the exchange needs of a host's resources, parsed from `unknown` (FHIR R4). */
import { z } from 'zod';

const period = z.object({ start: z.string().optional(), end: z.string().optional() });
export const hostIdentifier = z.object({
  use: z.string().optional(),
  system: z.string().optional(),
  value: z.string().optional(),
});
const humanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
  prefix: z.array(z.string()).optional(),
  period: period.optional(),
});
const coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
const reference = z.object({
  reference: z.string().optional(),
  identifier: hostIdentifier.optional(),
  display: z.string().optional(),
});

const person = {
  id: z.string(),
  identifier: z.array(hostIdentifier).default([]),
  name: z.array(humanName).default([]),
  birthDate: z.string().optional(),
};

export const hostPatient = z.object({
  resourceType: z.literal('Patient'),
  ...person,
  meta: z.object({ security: z.array(coding).optional() }).optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
});
export const hostPractitioner = z.object({
  resourceType: z.literal('Practitioner'),
  active: z.boolean().optional(),
  ...person,
});
export const hostRole = z.object({
  resourceType: z.literal('PractitionerRole'),
  id: z.string(),
  active: z.boolean().optional(),
  period: period.optional(),
  identifier: z.array(hostIdentifier).default([]),
  practitioner: reference.optional(),
  organization: reference.optional(),
  code: z.array(concept).default([]),
});
export const hostOrganization = z.object({
  resourceType: z.literal('Organization'),
  id: z.string(),
  identifier: z.array(hostIdentifier).default([]),
  name: z.string().optional(),
});
export const hostSearch = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: z.unknown() })).default([]),
});

export type HostPatient = z.infer<typeof hostPatient>;
export type HostPractitioner = z.infer<typeof hostPractitioner>;
export type HostRole = z.infer<typeof hostRole>;
export type HostOrganization = z.infer<typeof hostOrganization>;
export type HostName = z.infer<typeof humanName>;
export type HostIdentifier = z.infer<typeof hostIdentifier>;
