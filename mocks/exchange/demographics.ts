/** The demographics service: who an NHS number belongs to now (domain.md 6), demographics only. */
import type { Patient } from 'fhir/r4';
import { codeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { deathNotification, redactPatient } from './redaction-patient.ts';
import { placesOf } from './redaction-places.ts';
import type { World } from './world.ts';

export type Person = {
  readonly searched: string;
  /** Differs from `searched` where that number was superseded. */
  readonly current: string;
  /** v3-Confidentiality R or V: where they are must not be shown. */
  readonly restricted: 'R' | 'V' | null;
  readonly deceased: 'no' | 'informal' | 'formal';
  /** Location already stripped where restricted; `id` is not set. */
  readonly patient: Patient;
  /** Of a restricted person: every string known to say where they are, or who they were. */
  readonly places: readonly string[];
  readonly practice: ReturnType<World['practice']>;
};

export type Lookup =
  | { readonly type: 'found'; readonly person: Person }
  | { readonly type: 'not-found' | 'invalidated' | 'several' };

function deathOf(patient: Patient): Person['deceased'] {
  const deceased = patient.deceasedDateTime !== undefined || patient.deceasedBoolean === true;
  if (!deceased) return 'no';
  const notice = patient.extension?.find(({ url }) => url === deathNotification);
  const parts = notice?.extension?.map((part) => part.valueCodeableConcept) ?? [];
  const codes = [notice?.valueCodeableConcept, ...parts].flatMap((concept) =>
    (concept?.coding ?? []).map(({ code }) => code),
  );
  return codes.includes('1') ? 'informal' : 'formal';
}

/** The higher of the two labels that protect where somebody is (v3-Confidentiality). */
function restrictionOf(patient: Patient): Person['restricted'] {
  const labels = (patient.meta?.security ?? []).flatMap(({ system, code }) =>
    system === codeSystem.confidentiality ? [code] : [],
  );
  if (labels.includes('V')) return 'V';
  return labels.includes('R') ? 'R' : null;
}

/** Only what contract.md 2.1 lists. */
function demographicsOnly(patient: Patient, current: string): Patient {
  const { active, name, gender, birthDate, deceasedBoolean, deceasedDateTime, link } = patient;
  const numbers = (patient.identifier ?? []).filter(
    ({ system, value }) => system === identifierSystem.nhsNumber && value === current,
  );
  const security = patient.meta?.security;
  const death = patient.extension?.filter(({ url }) => url === deathNotification) ?? [];
  return {
    resourceType: 'Patient',
    ...(security === undefined ? {} : { meta: { security } }),
    ...(death.length === 0 ? {} : { extension: death }),
    identifier: numbers,
    ...(active === undefined ? {} : { active }),
    ...(name === undefined ? {} : { name }),
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(deceasedBoolean === undefined ? {} : { deceasedBoolean }),
    ...(deceasedDateTime === undefined ? {} : { deceasedDateTime }),
    ...(patient.address === undefined ? {} : { address: patient.address }),
    ...(link === undefined ? {} : { link }),
  };
}

/** Looks a number up. An inactive entry that nothing replaces is an invalidated one. */
export function lookUp(world: World, searched: string): Lookup {
  const instead = world.instead(searched);
  if (instead !== null) return { type: instead };
  const patient = world.demographics(searched);
  if (patient === null) return { type: 'not-found' };
  const replaced = patient.link?.some(({ type }) => type === 'replaced-by') ?? false;
  if (patient.active === false && !replaced) return { type: 'invalidated' };
  const current =
    patient.identifier?.find(({ system }) => system === identifierSystem.nhsNumber)?.value ??
    searched;
  const restricted = restrictionOf(patient);
  const shown = demographicsOnly(patient, current);
  const places = restricted === null ? [] : placesOf(patient);
  return {
    type: 'found',
    person: {
      searched,
      current,
      restricted,
      deceased: deathOf(patient),
      patient: restricted === null ? shown : redactPatient(shown, places),
      places,
      practice: world.practice(searched),
    },
  };
}
