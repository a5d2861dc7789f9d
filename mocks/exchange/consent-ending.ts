/** Reading and ending one's own Consent (contract.md 2.3, 2.9). */
import { z } from 'zod';
import { storedRole } from './acting-role.ts';
import { auditEntry } from './audit-events.ts';
import { canonicalJson } from './canonical.ts';
import type { Call } from './context.ts';
import type { Ending, StoredConsent } from './consent-table.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { forbidden, unavailable } from './outcomes.ts';
import { purposeCoding } from './reasons.ts';
import { refused } from './refusals.ts';

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

/** One Consent of a launch that ends; the override stops with the one that was named. */
function ending(call: Call, stored: StoredConsent, named: string): Ending {
  const recorded = call.exchange.clock().toISOString();
  const facts = {
    caller: call.caller,
    base: call.base,
    recorded,
    patientKey: stored.patient,
    patientReference: `Patient/${stored.tracedId}`,
    role: storedRole(call.caller, stored.role),
    consentId: stored.id,
    launch: stored.launch,
    purpose: [{ coding: [purposeCoding(stored.purpose)] }],
  };
  const stopped = stored.id === named && stored.purpose !== 'TREAT';
  const before = z.looseObject({}).parse(JSON.parse(stored.body));
  const meta = { versionId: String(stored.version + 1), lastUpdated: recorded };
  return {
    id: stored.id,
    body: JSON.stringify({ ...before, status: 'inactive', meta }),
    audit: [
      auditEntry({ ...facts, kind: 'ended' }),
      ...(stopped ? [auditEntry({ ...facts, kind: 'override-stopped' })] : []),
    ],
  };
}

/**
 * `PUT Consent/{id}`: own, and nothing but `status` → `inactive`. Doing it twice is once. What
 * reopened it, or was reopened by it, ends with it: otherwise the launch would not have ended.
 */
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
  try {
    const { store } = call.exchange;
    const active = store.consentsOf(stored.root).filter(({ status }) => status === 'active');
    store.endConsents(active.map((one) => ending(call, one, id)));
  } catch {
    return refusalResponse(unavailable('record', 'The end could not be recorded.').refusal);
  }
  return readConsent(call, id);
}
