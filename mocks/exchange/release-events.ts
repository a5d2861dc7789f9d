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

/** `completed` throws when the trail cannot take it: then the last line must not go out. */
export function releaseEvents(call: Call, release: Release, manifest: Manifest) {
  let ended = false;
  const end = (outcome: '0' | '4'): void => {
    if (ended) return;
    const details = {
      ...manifestDetails(manifest),
      end: outcome === '0' ? 'whole' : 'interrupted',
    };
    call.exchange.store.audit([
      releaseEntry(call, release, 'release-completed', { outcome, details }),
    ]);
    ended = true;
  };
  return {
    completed: () => end('0'),
    interrupted: () => {
      try {
        end('4');
      } catch {
        // The release itself is on record; its end could not be added.
      }
    },
  };
}
