/** A user as their host holds them: Practitioner, PractitionerRole, Organization. */
import type { Identifier, Organization, Practitioner, PractitionerRole } from 'fhir/r4';
import { identifierSystem } from '../../../src/fhir/systems.ts';
import { sourceProfiles } from '../sources.ts';
import type { HostKey, SandboxUser, SourceKey } from '../types.ts';
import type { StaffRole, Workplace } from './roles.ts';

const clinicianScopes: readonly string[] = [
  'launch',
  'openid',
  'fhirUser',
  'online_access',
  'patient/Patient.rs',
  'patient/Encounter.rs',
  'user/Practitioner.rs',
  'user/PractitionerRole.rs',
  'user/Organization.rs',
];

/** Enough to say who they are and for whom they launch, and nothing besides. */
const identityScopes: readonly string[] = [
  'launch',
  'openid',
  'fhirUser',
  'patient/Patient.rs',
  'user/Practitioner.rs',
  'user/PractitionerRole.rs',
  'user/Organization.rs',
];

type Staff = {
  readonly key: string;
  readonly host: HostKey;
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly prefix: string;
  readonly jobTitle: string;
  readonly gender?: Practitioner['gender'];
  readonly birthDate?: string;
  readonly identifiers: readonly Identifier[];
  /** None where the host does not say what somebody's job is. */
  readonly roles: readonly StaffRole[];
  readonly access: 'clinician' | 'identity-only';
  /** The terms in force, unless the story is about accepting them. */
  readonly terms?: 'earlier' | 'none';
  readonly privacyOfficer?: true;
};

const lastUpdated = '2026-09-01T08:00:00+00:00';

const organisations: Readonly<Record<HostKey, Organization>> = {
  gp: workplace({ id: 'org-hollow-way', ...named('hollow-way') }),
  epr: workplace({ id: 'org-ouh', ...named('ouh') }),
};

function named(source: SourceKey): Omit<Workplace, 'id'> {
  const { odsCode, name } = sourceProfiles[source];
  return { odsCode, name };
}

function workplace({ id, odsCode, name }: Workplace): Organization {
  return {
    resourceType: 'Organization',
    id,
    meta: { versionId: '1', lastUpdated },
    identifier: [{ system: identifierSystem.odsOrganisation, value: odsCode }],
    active: true,
    name,
  };
}

function organisationOf(host: HostKey, { at }: StaffRole): Organization {
  return at === undefined ? organisations[host] : workplace(at);
}

/** One user of one host, from the facts that differ. */
export function staff(facts: Staff): SandboxUser {
  const name = `${facts.prefix === '' ? '' : `${facts.prefix} `}${facts.given} ${facts.family}`;
  return {
    key: facts.key,
    name,
    jobTitle: facts.jobTitle,
    host: facts.host,
    practitioner: practitioner(facts, name),
    roles: facts.roles.map((role) => practitionerRole(facts, role, name)),
    organizations: facts.roles.map((role) => organisationOf(facts.host, role)),
    scopes: facts.access === 'clinician' ? clinicianScopes : identityScopes,
    ...(facts.terms === 'none' ? {} : { acceptedTerms: facts.terms ?? 'in-force' }),
    ...(facts.privacyOfficer === undefined ? {} : { privacyOfficer: facts.privacyOfficer }),
  };
}

function practitioner(facts: Staff, name: string): Practitioner {
  return {
    resourceType: 'Practitioner',
    id: facts.id,
    meta: { versionId: '1', lastUpdated },
    identifier: [...facts.identifiers],
    active: true,
    name: [
      {
        use: 'official',
        text: name,
        family: facts.family,
        given: [facts.given],
        ...(facts.prefix === '' ? {} : { prefix: [facts.prefix] }),
      },
    ],
    ...(facts.gender === undefined ? {} : { gender: facts.gender }),
    ...(facts.birthDate === undefined ? {} : { birthDate: facts.birthDate }),
  };
}

function practitionerRole(facts: Staff, role: StaffRole, name: string): PractitionerRole {
  const organisation = organisationOf(facts.host, role);
  return {
    resourceType: 'PractitionerRole',
    id: role.id,
    meta: { versionId: '1', lastUpdated },
    ...(role.profileId === undefined
      ? {}
      : { identifier: [{ system: identifierSystem.sdsRoleProfileId, value: role.profileId }] }),
    active: true,
    practitioner: { reference: `Practitioner/${facts.id}`, display: name },
    organization: {
      reference: `Organization/${organisation.id ?? ''}`,
      ...(organisation.name === undefined ? {} : { display: organisation.name }),
    },
    code: [
      {
        coding: [
          {
            system: role.system,
            code: role.code,
            display: role.display,
          },
        ],
        text: role.jobTitle ?? facts.jobTitle,
      },
    ],
  };
}
