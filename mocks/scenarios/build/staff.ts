/** A user as their host holds them: Practitioner, PractitionerRole, Organization. */
import type { Identifier, Organization, Practitioner, PractitionerRole } from 'fhir/r4';
import { codeSystem, identifierSystem } from '../../../src/fhir/systems.ts';
import { sourceProfiles } from '../sources.ts';
import type { HostKey, SandboxUser } from '../types.ts';

/** The EPR's own list of jobs, which no national table knows. */
export const eprJobRoleSystem = 'https://epr.example.org/CodeSystem/job-role';

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

type StaffRole = {
  readonly id: string;
  /** 12 digits, `sds-role-profile-id`; absent where the host knows no national role. */
  readonly profileId?: string;
  readonly system: 'national' | 'host';
  readonly code: string;
  readonly display: string;
};

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
  readonly role: StaffRole;
  readonly access: 'clinician' | 'identity-only';
  readonly privacyOfficer?: true;
};

const lastUpdated = '2026-09-01T08:00:00+00:00';

const organisations: Readonly<Record<HostKey, Organization>> = {
  gp: hostOrganisation('org-hollow-way', sourceProfiles['hollow-way']),
  epr: hostOrganisation('org-ouh', sourceProfiles.ouh),
};

function hostOrganisation(id: string, facts: { odsCode: string; name: string }): Organization {
  return {
    resourceType: 'Organization',
    id,
    meta: { versionId: '1', lastUpdated },
    identifier: [{ system: identifierSystem.odsOrganisation, value: facts.odsCode }],
    active: true,
    name: facts.name,
  };
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
    roles: [practitionerRole(facts, name)],
    organization: organisations[facts.host],
    scopes: facts.access === 'clinician' ? clinicianScopes : identityScopes,
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

function practitionerRole(facts: Staff, name: string): PractitionerRole {
  const { role } = facts;
  const organisation = organisations[facts.host];
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
            system: role.system === 'national' ? codeSystem.sdsJobRole : eprJobRoleSystem,
            code: role.code,
            display: role.display,
          },
        ],
        text: facts.jobTitle,
      },
    ],
  };
}
