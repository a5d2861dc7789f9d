/** Contacts: the host's encounter of today, and what sources hold of past and coming ones. */
import type { Appointment, CodeableConcept, Encounter } from 'fhir/r4';
import { codeSystem } from '../../../src/fhir/systems.ts';
import type { HostKey } from '../types.ts';
import { author, organisationOf, type Writer } from './writer.ts';

const classes = {
  AMB: 'ambulatory',
  IMP: 'inpatient encounter',
  EMER: 'emergency',
  HH: 'home health',
  VR: 'virtual',
} as const;

export type EncounterClass = keyof typeof classes;

type HostEncounter = {
  readonly id: string;
  readonly patientId: string;
  readonly kind: EncounterClass;
  readonly start: string;
  readonly reason: string;
  readonly where: string;
};

/** The encounter from which a clinician launches; it is going on now. */
export function hostEncounter(host: HostKey, facts: HostEncounter): Encounter {
  const organisation = host === 'gp' ? 'org-hollow-way' : 'org-ouh';
  return {
    resourceType: 'Encounter',
    id: facts.id,
    meta: { versionId: '1', lastUpdated: facts.start },
    status: 'in-progress',
    class: { system: codeSystem.actCode, code: facts.kind, display: classes[facts.kind] },
    subject: { reference: `Patient/${facts.patientId}` },
    period: { start: facts.start },
    reasonCode: [{ text: facts.reason }],
    location: [{ location: { display: facts.where } }],
    serviceProvider: { reference: `Organization/${organisation}` },
  };
}

type PastEncounter = {
  readonly kind: EncounterClass;
  readonly type: string;
  readonly start: string;
  readonly end?: string;
  readonly reason: CodeableConcept;
  readonly by?: string;
  readonly status?: Encounter['status'];
};

/** An attendance or admission as a source holds it; without an end it is still going on. */
export function encounter(writer: Writer, facts: PastEncounter): Encounter {
  return {
    resourceType: 'Encounter',
    id: writer.nextId('enc'),
    meta: writer.meta(facts.end ?? facts.start),
    status: facts.status ?? (facts.end === undefined ? 'in-progress' : 'finished'),
    class: { system: codeSystem.actCode, code: facts.kind, display: classes[facts.kind] },
    type: [{ text: facts.type }],
    subject: writer.subject,
    ...(facts.by === undefined ? {} : { participant: [{ individual: author(facts.by) }] }),
    period: {
      start: facts.start,
      ...(facts.end === undefined ? {} : { end: facts.end }),
    },
    reasonCode: [facts.reason],
    serviceProvider: organisationOf(writer),
  };
}

type Booked = {
  readonly start: string;
  readonly minutes: number;
  readonly description: string;
  readonly with: string;
  readonly booked: string;
  readonly status?: Appointment['status'];
};

/** A coming (or cancelled) appointment. */
export function appointment(writer: Writer, facts: Booked): Appointment {
  const end = new Date(new Date(facts.start).getTime() + facts.minutes * 60_000);
  return {
    resourceType: 'Appointment',
    id: writer.nextId('appt'),
    meta: writer.meta(facts.booked),
    status: facts.status ?? 'booked',
    description: facts.description,
    start: facts.start,
    end: end.toISOString(),
    minutesDuration: facts.minutes,
    created: facts.booked,
    participant: [
      { actor: writer.subject, status: 'accepted' },
      { actor: author(facts.with), status: 'accepted' },
    ],
  };
}
