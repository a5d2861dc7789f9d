/** People and values the flow and screen tests speak of; the same names as the sandbox's. */
import { receiptOf } from '../../src/domain/access.ts';
import type {
  AccessDecision,
  AccessReceipt,
  BreakGlass,
  OwnPermit,
} from '../../src/domain/access.ts';
import { type ClinicalDate, parseClinicalDate } from '../../src/domain/clinical-date.ts';
import { matchDemographics } from '../../src/domain/demographic-match.ts';
import { type NhsNumber, parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type {
  Demographics,
  HostPatient,
  PatientRef,
  TracedPatient,
} from '../../src/domain/person.ts';
import type { SourceCoverage } from '../../src/domain/source.ts';
import type { Standing } from '../../src/domain/trace.ts';
import type { User, UserRole } from '../../src/domain/user.ts';
import type { HostSession, Verified } from '../../src/flow/state.ts';
import type { Policy } from '../../src/flow/step.ts';

/** @throws when the literal in a test is not a valid NHS number */
export function nhsNumber(raw: string): NhsNumber {
  const number = parseNhsNumber(raw);
  if (number === null) throw new Error('not an NHS number');
  return number;
}

/** @throws when the literal in a test is not a FHIR date */
export function date(iso: string): ClinicalDate {
  const parsed = parseClinicalDate(iso);
  if (parsed === null) throw new Error(`not a date: ${iso}`);
  return parsed;
}

export const grace: Demographics = {
  names: [{ family: 'Okafor', given: ['Grace'], prefix: ['Mrs'], use: 'current' }],
  birthDate: date('1945-07-14'),
  gender: 'female',
  address: null,
  deceased: null,
};

export const hostGrace: HostPatient = {
  ...grace,
  id: 'host-grace',
  nhsNumber: nhsNumber('9990000018'),
  nhsNumberStatus: { type: 'verified' },
  restricted: 'none',
};

export const tracedGrace: TracedPatient = {
  ...grace,
  ref: 'opaque-grace' as PatientRef,
  nhsNumber: nhsNumber('9990000018'),
  nhsNumberStatus: { type: 'verified' },
  restricted: 'none',
};

export const registrar: UserRole = {
  id: 'role-1',
  codes: [
    {
      system: 'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode',
      code: 'S8000:G8000:R8000',
    },
  ],
  text: 'Emergency registrar',
  organisation: { odsCode: 'RTH', name: 'Oxford University Hospitals' },
};

export const amina: User = {
  fhirUser: 'http://127.0.0.1:4000/epr/fhir/Practitioner/p1',
  displayName: 'Dr Amina Mensah',
  names: [{ family: 'Mensah', given: ['Amina'], prefix: ['Dr'], use: 'current' }],
  birthDate: null,
  nhsNumber: null,
  identifier: { system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '555000000001' },
  registration: null,
  roles: [registrar],
};

export const session: HostSession = {
  patientId: 'host-grace',
  encounterId: 'enc-1',
  needPatientBanner: true,
  nhsNumbersInContext: [],
  reopens: null,
};

export const coverage: readonly SourceCoverage[] = [
  {
    source: { id: 'OUH', name: 'Oxford University Hospitals', tag: 'OUH' },
    state: 'participating',
    registeredPractice: false,
    keeps: null,
  },
  {
    source: { id: 'BK', name: 'Bury Knowle Health Centre', tag: 'GP' },
    state: 'not-sharing',
    registeredPractice: false,
    keeps: null,
  },
];

export const verified: Verified = {
  session,
  clinician: { user: amina, roles: [registrar] },
  host: hostGrace,
  patient: tracedGrace,
  match: matchDemographics(hostGrace, tracedGrace),
  coverage,
};

export const standing: Standing = {
  dissent: false,
  earlierOpenings: { type: 'known', rows: [] },
  terms: { type: 'accepted', version: '2026-11' },
  ownPermits: [],
  openItems: { type: 'known', items: [] },
};

/** Permission given earlier in the encounter of {@link session}. */
export const earlierPermit: OwnPermit = {
  consentId: 'consent-0',
  basis: { type: 'patient-agreed' },
  confirmed: [],
  declared: [],
  roleKey: 'S8000:G8000:R8000',
  encounterId: 'enc-1',
  recordedAt: '2026-11-22T09:10:00Z',
  until: '2026-11-22T21:10:00Z',
};

export const agreed: AccessDecision = {
  basis: { type: 'patient-agreed' },
  confirmed: [],
  role: 'role-1',
};

export const unconscious: BreakGlass = {
  type: 'break-glass',
  reason: 'unconscious',
  justification: 'GCS 6, on a blood thinner per ambulance crew',
  short: false,
};

export const breakGlass: AccessDecision = { basis: unconscious, confirmed: [], role: 'role-1' };

export const receipt: AccessReceipt = receiptOf({
  consentId: 'consent-1',
  decisionId: 'd1',
  patient: tracedGrace.ref,
  user: amina.fhirUser,
  basis: 'permission',
  recordedAt: '2026-11-22T15:42:00Z',
  until: '2026-11-23T03:42:00Z',
});

export const policy: Policy = {
  roles: { clinicalCodes: ['R8000'], clinicalSnomed: [], privacyCodes: ['R0001'], roleMap: {} },
  breakGlassReasons: ['unconscious', 'lacks-capacity', 'not-reachable', 'risk-in-asking', 'other'],
  permissionStands: true,
  restricted: 'shut',
  deceased: 'shut',
};
