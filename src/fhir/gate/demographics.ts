/** A FHIR Patient's demographics in domain terms; the same for host and exchange. */
import * as s from '../shape.ts';
import { type ClinicalDate, parseClinicalDate } from '../../domain/clinical-date.ts';
import type {
  Deceased,
  Demographics,
  Gender,
  PersonName,
  Restriction,
} from '../../domain/person.ts';
import {
  address,
  codesIn,
  concept,
  type HumanName,
  humanName,
  id,
  identifier,
  meta,
  restrictionIn,
  unmodified,
} from '../datatypes.ts';
import { joined, shownText } from '../text.ts';

/** UK Core's death notification is an extension of extensions: as deep as it goes, no deeper. */
const statement = { url: s.string, valueCodeableConcept: s.optional(concept) };
const extension = s.object({ ...statement, extension: s.optional(s.array(s.object(statement))) });

/** UK Core Patient as far as the gate reads it. */
export const patient = s.object({
  ...unmodified,
  resourceType: s.literal('Patient'),
  id,
  meta: s.optional(meta),
  extension: s.optional(s.array(extension)),
  active: s.optional(s.boolean),
  identifier: s.optional(s.array(identifier)),
  name: s.optional(s.array(humanName)),
  gender: s.optional(s.string),
  birthDate: s.optional(s.string),
  deceasedBoolean: s.optional(s.boolean),
  deceasedDateTime: s.optional(s.string),
  address: s.optional(s.array(address)),
  link: s.optional(s.array(s.object({ type: s.optional(s.string) }))),
});
export type FhirPatient = s.Infer<typeof patient>;

/** @param locationHidden leaves the address out, whatever the resource holds (restricted) */
export function demographicsOf(found: FhirPatient, locationHidden = false): Demographics {
  return {
    names: personNames(found.name ?? []),
    birthDate: dateOf(found.birthDate),
    gender: genderOf(found.gender),
    address: locationHidden ? null : addressLine(found),
    deceased: deceasedOf(found),
  };
}

/** Where this person is must not be shown (domain notes, section 3). */
export function restrictionOf(found: FhirPatient): Restriction {
  return restrictionIn(found.meta?.security);
}

/** Null for a date that is absent or not a date. */
export function dateOf(raw: string | undefined): ClinicalDate | null {
  return raw === undefined ? null : parseClinicalDate(raw);
}

const precedence = ['usual', 'official', undefined, 'temp', 'anonymous', 'nickname'];
const longestName = 100;
/** Lines of an address beyond which it is none. */
const mostLines = 10;

/**
 * Names, the one to show first: `usual` is what the person goes by, `official` what is on record.
 * A name with an end date is a former one where another has none; demographics services also put
 * end dates on names still in use.
 */
export function personNames(names: readonly HumanName[]): PersonName[] {
  const someStands = names.some((name) => !isPast(name.use) && name.period?.end === undefined);
  return [...names]
    .sort((a, b) => rank(a.use) - rank(b.use))
    .flatMap((name) => {
      const given = shownParts(name.given);
      const family = shownText(name.family, longestName);
      const text = shownText(name.text, longestName);
      if (family === null && given.length === 0 && text === null) return [];
      const former = isPast(name.use) || (someStands && name.period?.end !== undefined);
      const onlyText = family === null && given.length === 0 && text !== null;
      return [
        {
          family,
          given: onlyText ? [text] : given,
          prefix: shownParts(name.prefix),
          use: former ? 'former' : name.use === 'nickname' ? 'preferred' : 'current',
        } satisfies PersonName,
      ];
    });
}

function isPast(use: string | undefined): boolean {
  return use === 'old' || use === 'maiden';
}

function rank(use: string | undefined): number {
  const at = precedence.indexOf(use);
  return at === -1 ? precedence.length : at;
}

function shownParts(parts: readonly (string | null)[] | undefined): string[] {
  return (parts ?? []).flatMap((part) => shownText(part, longestName) ?? []);
}

function genderOf(raw: string | undefined): Gender | null {
  return raw === 'male' || raw === 'female' || raw === 'other' || raw === 'unknown' ? raw : null;
}

function addressLine(found: FhirPatient): string | null {
  const current = (found.address ?? []).filter(({ use }) => use !== 'old');
  const chosen = current.find(({ use }) => use === 'home') ?? current[0];
  if (!chosen) return null;
  const lines = [
    ...shownParts(chosen.line).slice(0, mostLines),
    chosen.city,
    chosen.district,
    chosen.postalCode,
  ];
  return (
    joined(
      lines.map((line) => shownText(line)),
      ', ',
    ) ?? shownText(chosen.text)
  );
}

const deathNotification = {
  extension: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus',
};

/** A date of death that cannot be read is still a death. */
function deceasedOf(found: FhirPatient): Deceased | null {
  const { deceasedBoolean, deceasedDateTime } = found;
  const notice = noticeIn(found);
  if (deceasedDateTime !== undefined) return { notice, date: dateOf(deceasedDateTime) };
  return deceasedBoolean === true ? { notice, date: null } : null;
}

/** 1 from a local organisation, 2 from the registrar; the registrar's word stands before any other. */
function noticeIn(found: FhirPatient): Deceased['notice'] {
  const notices = (found.extension ?? []).filter(({ url }) => url === deathNotification.extension);
  const codes = notices
    .flatMap((notice) => [notice, ...(notice.extension ?? [])])
    .flatMap(({ valueCodeableConcept }) =>
      codesIn(valueCodeableConcept, [deathNotification.system]),
    );
  if (codes.length === 0) return 'not-stated';
  return codes.every((code) => code === '1') ? 'informal' : 'formal';
}
