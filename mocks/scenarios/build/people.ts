/** The patient as the host holds them and as the demographics service does (UK Core Patient). */
import type { Identifier, Patient, Reference } from 'fhir/r4';
import { codeSystem, identifierSystem, nhsNumberVerification } from '../../../src/fhir/systems.ts';
import { sourceProfiles } from '../sources.ts';

/** The facts that a host and the demographics service share about one person. */
export type Person = {
  readonly nhsNumber: string;
  readonly family: string;
  readonly given: readonly string[];
  readonly prefix?: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly line: string;
  readonly city: string;
  /** Postcode in OX40, a district that does not exist. */
  readonly postcode: string;
  /** 01632 960xxx, the range kept for fiction. */
  readonly phone: string;
  readonly practice: 'hollow-way' | 'bury-knowle';
};

/** UK Core's words for the verification statuses a story needs. */
const numberStatuses = {
  '01': 'Number present and verified',
  '02': 'Number present but not traced',
  '04': 'Trace attempted - No match or multiple match found',
  '05': 'Trace needs to be resolved - (NHS Number or patient detail conflict)',
} as const;

/** The NHS number with its verification status; 01, present and verified, where none is given. */
export function nhsNumberIdentifier(
  value: string,
  status: keyof typeof numberStatuses = '01',
): Identifier {
  return {
    system: identifierSystem.nhsNumber,
    value,
    extension: [
      {
        url: nhsNumberVerification.extension,
        valueCodeableConcept: {
          coding: [
            {
              system: nhsNumberVerification.systems[0],
              code: status,
              display: numberStatuses[status],
            },
          ],
        },
      },
    ],
  };
}

/** The registered practice as a logical reference. */
export function practiceOf(practice: Person['practice']): Reference {
  const { odsCode, name } = sourceProfiles[practice];
  return {
    type: 'Organization',
    identifier: { system: identifierSystem.odsOrganisation, value: odsCode },
    display: name,
  };
}

/**
 * A Patient for this person.
 * @param id opaque, local to the system that holds it: never the NHS number.
 * @param lastUpdated date of the last change there.
 */
export function patientFor(id: string, person: Person, lastUpdated = '2026-11-01'): Patient {
  return {
    resourceType: 'Patient',
    id,
    meta: { versionId: '1', lastUpdated: `${lastUpdated}T09:00:00+00:00` },
    identifier: [nhsNumberIdentifier(person.nhsNumber)],
    active: true,
    name: [
      {
        use: 'official',
        family: person.family,
        given: [...person.given],
        ...(person.prefix === undefined ? {} : { prefix: [person.prefix] }),
      },
    ],
    telecom: [{ system: 'phone', use: 'home', value: person.phone }],
    gender: person.gender,
    birthDate: person.birthDate,
    address: [
      {
        use: 'home',
        line: [person.line],
        city: person.city,
        district: 'Oxfordshire',
        postalCode: person.postcode,
      },
    ],
    generalPractitioner: [practiceOf(person.practice)],
  };
}

/** The label that makes a patient restricted (R) or very restricted (V): where they are is kept. */
export function restricted(patient: Patient, code: 'R' | 'V' = 'R'): Patient {
  const display = code === 'R' ? 'restricted' : 'very restricted';
  const security = [{ system: codeSystem.confidentiality, code, display }];
  return { ...patient, meta: { ...patient.meta, security } };
}
