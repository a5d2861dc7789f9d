/** The demographics service: who an NHS number belongs to now (domain.md 6), demographics only. */
import type { Address, Patient } from 'fhir/r4';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { confidentialIn } from './confidentiality.ts';
import type { Confidential } from './confidentiality.ts';
import { deathNotification, redactPatient } from './redaction-patient.ts';
import { placesOf } from './redaction-places.ts';
import type { World } from './world.ts';

export type Person = {
  readonly searched: string;
  /** Differs from `searched` where that number was superseded. */
  readonly current: string;
  /** By the exchange's own demographics: where they are must not be shown. */
  readonly restricted: Confidential | null;
  readonly deceased: 'no' | 'informal' | 'formal';
  /** Without an address; more is stripped where the exchange or the host protects them. No `id`. */
  readonly patient: Patient;
  /** For a summary alone; none where anyone protects them. */
  readonly address: readonly Address[];
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

/** Only what contract.md 2.1 lists, and of that no address: nothing has been recorded yet. */
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
    ...(link === undefined ? {} : { link }),
  };
}

/**
 * Looks a number up. An inactive entry that nothing replaces is an invalidated one.
 * @param byHost how the host that asks protects this person itself
 */
export function lookUp(world: World, searched: string, byHost: Confidential | null = null): Lookup {
  const instead = world.instead(searched);
  if (instead !== null) return { type: instead };
  const patient = world.demographics(searched);
  if (patient === null) return { type: 'not-found' };
  const replaced = patient.link?.some(({ type }) => type === 'replaced-by') ?? false;
  if (patient.active === false && !replaced) return { type: 'invalidated' };
  const current =
    patient.identifier?.find(({ system }) => system === identifierSystem.nhsNumber)?.value ??
    searched;
  const restricted = confidentialIn(patient.meta?.security);
  const isProtected = restricted !== null || byHost !== null;
  const shown = demographicsOnly(patient, current);
  const places = isProtected ? placesOf(patient) : [];
  return {
    type: 'found',
    person: {
      searched,
      current,
      restricted,
      deceased: deathOf(patient),
      patient: isProtected ? redactPatient(shown, places) : shown,
      address: isProtected ? [] : (patient.address ?? []),
      places,
      practice: world.practice(searched),
    },
  };
}
