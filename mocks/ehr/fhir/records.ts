import type { Encounter, Organization, Patient, Practitioner, PractitionerRole } from 'fhir/r4';
import type { HostKey, SandboxUser, Scenario } from '../../scenarios/types.ts';

/** The resource types a host serves. */
export type HostResource = Patient | Practitioner | PractitionerRole | Organization | Encounter;
export type HostType = HostResource['resourceType'];

export const hostTypes: readonly HostType[] = [
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Encounter',
];

/**
 * Which variant of each scenario is on: that of its latest launch, for the whole sandbox, as at the
 * exchange.
 */
export type Variants = {
  readonly choose: (scenarioKey: string, variantKey: string | null) => void;
  readonly chosen: (scenarioKey: string) => string | null;
};

export function createVariants(): Variants {
  const chosen = new Map<string, string>();
  return {
    choose: (scenario, variant) => {
      if (variant === null) chosen.delete(scenario);
      else chosen.set(scenario, variant);
    },
    chosen: (scenario) => chosen.get(scenario) ?? null,
  };
}

export type HostRecords = {
  readonly all: (type: HostType) => readonly HostResource[];
  readonly read: (type: HostType, id: string) => HostResource | undefined;
};

/** The host's Patient of a scenario under a variant, or as told; the id never changes. */
export function patientUnder(scenario: Scenario, key: string | null): Patient {
  const variant = scenario.variants.find((candidate) => candidate.key === key);
  return {
    ...(variant?.host ?? scenario.host),
    ...(scenario.host.id ? { id: scenario.host.id } : {}),
  };
}

function firstOfEachId<T extends HostResource>(resources: readonly T[]): readonly T[] {
  return [...new Map([...resources].reverse().map((item) => [item.id, item])).values()].reverse();
}

/**
 * What the given hosts hold: their patient lists, their staff and the encounters under way.
 * Read afresh on each call, because a tester may switch a variant at any time.
 */
export function createRecords(
  hosts: readonly HostKey[],
  scenarios: readonly Scenario[],
  users: readonly SandboxUser[],
  variants: Variants,
): HostRecords {
  const listed = scenarios.filter((scenario) =>
    scenario.hosts.some((host) => hosts.includes(host)),
  );
  const staff = users.filter((user) => hosts.includes(user.host));
  const fixed = {
    Practitioner: firstOfEachId(staff.map((user) => user.practitioner)),
    PractitionerRole: firstOfEachId(staff.flatMap((user) => user.roles)),
    Organization: firstOfEachId(staff.flatMap((user) => user.organizations)),
    Encounter: firstOfEachId(
      listed.flatMap((scenario) => hosts.flatMap((host) => scenario.encounters[host] ?? [])),
    ),
  };
  const all = (type: HostType): readonly HostResource[] =>
    type === 'Patient'
      ? listed.map((one) => patientUnder(one, variants.chosen(one.key)))
      : fixed[type];
  return { all, read: (type, id) => all(type).find((resource) => resource.id === id) };
}
