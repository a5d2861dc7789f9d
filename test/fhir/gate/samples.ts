/** Searchsets and events of an invented exchange, for what is read at the gate. */
import type { PatientRef } from '../../../src/domain/person.ts';
import { codeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';

export const ref = 'opaque-1' as PatientRef;
export const own = { system: identifierSystem.gmc, value: '9900017' };
export const other = { system: identifierSystem.gmc, value: '9900025' };

export const searchset = (resources: readonly object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
  ...more,
});

export const purpose = (code: string) => ({ coding: [{ system: codeSystem.actReason, code }] });
export const reason = (code: string, text?: string) => ({
  coding: [{ system: ocs.accessReason, code }],
  ...(text === undefined ? {} : { text }),
});

export const agent = (more: object = {}) => ({
  requestor: true,
  name: 'Dr Sam Patel',
  who: { identifier: own },
  role: [{ text: 'GP' }],
  ...more,
});

export const event = (more: object = {}) => ({
  resourceType: 'AuditEvent',
  id: 'e1',
  recorded: '2026-11-22T10:00:00Z',
  outcome: '0',
  agent: [agent()],
  entity: [{ what: { reference: `Patient/${ref}` } }],
  ...more,
});

export const subtype = (...codes: readonly string[]) =>
  codes.map((code) => ({ system: ocs.accessEvent, code }));
