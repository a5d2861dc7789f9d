/** People, sources and states for the screens' tests. All invented. */
import { type AccessDecision, type AccessReceipt, receiptOf } from '../../src/domain/access.ts';
import { type ClinicalDate, parseClinicalDate } from '../../src/domain/clinical-date.ts';
import { matchDemographics } from '../../src/domain/demographic-match.ts';
import { type NhsNumber, parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { HostPatient, PatientRef, TracedPatient } from '../../src/domain/person.ts';
import type { Source, SourceCoverage, SourceReport } from '../../src/domain/source.ts';
import { emptySummary, type Summary } from '../../src/domain/summary/summary.ts';
import type { Standing } from '../../src/domain/trace.ts';
import type { UserRole } from '../../src/domain/user.ts';
import type { Failure } from '../../src/flow/failure.ts';
import type {
  AtGate,
  Decided,
  Permitted,
  Showing,
  Unrecorded,
  Verified,
} from '../../src/flow/state.ts';
import type { ScreenPolicy } from '../../src/ui/intent.ts';

export const title = 'Oxfordshire Care Summary';

export const policy: ScreenPolicy = {
  minimumJustification: 15,
  breakGlassReasons: ['unconscious', 'lacks-capacity', 'not-reachable', 'risk-in-asking', 'other'],
  criticalMedicines: [
    { name: 'Anticoagulants', words: ['warfarin', 'apixaban'] },
    { name: 'Insulin', words: ['insulin'] },
  ],
  terms: {
    url: 'https://ocs.example.org/terms',
    version: '2026-11',
    title: 'Terms of use',
    text: [
      { heading: 'Whose records', body: 'Only patients whose care you are involved with.' },
      { heading: 'Your own record', body: 'Never open it. Attempts are recorded.' },
    ],
    putOffDays: 14,
  },
  hostName: 'Hollow Way EPR',
  exchangeName: 'Care Summary',
};

/** Throws on a date that is not one: a fixture with a wrong date is a mistake. */
export function on(iso: string): ClinicalDate {
  const date = parseClinicalDate(iso);
  if (!date) throw new Error(`Not a clinical date: ${iso}`);
  return date;
}

/** Throws on a number that fails the check. */
export function nhsNumber(digits: string): NhsNumber {
  const number = parseNhsNumber(digits);
  if (!number) throw new Error('Not an NHS number');
  return number;
}

/** The day of the stories, 15:42 in Oxford. */
export const now = on('2026-11-22T15:42:00Z');

export const gp: Source = { id: 'K84001', name: 'Hollow Way Medical Centre', tag: 'GP' };
export const otherGp: Source = { id: 'K84002', name: 'Bury Knowle Health Centre', tag: 'GP' };
export const ouh: Source = { id: 'RTH', name: 'Oxford University Hospitals', tag: 'OUH' };
export const oh: Source = { id: 'RNU', name: 'Oxford Health', tag: 'OH' };
export const sc: Source = { id: 'SC', name: 'Social care', tag: 'SC' };

export const failure: Failure = { kind: 'timeout', status: null, reference: '7F3K' };

export const host: HostPatient = {
  id: 'host-1',
  nhsNumber: nhsNumber('9990000018'),
  nhsNumberStatus: { type: 'verified' },
  restricted: 'none',
  names: [{ family: 'Okafor', given: ['Grace'], prefix: ['Mrs'], use: 'current' }],
  birthDate: on('1945-07-14'),
  gender: 'female',
  address: null,
  deceased: null,
};

export const traced: TracedPatient = {
  ref: 'opaque-1' as PatientRef,
  nhsNumberStatus: { type: 'verified' },
  restricted: 'none',
  nhsNumber: host.nhsNumber,
  names: host.names,
  birthDate: host.birthDate,
  gender: host.gender,
  address: null,
  deceased: null,
};

/** The patient as the exchange knows them, under another name. */
export function named(family: string, ...given: readonly string[]): TracedPatient {
  return { ...traced, names: [{ family, given, prefix: ['Mrs'], use: 'current' }] };
}

export function participating(source: Source, registeredPractice = false): SourceCoverage {
  return { source, state: 'participating', registeredPractice, keeps: null };
}

export const registrar: UserRole = {
  id: 'role-1',
  codes: [],
  text: 'Emergency registrar',
  organisation: { odsCode: 'RTH', name: 'Oxford University Hospitals' },
};

/** Host and exchange agree, unless a part says otherwise. */
export function verified(part: Partial<Verified> = {}): Verified {
  const patient = part.patient ?? traced;
  const hosts = part.host ?? host;
  return {
    session: {
      patientId: 'host-1',
      encounterId: null,
      needPatientBanner: true,
      nhsNumbersInContext: [],
      reopens: null,
    },
    clinician: {
      user: {
        fhirUser: 'http://127.0.0.1:4800/fhir/Practitioner/1',
        displayName: 'Dr Amina Mensah',
        names: [],
        birthDate: null,
        nhsNumber: null,
        identifier: { system: 'https://fhir.hl7.org.uk/Id/gmc-number', value: '7000001' },
        registration: null,
        roles: [registrar],
      },
      roles: [registrar],
    },
    host: hosts,
    patient,
    match: matchDemographics(hosts, patient),
    coverage: [participating(gp, true), participating(ouh), participating(oh), participating(sc)],
    ...part,
  };
}

/** Terms accepted, nothing open, opened by others before. */
export const standing: Standing = {
  dissent: false,
  earlierOpenings: {
    type: 'known',
    rows: [
      { recordedAt: '2026-11-20T08:00:00Z', breakGlass: true, own: false, profession: null },
      { recordedAt: '2026-10-02T08:00:00Z', breakGlass: false, own: false, profession: null },
    ],
  },
  terms: { type: 'accepted', version: '2026-11' },
  ownPermits: [],
  openItems: { type: 'known', items: [] },
};

/** At the gate, with nothing settled before it and no permission that stands. */
export function atGate(part: Partial<Verified> = {}): AtGate {
  return {
    step: 'verified',
    key: 'launch-1',
    verified: verified(part),
    standing,
    declared: [],
    stands: null,
    told: {},
  };
}

/** A decision on its way: agreed earlier, unless a part says otherwise. */
export function decided(part: Partial<AccessDecision> = {}): Decided {
  return {
    decisionId: 'decision-1',
    decision: {
      basis: { type: 'agreed-earlier', askedBy: 'Ben Carver, staff nurse', askedAt: '09:10' },
      confirmed: [],
      role: registrar.id,
      ...part,
    },
    role: registrar,
    declared: [],
    terms: '2026-11',
    reopens: null,
  };
}

export function permitted(gate: AtGate = atGate()): Permitted {
  const { toConfirm: confirmed } = gate.verified.match;
  return { ...gate, step: 'permitted', decided: decided({ confirmed }) };
}

export function unrecorded(gate: AtGate = atGate()): Unrecorded {
  return { ...permitted(gate), step: 'unrecorded', failure };
}

const receiptFacts = { decisionId: 'decision-1', patient: traced.ref, user: 'user-1' } as const;

export const breakGlassReceipt: AccessReceipt = receiptOf({
  ...receiptFacts,
  consentId: 'consent-1',
  basis: 'break-glass',
  recordedAt: '2026-11-22T15:42:00Z',
  until: null,
});

export const permissionReceipt: AccessReceipt = receiptOf({
  ...receiptFacts,
  consentId: 'consent-2',
  basis: 'permission',
  recordedAt: '2026-11-22T15:42:00Z',
  until: null,
});

export function report(
  source: Source,
  state: SourceReport['state'],
  upTo: string | null = null,
): SourceReport {
  const asked = state === 'asking' || state === 'not-sharing' ? null : now;
  const known = upTo === null ? null : on(upTo);
  return { source, state, askedAt: asked, took: null, upTo: known, keeps: null };
}

/** The record is open, by permission unless a part says otherwise. */
export function showing(summary: Partial<Summary>, part: Partial<Showing> = {}): Showing {
  return {
    step: 'showing',
    key: 'launch-1',
    verified: verified(),
    receipt: permissionReceipt,
    log: { type: 'loading' },
    attempt: 1,
    summary: { ...emptySummary, ...summary },
    arrival: 'complete',
    renewal: null,
    reading: false,
    seen: [],
    late: [],
    document: null,
    print: null,
    ...part,
  };
}
