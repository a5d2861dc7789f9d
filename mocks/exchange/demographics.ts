/** The demographics service: who an NHS number belongs to now (domain.md 6), demographics only. */
import type { HumanName, Patient } from 'fhir/r4';
import { codeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import type { World } from './world.ts';

/** UK Core: whether a death was notified formally (code 2) or informally (code 1). */
const deathNotification =
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus';

export type Person = {
  readonly searched: string;
  /** Differs from `searched` where that number was superseded. */
  readonly current: string;
  readonly restricted: boolean;
  readonly deceased: 'no' | 'informal' | 'formal';
  /** Location already stripped where restricted; `id` is not set. */
  readonly patient: Patient;
  readonly practice: ReturnType<World['practice']>;
};

export type Lookup =
  | { readonly type: 'found'; readonly person: Person }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalidated' };

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

const isRestricted = (patient: Patient): boolean =>
  (patient.meta?.security ?? []).some(
    ({ system, code }) => system === codeSystem.confidentiality && (code === 'R' || code === 'V'),
  );

const isCurrentName = ({ use }: HumanName): boolean => use !== 'old' && use !== 'maiden';

/**
 * Only what contract.md 2.1 lists. For a restricted patient no address nor any other place, and no
 * name but the current ones: a former one may be what they are hiding from.
 */
function demographicsOnly(patient: Patient, current: string, restricted: boolean): Patient {
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
    ...(name === undefined ? {} : { name: restricted ? name.filter(isCurrentName) : name }),
    ...(gender === undefined ? {} : { gender }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(deceasedBoolean === undefined ? {} : { deceasedBoolean }),
    ...(deceasedDateTime === undefined ? {} : { deceasedDateTime }),
    ...(patient.address === undefined || restricted ? {} : { address: patient.address }),
    ...(link === undefined ? {} : { link }),
  };
}

/** Looks a number up. An inactive entry that nothing replaces is an invalidated one. */
export function lookUp(world: World, searched: string): Lookup {
  const patient = world.demographics(searched);
  if (patient === null) return { type: 'not-found' };
  const replaced = patient.link?.some(({ type }) => type === 'replaced-by') ?? false;
  if (patient.active === false && !replaced) return { type: 'invalidated' };
  const current =
    patient.identifier?.find(({ system }) => system === identifierSystem.nhsNumber)?.value ??
    searched;
  const restricted = isRestricted(patient);
  return {
    type: 'found',
    person: {
      searched,
      current,
      restricted,
      deceased: deathOf(patient),
      patient: demographicsOnly(patient, current, restricted),
      practice: world.practice(searched),
    },
  };
}
