import type { CodeableConcept, HumanName, Identifier } from 'fhir/r4';
import type { HostResource, HostType } from './records.ts';

/** The values of one search parameter on one resource, by how FHIR compares them. */
export type SearchValues =
  | { readonly kind: 'token'; readonly tokens: readonly { system?: string; code: string }[] }
  | { readonly kind: 'string'; readonly strings: readonly string[] }
  | { readonly kind: 'date'; readonly dates: readonly string[] }
  | { readonly kind: 'reference'; readonly references: readonly string[] };

type Extract<R extends HostResource> = (resource: R) => SearchValues;

const token = (...tokens: ({ system?: string; code: string } | undefined)[]): SearchValues => ({
  kind: 'token',
  tokens: tokens.filter((item) => item !== undefined),
});
const code = (value: string | boolean | undefined): SearchValues =>
  value === undefined ? token() : token({ code: String(value) });
const string = (...strings: (string | undefined)[]): SearchValues => ({
  kind: 'string',
  strings: strings.filter((item) => item !== undefined),
});
const date = (...dates: (string | undefined)[]): SearchValues => ({
  kind: 'date',
  dates: dates.filter((item) => item !== undefined),
});
const reference = (...references: (string | undefined)[]): SearchValues => ({
  kind: 'reference',
  references: references.filter((item) => item !== undefined),
});

const identifiers = (list: readonly Identifier[] = []): SearchValues =>
  token(
    ...list.map(({ system, value }) =>
      value === undefined
        ? undefined
        : { code: value, ...(system === undefined ? {} : { system }) },
    ),
  );
const codings = (list: readonly CodeableConcept[] = []): SearchValues =>
  token(
    ...list
      .flatMap((concept) => concept.coding ?? [])
      .map((coding) =>
        coding.code === undefined
          ? undefined
          : {
              code: coding.code,
              ...(coding.system === undefined ? {} : { system: coding.system }),
            },
      ),
  );

const given = (names: readonly HumanName[] = []) => names.flatMap((name) => name.given ?? []);
const family = (names: readonly HumanName[] = []) => names.flatMap((name) => name.family ?? []);
const whole = (names: readonly HumanName[] = []) =>
  names.flatMap((name) => [...(name.prefix ?? []), ...(name.given ?? []), name.family, name.text]);

type Parameters = {
  readonly [T in HostType]: Readonly<
    Record<string, Extract<globalThis.Extract<HostResource, { resourceType: T }>>>
  >;
};

const person = {
  name: (resource: { name?: HumanName[] | undefined }) => string(...whole(resource.name)),
  family: (resource: { name?: HumanName[] | undefined }) => string(...family(resource.name)),
  given: (resource: { name?: HumanName[] | undefined }) => string(...given(resource.name)),
  identifier: (resource: { identifier?: Identifier[] | undefined }) =>
    identifiers(resource.identifier),
  gender: (resource: { gender?: string | undefined }) => code(resource.gender),
  active: (resource: { active?: boolean | undefined }) => code(resource.active ?? true),
};

/** The search parameters served, named as in FHIR R4's search parameter registry. */
export const parameters: Parameters = {
  Patient: {
    ...person,
    birthdate: (resource) => date(resource.birthDate),
    'death-date': (resource) => date(resource.deceasedDateTime),
    deceased: (resource) =>
      code(resource.deceasedDateTime !== undefined || (resource.deceasedBoolean ?? false)),
  },
  Practitioner: person,
  PractitionerRole: {
    practitioner: (resource) => reference(resource.practitioner?.reference),
    organization: (resource) => reference(resource.organization?.reference),
    identifier: (resource) => identifiers(resource.identifier),
    role: (resource) => codings(resource.code),
    active: (resource) => code(resource.active ?? true),
  },
  Organization: {
    identifier: (resource) => identifiers(resource.identifier),
    name: (resource) => string(resource.name, ...(resource.alias ?? [])),
    active: (resource) => code(resource.active ?? true),
  },
  Encounter: {
    patient: (resource) => reference(resource.subject?.reference),
    subject: (resource) => reference(resource.subject?.reference),
    status: (resource) => code(resource.status),
    identifier: (resource) => identifiers(resource.identifier),
    date: (resource) => date(resource.period?.start),
  },
};
