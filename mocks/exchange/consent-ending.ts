/** Reading and ending one's own Consent (contract.md 2.3, 2.9). */
import { z } from 'zod';
import { codeSystem } from '../../src/fhir/systems.ts';
import { auditEntry } from './audit-events.ts';
import { canonicalJson } from './canonical.ts';
import type { Call } from './context.ts';
import type { StoredConsent } from './consent-table.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { forbidden, unavailable } from './outcomes.ts';
import { refused } from './refusals.ts';
import type { AuditEntry } from './trail.ts';

const endShape = z.looseObject({ resourceType: z.literal('Consent'), status: z.string() });

const own = (call: Call, id: string): StoredConsent | null => {
  const stored = call.exchange.store.consentById(id);
  const { userKey, clientId, host } = call.caller;
  const same =
    stored?.userKey === userKey && stored.clientId === clientId && stored.hostKey === host.key;
  return same ? stored : null;
};

const notOwn = forbidden('other-consent', 'That Consent is not yours.').refusal;

/** `GET Consent/{id}`: own only. */
export function readConsent(call: Call, id: string): Response {
  const stored = own(call, id);
  if (stored === null) return refused(call, notOwn);
  const resource: unknown = JSON.parse(stored.body);
  return fhirResponse(resource);
}

function endEvents(call: Call, stored: StoredConsent): AuditEntry[] {
  const facts = {
    caller: call.caller,
    base: call.base,
    recorded: call.exchange.clock().toISOString(),
    patientKey: stored.patient,
    patientReference: `Patient/${stored.tracedId}`,
    consentId: stored.id,
    purpose: [{ coding: [{ system: codeSystem.actReason, code: stored.purpose }] }],
  };
  const ended = auditEntry({ ...facts, kind: 'ended' });
  if (stored.purpose === 'TREAT') return [ended];
  return [ended, auditEntry({ ...facts, kind: 'override-stopped' })];
}

/** `PUT Consent/{id}`: own, and nothing but `status` → `inactive`. Doing it twice is once. */
export async function endConsent(call: Call, id: string): Promise<Response> {
  const json = await readJson(call.request);
  if (!json.ok) return refusalResponse(json.refusal);
  const stored = own(call, id);
  if (stored === null) return refused(call, notOwn);
  const parsed = endShape.safeParse(json.value);
  const before = z.looseObject({}).parse(JSON.parse(stored.body));
  const bare = (body: object): string =>
    canonicalJson({ ...body, status: undefined, meta: undefined });
  if (!parsed.success || parsed.data.status !== 'inactive' || bare(parsed.data) !== bare(before)) {
    return refused(call, forbidden('update', 'Only the status may change, to inactive.').refusal);
  }
  if (stored.status === 'inactive') return readConsent(call, id);
  const meta = {
    versionId: String(stored.version + 1),
    lastUpdated: call.exchange.clock().toISOString(),
  };
  try {
    const body = JSON.stringify({ ...before, status: 'inactive', meta });
    call.exchange.store.endConsent(id, body, endEvents(call, stored));
  } catch {
    return refusalResponse(unavailable('record', 'The end could not be recorded.').refusal);
  }
  return readConsent(call, id);
}
