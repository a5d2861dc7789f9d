/** How a release ended, once: completed with its manifest, or interrupted with what had gone. */
import type { Release } from './access.ts';
import { storedRole } from './acting-role.ts';
import { auditEntry } from './audit-events.ts';
import type { Call } from './context.ts';
import { purposeCoding } from './reasons.ts';
import type { Manifest } from './summary-parts.ts';
import type { AuditEntry, AuditKind } from './trail.ts';

/** The PrivacyDisclosure.Source event, naming the Consent that opened the record. */
export function releaseEntry(
  call: Call,
  release: Release,
  kind: Extract<AuditKind, 'release' | 'release-completed' | 'document'>,
  more: { readonly outcome?: '0' | '4'; readonly details?: Record<string, string> } = {},
): AuditEntry {
  const { consent, traced, patientKey } = release;
  return auditEntry({
    kind,
    caller: call.caller,
    base: call.base,
    recorded: call.exchange.clock().toISOString(),
    patientKey,
    patientReference: `Patient/${traced.id}`,
    consentId: consent.id,
    role: storedRole(call.caller, consent.role),
    purpose: [{ coding: [purposeCoding(consent.purpose)] }],
    ...more,
  });
}

/** A manifest as entity details, one per source. */
export const manifestDetails = (manifest: Manifest): Record<string, string> =>
  Object.fromEntries([...manifest].map(([key, ids]) => [`manifest ${key}`, ids.join('\n')]));

/** `completed` rejects when the trail cannot take it: then the last line must not go out. */
export function releaseEvents(call: Call, release: Release, manifest: Manifest) {
  const { store } = call.exchange;
  let ended = false;
  /** The reader went away while the end was being written. */
  let isCut = false;
  const entry = (outcome: '0' | '4', end: string): AuditEntry =>
    releaseEntry(call, release, 'release-completed', {
      ...{ outcome, details: { ...manifestDetails(manifest), end } },
    });
  const interrupted = () => {
    isCut = true;
    if (ended) return;
    try {
      store.audit([entry('4', 'interrupted')]);
      ended = true;
    } catch {
      // The release itself is on record; its end could not be added.
    }
  };
  return {
    completed: async () => {
      ended = true;
      try {
        await store.auditTogether([entry('0', 'whole')]);
      } catch (error) {
        ended = false;
        if (isCut) interrupted();
        throw error;
      }
    },
    interrupted,
  };
}
