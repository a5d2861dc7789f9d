/** The access log of a restricted patient: who and when, and nothing of where (contract.md 2.5). */
import type { AuditEvent, AuditEventAgent } from 'fhir/r4';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { isTold } from './redaction-places.ts';
import type { Places } from './redaction-places.ts';

/** Registers of people; any other identifier names the system it was given in. */
const isNational = (system: string | undefined): boolean =>
  /^https:\/\/fhir\.(?:nhs|hl7\.org)\.uk\/Id\//.test(system ?? '');

/** The person who looked, by name, job and national number: no employer, no device, no network. */
function personOf(agent: AuditEventAgent, places: Places): AuditEventAgent {
  const { type, who, altId, name, role, requestor, policy } = agent;
  const { identifier, display } = who ?? {};
  const jobs = (role ?? []).filter((job) => !isTold(job, places));
  const person = {
    ...(who?.type === undefined ? {} : { type: who.type }),
    ...(isNational(identifier?.system) && identifier ? { identifier } : {}),
    ...(display === undefined || places(display) ? {} : { display }),
  };
  return {
    ...(type === undefined ? {} : { type }),
    ...(who === undefined ? {} : { who: person }),
    ...(altId === undefined || places(altId) ? {} : { altId }),
    ...(name === undefined || places(name) ? {} : { name }),
    role: jobs.length > 0 ? jobs : [{ text: 'Not known' }],
    requestor,
    ...(policy === undefined ? {} : { policy }),
  };
}

/**
 * Somebody else's row of a restricted patient's log: their organisation and whatever system it came
 * through are dropped, and every detail that holds a known string.
 * @param places the patient's known strings
 */
export function withoutLocation(event: AuditEvent, places: Places): AuditEvent {
  const { id, type, subtype, action, recorded, outcome, outcomeDesc, purposeOfEvent } = event;
  const entity = (event.entity ?? []).flatMap(({ what, type: kind, role, detail }) => {
    const told = (detail ?? []).filter((one) => !isTold(one, places));
    if (detail !== undefined && told.length === 0 && what === undefined) return [];
    return [
      {
        ...(what?.reference === undefined ? {} : { what: { reference: what.reference } }),
        ...(kind === undefined ? {} : { type: kind }),
        ...(role === undefined ? {} : { role }),
        ...(told.length === 0 ? {} : { detail: told }),
      },
    ];
  });
  const purposes = (purposeOfEvent ?? []).filter((purpose) => !isTold(purpose, places));
  return {
    resourceType: 'AuditEvent',
    meta: { security: [{ system: clinicalSystem.observationValue, code: 'REDACTED' }] },
    ...(id === undefined ? {} : { id }),
    type,
    ...(subtype === undefined ? {} : { subtype }),
    ...(action === undefined ? {} : { action }),
    recorded,
    ...(outcome === undefined ? {} : { outcome }),
    ...(outcomeDesc === undefined || places(outcomeDesc) ? {} : { outcomeDesc }),
    ...(purposes.length === 0 ? {} : { purposeOfEvent: purposes }),
    agent: event.agent.filter(({ requestor }) => requestor).map((agent) => personOf(agent, places)),
    source: {
      observer: { display: 'OCS exchange' },
    },
    entity,
  };
}
