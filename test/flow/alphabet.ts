/** Everything that may happen to a launch, for the exhaustive exploration. */
import type { Happening } from '../../src/app/perform.ts';
import type { AccessDecision } from '../../src/domain/access.ts';
import type { HostPatient, PatientRef, TracedPatient } from '../../src/domain/person.ts';
import type { ClinicalDocument } from '../../src/domain/summary/item.ts';
import type { Standing } from '../../src/domain/trace.ts';
import type { HeldRole, User, UserRole } from '../../src/domain/user.ts';
import {
  agreed,
  amina,
  breakGlass,
  coverage,
  date,
  earlierPermit,
  hostGrace,
  nhsNumber,
  receipt,
  registrar,
  session,
  standing,
  tracedGrace,
  unconscious,
} from './people.ts';
import { failure } from './story.ts';

const national = 'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode';
const roleOf = (id: string, code: string): UserRole => ({
  ...registrar,
  id,
  codes: [{ system: national, code }],
});
const { names, birthDate } = hostGrace;
const mensah = [{ family: 'Mensah', given: ['Grace'], prefix: [], use: 'current' }] as const;

const users: readonly User[] = [
  amina,
  { ...amina, roles: [registrar, roleOf('role-2', 'S8000:G8000:R8000')] },
  { ...amina, names, birthDate },
  { ...amina, nhsNumber: hostGrace.nhsNumber },
  { ...amina, roles: [] },
  { ...amina, roles: [roleOf('role-3', 'S8000:G8001:R8009')] },
  { ...amina, roles: [roleOf('role-4', 'S0010:G0020:R0001')] },
];

/** As the host's role resources alone tell it. */
const withoutOrganisation = ({ id, codes, text }: UserRole): HeldRole => ({ id, codes, text });

/** Of no role, of one, and of two, of one of which the host knows none. */
const organisations = [[], [registrar.organisation], [registrar.organisation, null]];

const hosts: readonly HostPatient[] = [
  hostGrace,
  { ...hostGrace, nhsNumberStatus: { type: 'unverified', code: '04' } },
  { ...hostGrace, restricted: 'restricted' },
  { ...hostGrace, restricted: 'very-restricted' },
  { ...hostGrace, deceased: { notice: 'not-stated', date: null } },
];

const patients: readonly Partial<TracedPatient>[] = [
  {},
  { names: mensah },
  { birthDate: date('1945-06-14') },
  { restricted: 'restricted' },
  { restricted: 'very-restricted' },
  { nhsNumber: nhsNumber('9990000026') },
  { nhsNumberStatus: { type: 'unverified', code: '05' } },
  { deceased: { notice: 'informal', date: date('2026-11-19') } },
  { deceased: { notice: 'formal', date: date('2026-11-19') } },
];

const due = { type: 'due', version: '2026-11', accepted: null, mayPutOff: false } as const;
const openItem = { consentId: 'consent-8', recordedAt: '2026-11-20T02:41:00Z', thisPatient: false };

const standings: readonly Partial<Standing>[] = [
  {},
  { dissent: true },
  { terms: due },
  { terms: { ...due, accepted: '2025-04', mayPutOff: true } },
  { ownPermits: [earlierPermit] },
  { ownPermits: [{ ...earlierPermit, basis: breakGlass.basis, declared: ['not-me'] }] },
  { openItems: { type: 'known', items: [openItem] } },
];

const decisions: readonly AccessDecision[] = [
  agreed,
  { ...agreed, confirmed: ['family'] },
  { ...agreed, role: 'role-2' },
  { ...agreed, role: 'nobody-s' },
  { ...agreed, basis: { type: 'agreed-earlier', askedBy: '', askedAt: '' } },
  breakGlass,
  { ...breakGlass, basis: { ...unconscious, justification: ' ' } },
  { ...breakGlass, basis: { ...unconscious, reason: 'certifying-death' } },
  { ...breakGlass, basis: { ...unconscious, reason: 'public-interest' } },
];

export const letter: ClinicalDocument = {
  kind: 'document',
  key: 'OUH letter-1',
  ...{ source: 'OUH', title: 'Discharge summary', type: null, author: null, status: null },
  ...{ date: null, recorded: null, updated: null, codes: [], identifiers: [], narrative: null },
  attachments: [
    { url: 'Binary/1', contentType: null, title: null, size: null, hash: null, data: null },
  ],
};
const part = { source: 'OUH', items: [letter], unshown: [], gaps: [], texts: [] };
const source = { id: 'OUH', name: 'Oxford University Hospitals', tag: 'OUH' };
const report = (state: 'answered' | 'dissent') =>
  ({ source, state, askedAt: null, took: null, upTo: null, keeps: null }) as const;

/** The launch's own key stands for a decision of the flow's own: a reload is recorded under it. */
const decisionIds = ['d1', 'd2', 'launch-1'] as const;

function aroundTheRecord(decisionId: string): readonly Happening[] {
  const mine = { ...receipt, decisionId };
  return [
    { type: 'recorded', decisionId, receipt: mine },
    { type: 'recorded', decisionId, receipt: { ...mine, basis: 'break-glass' } },
    // Acknowledgements of something else, under this decision's name.
    { type: 'recorded', decisionId, receipt: { ...mine, decisionId: 'd9' } },
    { type: 'recorded', decisionId, receipt: { ...mine, patient: 'opaque-else' as PatientRef } },
    { type: 'recorded', decisionId, receipt: { ...mine, user: 'someone-else' } },
    { type: 'record-failed', decisionId, failure },
    { type: 'record-refused', decisionId, reason: { type: 'dissent' } },
  ];
}

function ofAttempt(attempt: number): readonly Happening[] {
  return [
    { type: 'part-arrived', attempt, part },
    { type: 'source-reported', attempt, report: report('answered') },
    { type: 'source-reported', attempt, report: report('dissent') },
    { type: 'summary-finished', attempt },
    { type: 'summary-interrupted', attempt },
  ];
}

const file = { item: letter.key, file: 0 } as const;

/** Of the letter that the summary lists, and of one that it does not. */
const aroundLetters: readonly Happening[] = [
  { type: 'document-asked', ...file },
  { type: 'document-asked', item: 'another-letter', file: 0 },
  { type: 'document-read', ...file, reading: { type: 'not-held' } },
  { type: 'document-closed' },
];

const stages = [
  ...(['authorise', 'user', 'patient', 'capability', 'trace'] as const),
  ...(['standing', 'terms', 'record', 'summary', 'review'] as const),
];

/** Replies of every kind and every choice of the user: nothing the flow can be told is left out. */
export const alphabet: readonly Happening[] = [
  { type: 'authorised', session },
  { type: 'authorised', session: { ...session, reopens: 'consent-0' } },
  { type: 'authorised', session: { ...session, encounterId: null } },
  ...users.flatMap((user): Happening[] =>
    (user === amina ? hosts : [hostGrace]).map((host) => ({
      type: 'identified',
      user: { ...user, roles: user.roles.map(withoutOrganisation) },
      host,
    })),
  ),
  ...organisations.map((each): Happening => ({ type: 'organisations-read', organisations: each })),
  ...patients.map((patient): Happening => {
    const found = { type: 'found', patient: { ...tracedGrace, ...patient }, coverage } as const;
    return { type: 'traced', outcome: found };
  }),
  ...(['invalidated', 'not-found', 'several', 'unmatched'] as const).map((type): Happening => ({
    type: 'traced',
    outcome: { type },
  })),
  { type: 'traced', outcome: { type: 'superseded', by: null } },
  ...standings.map((each): Happening => ({
    type: 'standing-read',
    standing: { ...standing, ...each },
  })),
  ...(['not-me', 'patient-is-alive'] as const).map((declaration): Happening => ({
    type: 'declared',
    declaration,
  })),
  { type: 'question-declined' },
  { type: 'terms-answered', answer: 'accepted' },
  { type: 'terms-answered', answer: 'put-off' },
  { type: 'terms-recorded' },
  { type: 'terms-failed', failure },
  ...(['told', 'not-yet-told'] as const).map((answer): Happening => ({
    type: 'told-answered',
    consentId: 'consent-8',
    answer,
  })),
  { type: 'told-answered', consentId: 'consent-7', answer: 'told' },
  { type: 'told-recorded', consentId: 'consent-8' },
  { type: 'told-failed', consentId: 'consent-8' },
  ...decisions.map((decision): Happening => ({ type: 'decided', decision, decisionId: 'd1' })),
  { type: 'decided', decision: breakGlass, decisionId: 'd2' },
  ...(['role-1', 'nobody-s'] as const).map((role): Happening => ({
    type: 'permission-confirmed',
    decision: { decisionId: 'd2', confirmed: [], role },
  })),
  ...decisionIds.flatMap(aroundTheRecord),
  { type: 'record-retried' },
  { type: 'permission-refused' },
  { type: 'gate-closed' },
  ...ofAttempt(1),
  ...ofAttempt(2),
  { type: 'summary-asked-again' },
  { type: 'reading-began' },
  { type: 'late-acknowledged' },
  { type: 'print-asked', printId: 'p1' },
  ...(['p1', 'p2'] as const).flatMap((printId): Happening[] => [
    { type: 'print-recorded', printId, at: '2026-11-22T15:45:00Z' },
    { type: 'print-failed', printId, failure },
  ]),
  { type: 'print-closed' },
  ...aroundLetters,
  { type: 'log-read', entries: [] },
  { type: 'log-failed', failure },
  { type: 'recheck-due' },
  ...(['holds', 'dissent', 'ended'] as const).map((verdict): Happening => ({
    type: 'rechecked',
    verdict,
  })),
  { type: 'review-read', entries: [] },
  { type: 'review-failed', failure },
  { type: 'review-asked-again' },
  ...stages.map((stage): Happening => ({ type: 'call-failed', stage, failure })),
  { type: 'refused', reason: { type: 'wrong-patient' } },
  { type: 'refused', reason: { type: 'internal-fault' } },
  { type: 'refusal-recorded' },
  { type: 'ended-by-user' },
];
