/** The eight people of the stories who sign in, as the two hosts hold them. All invented. */
import type { Identifier } from 'fhir/r4';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { nhsNumberIdentifier } from './build/people.ts';
import { staff } from './build/staff.ts';
import type { SandboxUser } from './types.ts';

const sdsUser = (value: string): Identifier => ({ system: identifierSystem.sdsUserId, value });
const gmc = (value: string): Identifier => ({ system: identifierSystem.gmc, value });
const nmc = (value: string): Identifier => ({ system: identifierSystem.nmc, value });
const gphc = (value: string): Identifier => ({ system: identifierSystem.gphc, value });

const gpUsers: readonly SandboxUser[] = [
  staff({
    key: 'sam-patel',
    host: 'gp',
    id: 'prac-8c1f',
    prefix: 'Dr',
    given: 'Sam',
    family: 'Patel',
    jobTitle: 'General practitioner',
    gender: 'male',
    identifiers: [sdsUser('999000000017'), gmc('9900017')],
    role: {
      id: 'role-8c1f',
      profileId: '999000100015',
      system: 'national',
      code: 'S8000:G8000:R8000',
      display: 'Clinical Practitioner Access Role',
    },
    access: 'clinician',
  }),
  staff({
    key: 'rita-shaw',
    host: 'gp',
    id: 'prac-b204',
    prefix: '',
    given: 'Rita',
    family: 'Shaw',
    jobTitle: 'Receptionist',
    gender: 'female',
    identifiers: [sdsUser('999000000025')],
    // The first segment says clinical; only the last one counts (domain.md 7).
    role: {
      id: 'role-b204',
      profileId: '999000100023',
      system: 'national',
      code: 'S8000:G8001:R8009',
      display: 'Receptionist Access Role',
    },
    access: 'identity-only',
  }),
  staff({
    key: 'sam-whitfield',
    host: 'gp',
    id: 'prac-3e7d',
    prefix: 'Dr',
    given: 'Sam',
    family: 'Whitfield',
    jobTitle: 'General practitioner',
    gender: 'male',
    birthDate: '1996-10-05',
    identifiers: [sdsUser('999000000033'), gmc('9900033'), nhsNumberIdentifier('9990000131')],
    role: {
      id: 'role-3e7d',
      profileId: '999000100031',
      system: 'national',
      code: 'S8000:G8000:R8000',
      display: 'Clinical Practitioner Access Role',
    },
    access: 'clinician',
  }),
];

const eprUsers: readonly SandboxUser[] = [
  staff({
    key: 'amina-mensah',
    host: 'epr',
    id: 'prac-55a9',
    prefix: 'Dr',
    given: 'Amina',
    family: 'Mensah',
    jobTitle: 'Emergency registrar',
    gender: 'female',
    identifiers: [gmc('9900041')],
    role: { id: 'role-55a9', system: 'host', code: 'ED-REG', display: 'Emergency registrar' },
    access: 'clinician',
  }),
  staff({
    key: 'jo-lindqvist',
    host: 'epr',
    id: 'prac-19f0',
    prefix: '',
    given: 'Jo',
    family: 'Lindqvist',
    jobTitle: 'Ward pharmacist',
    identifiers: [sdsUser('999000000058'), gphc('9900058')],
    role: {
      id: 'role-19f0',
      profileId: '999000100056',
      system: 'national',
      code: 'S8000:G8000:R8003',
      display: 'Health Professional Access Role',
    },
    access: 'clinician',
  }),
  staff({
    key: 'ben-carver',
    host: 'epr',
    id: 'prac-e6b3',
    prefix: '',
    given: 'Ben',
    family: 'Carver',
    jobTitle: 'Staff nurse',
    gender: 'male',
    identifiers: [sdsUser('999000000066'), nmc('99A0066E')],
    role: {
      id: 'role-e6b3',
      profileId: '999000100064',
      system: 'national',
      code: 'S8000:G8000:R8001',
      display: 'Nurse Access Role',
    },
    access: 'clinician',
  }),
  // Name and birth date of patient 1, whose record is not hers.
  staff({
    key: 'grace-okafor-sister',
    host: 'epr',
    id: 'prac-d72c',
    prefix: 'Sister',
    given: 'Grace',
    family: 'Okafor',
    jobTitle: 'Ward sister',
    gender: 'female',
    birthDate: '1945-07-14',
    identifiers: [sdsUser('999000000074'), nmc('99A0074E')],
    role: {
      id: 'role-d72c',
      profileId: '999000100072',
      system: 'national',
      code: 'S8000:G8000:R8001',
      display: 'Nurse Access Role',
    },
    access: 'clinician',
  }),
  staff({
    key: 'kit-doyle',
    host: 'epr',
    id: 'prac-f481',
    prefix: '',
    given: 'Kit',
    family: 'Doyle',
    jobTitle: 'Privacy officer',
    identifiers: [sdsUser('999000000082')],
    role: {
      id: 'role-f481',
      profileId: '999000100080',
      system: 'national',
      code: 'S0010:G0020:R0001',
      display: 'Privacy Officer',
    },
    access: 'identity-only',
    privacyOfficer: true,
  }),
];

/** Every user of the sandbox, the GP host's first. */
export const users: readonly SandboxUser[] = [...gpUsers, ...eprUsers];
