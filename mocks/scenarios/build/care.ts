/** What was done and is worn: procedures and devices (FHIR Procedure, DeviceUseStatement). */
import type { CodeableConcept, Device, DeviceUseStatement, Procedure } from 'fhir/r4';
import { author, organisationOf, type Writer } from './writer.ts';

type Done = {
  readonly code: CodeableConcept;
  /** Date or dateTime; possibly partial. */
  readonly when: string;
  readonly recorded?: string;
  readonly status?: Procedure['status'];
  readonly statusReason?: string;
  readonly site?: string;
  readonly outcome?: string;
  readonly reason?: CodeableConcept;
  readonly note?: string;
  readonly by?: string;
};

/** One procedure, done or (`not-done`, with its reason) not. */
export function procedure(writer: Writer, facts: Done): Procedure {
  return {
    resourceType: 'Procedure',
    id: writer.nextId('proc'),
    meta: writer.meta(facts.recorded ?? facts.when),
    status: facts.status ?? 'completed',
    ...(facts.statusReason === undefined ? {} : { statusReason: { text: facts.statusReason } }),
    code: facts.code,
    subject: writer.subject,
    performedDateTime: facts.when,
    performer: [{ actor: facts.by === undefined ? organisationOf(writer) : author(facts.by) }],
    ...(facts.reason === undefined ? {} : { reasonCode: [facts.reason] }),
    ...(facts.site === undefined ? {} : { bodySite: [{ text: facts.site }] }),
    ...(facts.outcome === undefined ? {} : { outcome: { text: facts.outcome } }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
  };
}

type Worn = {
  readonly type: CodeableConcept;
  readonly since: string;
  readonly until?: string;
  readonly recorded: string;
  readonly status?: DeviceUseStatement['status'];
  readonly site?: string;
  readonly note?: string;
};

/** A device somebody has, and that they have it: the statement first, as the list shows it. */
export function device(writer: Writer, facts: Worn): [DeviceUseStatement, Device] {
  const meta = writer.meta(facts.recorded);
  const thing: Device = {
    resourceType: 'Device',
    id: writer.nextId('device'),
    meta,
    type: facts.type,
    patient: writer.subject,
  };
  const use: DeviceUseStatement = {
    resourceType: 'DeviceUseStatement',
    id: writer.nextId('use'),
    meta,
    status: facts.status ?? 'active',
    subject: writer.subject,
    timingPeriod: {
      start: facts.since,
      ...(facts.until === undefined ? {} : { end: facts.until }),
    },
    recordedOn: facts.recorded,
    source: organisationOf(writer),
    device: { reference: `Device/${thing.id ?? ''}`, display: facts.type.text ?? '' },
    ...(facts.site === undefined ? {} : { bodySite: { text: facts.site } }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
  };
  return [use, thing];
}
