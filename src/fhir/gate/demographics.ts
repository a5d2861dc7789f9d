/** A FHIR Patient's demographics in domain terms; the same for host and exchange. */
import * as z from 'zod/mini';
import { type ClinicalDate, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { Deceased, Demographics, Gender, PersonName } from '../../domain/person.ts';
import {
  address,
  type HumanName,
  humanName,
  id,
  identifier,
  isRestrictedLabel,
  meta,
  unmodified,
} from '../datatypes.ts';
import { joined, shownText } from '../text.ts';

/** UK Core Patient as far as the gate reads it. */
export const patient = z.object({
  ...unmodified,
  resourceType: z.literal('Patient'),
  id,
  meta: z.optional(meta),
  active: z.optional(z.boolean()),
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.array(humanName)),
  gender: z.optional(z.string()),
  birthDate: z.optional(z.string()),
  deceasedBoolean: z.optional(z.boolean()),
  deceasedDateTime: z.optional(z.string()),
  address: z.optional(z.array(address)),
  link: z.optional(z.array(z.object({ type: z.optional(z.string()) }))),
});
export type FhirPatient = z.infer<typeof patient>;

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

/** v3-Confidentiality R or V: where this person is must not be shown (domain notes, section 3). */
export function isRestricted(found: FhirPatient): boolean {
  return (found.meta?.security ?? []).some(isRestrictedLabel);
}

/** Null for a date that is absent or not a date. */
export function dateOf(raw: string | undefined): ClinicalDate | null {
  return raw === undefined ? null : parseClinicalDate(raw);
}

const precedence = ['usual', 'official', undefined, 'temp', 'anonymous', 'nickname'];
const longestName = 100;

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
  const lines = [...shownParts(chosen.line), chosen.city, chosen.district, chosen.postalCode];
  return (
    joined(
      lines.map((line) => shownText(line)),
      ', ',
    ) ?? shownText(chosen.text)
  );
}

/** A date of death that cannot be read is still a death. */
function deceasedOf(found: FhirPatient): Deceased | null {
  if (found.deceasedDateTime !== undefined) return { date: dateOf(found.deceasedDateTime) };
  return found.deceasedBoolean === true ? { date: null } : null;
}
