/** A refusal the app made itself, told to the exchange (contract 2.7). */
import type { PatientRef } from '../../domain/person.ts';
import { codeSystem, ocs } from '../systems.ts';

export type RefusalFacts = {
  /** A code of ours, e.g. `own-record`; never free text, never demographics. */
  readonly code: string;
  /** The user gave up, rather than being refused. */
  readonly abandoned: boolean;
  /** Null where the patient was not traced: the exchange knows whom the token is about. */
  readonly patient: PatientRef | null;
  /** FHIR instant. */
  readonly recorded: string;
};

/** Plain R4 AuditEvent. Who did it is the token's word: the exchange replaces the agents. */
export function refusalEvent(facts: RefusalFacts): object {
  const patient = facts.patient
    ? [
        {
          what: { reference: `Patient/${facts.patient}` },
          role: { system: codeSystem.objectRole, code: '1' },
        },
      ]
    : [];
  const app = { display: 'Oxfordshire Care Summary app' };
  return {
    resourceType: 'AuditEvent',
    type: { system: codeSystem.dcm, code: '110113', display: 'Security Alert' },
    subtype: [{ system: ocs.accessEvent, code: facts.abandoned ? 'abandoned' : 'refused' }],
    action: 'E',
    recorded: facts.recorded,
    outcome: facts.abandoned ? '4' : '8',
    outcomeDesc: facts.code,
    purposeOfEvent: [{ coding: [{ system: ocs.accessReason, code: facts.code }] }],
    agent: [{ who: app, requestor: true }],
    source: { observer: app },
    ...(patient.length > 0 ? { entity: patient } : {}),
  };
}
