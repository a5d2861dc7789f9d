/** What leaves is on record first: under a permission of an earlier launch, as an opening, too. */
import { ocs } from '../../src/fhir/systems.ts';
import type { Release } from './access.ts';
import { storedRole } from './acting-role.ts';
import { auditEntry } from './audit-events.ts';
import { sha256 } from './canonical.ts';
import type { Call } from './context.ts';
import { isPermission, purposesOfEvent } from './reasons.ts';
import type { AuditEntry } from './trail.ts';

/** The opening of this launch that no Consent of its own tells of; null where one does. */
function openedAgain({ caller, base, exchange }: Call, release: Release): AuditEntry | null {
  const { consent, patientKey, traced } = release;
  if (consent.token === caller.launch || !isPermission(consent.reason)) return null;
  return auditEntry({
    ...{ kind: 'opened-again', caller, base, patientKey },
    recorded: exchange.clock().toISOString(),
    patientReference: `Patient/${traced.id}`,
    role: storedRole(caller, consent.role),
    consentId: consent.id,
    purpose: purposesOfEvent(consent.reason),
    policy: [ocs.permissionPolicy],
    details: { 'stands-on': consent.id },
    // Once in a launch, however often the summary or a letter is asked for.
    request: sha256(JSON.stringify(['opened-again', caller.launch, patientKey])),
  });
}

/** Records what is about to leave. Rejects where the trail cannot take it: then nothing leaves. */
export async function recordRelease(
  call: Call,
  release: Release,
  entries: readonly AuditEntry[],
): Promise<void> {
  const { store } = call.exchange;
  const again = openedAgain(call, release);
  if (again !== null) store.auditOnce(again);
  await store.auditTogether(entries);
}
