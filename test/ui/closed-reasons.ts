/** One of every reason, so that a reason without a screen does not compile. */
import { matchDemographics } from '../../src/domain/demographic-match.ts';
import type { ClosedReason } from '../../src/flow/closed.ts';
import { failure, host, on, traced } from './fixtures.ts';

const otherBirthDate = { ...traced, birthDate: on('1945-06-14') };

/** Keyed by type: adding a reason to the flow fails here until it has a case. */
const one: { readonly [T in ClosedReason['type']]: Extract<ClosedReason, { type: T }> } = {
  misconfigured: { type: 'misconfigured' },
  'launch-not-found': { type: 'launch-not-found' },
  'host-refused': { type: 'host-refused', description: 'The user denied access' },
  'sign-in-unverified': { type: 'sign-in-unverified' },
  'scope-missing': { type: 'scope-missing', scope: 'patient/Patient.rs' },
  'no-patient-in-context': { type: 'no-patient-in-context' },
  'unsupported-exchange': { type: 'unsupported-exchange' },
  'call-failed': { type: 'call-failed', stage: 'trace', failure },
  'user-not-practitioner': { type: 'user-not-practitioner' },
  'no-role': { type: 'no-role' },
  'not-clinician': { type: 'not-clinician', roleText: 'Receptionist' },
  'own-record': { type: 'own-record', certainty: 'certain' },
  'nhs-number': { type: 'nhs-number', problem: { type: 'missing' } },
  superseded: { type: 'superseded' },
  invalidated: { type: 'invalidated' },
  'not-found': { type: 'not-found' },
  several: { type: 'several' },
  unmatched: { type: 'unmatched' },
  restricted: { type: 'restricted' },
  deceased: { type: 'deceased', notice: 'formal' },
  mismatch: { type: 'mismatch', match: matchDemographics(host, otherBirthDate) },
  dissent: { type: 'dissent' },
  'patient-refused': { type: 'patient-refused', stood: false },
  'terms-not-accepted': { type: 'terms-not-accepted' },
  implausible: { type: 'implausible', where: 'host', what: 'name' },
  'access-ended': { type: 'access-ended' },
  'closed-by-user': { type: 'closed-by-user' },
  'wrong-patient': { type: 'wrong-patient' },
  'release-refused': { type: 'release-refused', failure },
  'session-ended': { type: 'session-ended' },
  'internal-fault': { type: 'internal-fault' },
};

/** Every reason, and the variants that have words of their own. */
export const closedReasons: readonly ClosedReason[] = [
  ...Object.values(one),
  { type: 'host-refused', description: null },
  { type: 'own-record', certainty: 'likely' },
  { type: 'patient-refused', stood: true },
  { type: 'deceased', notice: 'informal' },
  { type: 'deceased', notice: 'not-stated' },
  { type: 'implausible', where: 'exchange', what: 'name' },
  { type: 'implausible', where: 'host', what: 'birth-date' },
  { type: 'implausible', where: 'host', what: 'user' },
  { type: 'implausible', where: 'host', what: 'nhs-number' },
  { type: 'nhs-number', problem: { type: 'invalid' } },
  { type: 'nhs-number', problem: { type: 'several' } },
  { type: 'nhs-number', problem: { type: 'unverified', code: '04' } },
  { type: 'nhs-number', problem: { type: 'unverified', code: 'new-code' } },
];
