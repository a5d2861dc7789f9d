/** Who signs in to the GP practice system. */
import { nhsNumberIdentifier } from '../build/people.ts';
import { gmc, nationalRole, nmc, sdsUser } from '../build/roles.ts';
import { staff } from '../build/staff.ts';
import type { SandboxUser } from '../types.ts';

export const gpUsers: readonly SandboxUser[] = [
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
    roles: [nationalRole('role-8c1f', '999000100015', 'R8000')],
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
    roles: [nationalRole('role-b204', '999000100023', 'R8009')],
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
    roles: [nationalRole('role-3e7d', '999000100031', 'R8000')],
    access: 'clinician',
  }),
  // Her first day: no terms accepted yet.
  staff({
    key: 'priti-rao',
    host: 'gp',
    id: 'prac-a92e',
    prefix: 'Dr',
    given: 'Priti',
    family: 'Rao',
    jobTitle: 'Locum general practitioner',
    gender: 'female',
    identifiers: [sdsUser('999000000090'), gmc('9900090')],
    roles: [nationalRole('role-a92e', '999000100098', 'R8000')],
    access: 'clinician',
    terms: 'none',
  }),
  // Two jobs at two organisations: which one she acts in is known by the session, or asked.
  staff({
    key: 'lucy-marsh',
    host: 'gp',
    id: 'prac-4d0b',
    prefix: '',
    given: 'Lucy',
    family: 'Marsh',
    jobTitle: 'Practice nurse',
    gender: 'female',
    identifiers: [sdsUser('999000000116'), nmc('99A0116E')],
    roles: [
      nationalRole('role-4d0b', '999000100114', 'R8001'),
      nationalRole('role-7c35', '999000100122', 'R8003', {
        jobTitle: 'Urgent care practitioner',
        at: { id: 'org-marston-urgent', odsCode: 'Z99905', name: 'Marston Urgent Care' },
      }),
    ],
    access: 'clinician',
  }),
];
