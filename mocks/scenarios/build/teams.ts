/** Who else is involved: teams, referrals, the family's illnesses, research. */
import type {
  CareTeam,
  CodeableConcept,
  FamilyMemberHistory,
  ResearchSubject,
  ServiceRequest,
} from 'fhir/r4';
import { snomed } from './coding.ts';
import { author, organisationOf, toInstant, type Writer } from './writer.ts';

type Team = {
  readonly name: string;
  readonly since: string;
  readonly until?: string;
  readonly recorded: string;
  readonly status?: CareTeam['status'];
  readonly members: readonly { readonly name: string; readonly role: string }[];
  readonly phone?: string;
};

/** The people who look after the patient together, each with their part in it. */
export function careTeam(writer: Writer, facts: Team): CareTeam {
  return {
    resourceType: 'CareTeam',
    id: writer.nextId('team'),
    meta: writer.meta(facts.recorded),
    status: facts.status ?? 'active',
    name: facts.name,
    subject: writer.subject,
    period: { start: facts.since, ...(facts.until === undefined ? {} : { end: facts.until }) },
    participant: facts.members.map(({ name, role }) => ({
      role: [{ text: role }],
      member: author(name),
    })),
    managingOrganization: [organisationOf(writer)],
    ...(facts.phone === undefined
      ? {}
      : { telecom: [{ system: 'phone' as const, value: facts.phone }] }),
  };
}

type Referral = {
  /** Where to: "Community falls service". */
  readonly to: string;
  readonly when: string;
  readonly reason: CodeableConcept;
  readonly status?: ServiceRequest['status'];
  readonly priority?: ServiceRequest['priority'];
  readonly by?: string;
  readonly note?: string;
};

/** A referral, its state as its source has it. */
export function referral(writer: Writer, facts: Referral): ServiceRequest {
  return {
    resourceType: 'ServiceRequest',
    id: writer.nextId('ref'),
    meta: writer.meta(facts.when),
    status: facts.status ?? 'active',
    intent: 'order',
    category: [snomed('3457005', 'Patient referral', 'Referral')],
    priority: facts.priority ?? 'routine',
    code: { text: facts.to },
    subject: writer.subject,
    authoredOn: toInstant(facts.when),
    requester: facts.by === undefined ? organisationOf(writer) : author(facts.by),
    performer: [{ display: facts.to }],
    reasonCode: [facts.reason],
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
  };
}

type Relative = {
  readonly relationship: string;
  readonly illness: CodeableConcept;
  readonly onsetAge?: string;
  readonly recorded: string;
};

/** What a relative had. */
export function familyHistory(writer: Writer, facts: Relative): FamilyMemberHistory {
  return {
    resourceType: 'FamilyMemberHistory',
    id: writer.nextId('family'),
    meta: writer.meta(facts.recorded),
    status: 'completed',
    patient: writer.subject,
    date: facts.recorded,
    relationship: { text: facts.relationship },
    condition: [
      {
        code: facts.illness,
        ...(facts.onsetAge === undefined ? {} : { onsetString: facts.onsetAge }),
      },
    ],
  };
}

type Study = { readonly title: string; readonly since: string; readonly recorded: string };

/** Somebody takes part in a study: in no section that a summary has a name for. */
export function research(writer: Writer, facts: Study): ResearchSubject {
  return {
    resourceType: 'ResearchSubject',
    id: writer.nextId('research'),
    meta: writer.meta(facts.recorded),
    status: 'on-study',
    period: { start: facts.since },
    study: { display: facts.title },
    individual: writer.subject,
  };
}
