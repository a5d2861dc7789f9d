/** A restricted person's own Patient: who they are, and nothing of where (contract.md 2.1, 3). */
import type { Coding, Extension, HumanName, Identifier, Patient } from 'fhir/r4';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem, nhsNumberVerification } from '../../src/fhir/systems.ts';
import { confidentialIn } from './confidentiality.ts';
import type { Confidential } from './confidentiality.ts';
import { coding, concept, date, each, only, oneOf } from './redaction-keep.ts';
import type { Keep } from './redaction-keep.ts';
import { formerNamesIn, placeNet } from './redaction-places.ts';

/** UK Core: whether a death was notified formally (code 2) or informally (code 1). */
export const deathNotification =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus';

/** Of the labels only their codes: a display is a text like any other. */
export const redactedLabels = (level: Confidential | null): Coding[] => [
  ...(level === null ? [] : [{ system: codeSystem.confidentiality, code: level }]),
  { system: clinicalSystem.observationValue, code: 'REDACTED' },
];

const extensions = (...urls: readonly string[]): Keep =>
  each((value) => {
    const kept = only({
      url: oneOf(...urls),
      valueCodeableConcept: concept,
      valueDateTime: date,
      extension: each(
        only({
          url: oneOf('deathNotificationStatus', 'systemEffectiveDate'),
          valueCodeableConcept: only({ coding: each(coding) }),
          valueDateTime: date,
        }),
      ),
    })(value);
    return typeof kept === 'object' && kept !== null && 'url' in kept ? kept : undefined;
  });

const verification = extensions(nhsNumberVerification.extension);
const death = extensions(deathNotification);
const isExtensions = (value: unknown): value is Extension[] => Array.isArray(value);

function identifierOf({ system, value, extension }: Identifier): Identifier {
  const status = verification(extension);
  return {
    ...(system === undefined ? {} : { system }),
    ...(value === undefined ? {} : { value }),
    ...(isExtensions(status) ? { extension: status } : {}),
  };
}

/** The parts that are a name. A name in one text stays only where the text gives nothing away. */
function nameOf(name: HumanName, isTold: (text: string) => boolean): HumanName[] {
  const { use, family, given, prefix, suffix, text } = name;
  const parts = {
    ...(family === undefined ? {} : { family }),
    ...(given === undefined ? {} : { given }),
  };
  const inOne = Object.keys(parts).length === 0 && text !== undefined && !isTold(text);
  if (Object.keys(parts).length === 0 && !inOne) return [];
  return [
    {
      ...(use === undefined ? {} : { use }),
      ...parts,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
      ...(inOne ? { text } : {}),
    },
  ];
}

/**
 * Takes the person apart and puts back what may be said: number, current names, gender, birth and
 * death, the exchange's own label where it has one. A former name may be what they are hiding from.
 * @param places strings known to give the person away
 */
export function redactPatient(patient: Patient, places: readonly string[]): Patient {
  const { active, name = [], gender, birthDate, deceasedBoolean, deceasedDateTime } = patient;
  const former = formerNamesIn(name);
  const names = name
    .filter((one) => !former.includes(one))
    .flatMap((one) => nameOf(one, placeNet(places)));
  const level = confidentialIn(patient.meta?.security);
  const notice = death(patient.extension);
  return {
    resourceType: 'Patient',
    meta: { security: redactedLabels(level) },
    ...(isExtensions(notice) ? { extension: notice } : {}),
    identifier: (patient.identifier ?? []).map(identifierOf),
    ...(active === undefined ? {} : { active }),
    name: names,
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(deceasedBoolean === undefined ? {} : { deceasedBoolean }),
    ...(deceasedDateTime === undefined ? {} : { deceasedDateTime }),
    ...(patient.link === undefined
      ? {}
      : { link: patient.link.map(({ type }) => ({ type, other: { type: 'Patient' } })) }),
  };
}
