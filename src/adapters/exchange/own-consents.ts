/** The user's own Consents of this launch, and how each of them is ended (contract 2.3, 2.9). */
import type { PatientRef } from '../../domain/person.ts';
import { consentOf, endedConsent } from '../../fhir/gate/held-consent.ts';
import { insist } from './insist.ts';
import { ask, type Wire } from './request.ts';
import { activeConsents } from './searches.ts';

export type OwnConsents = {
  /** Kept as the exchange sent it: it is sent back with nothing changed but its status. */
  readonly keep: (consentId: string, consent: object) => void;
  /** Marks a kept Consent inactive and forgets it. Never throws; nothing where it is not kept. */
  readonly end: (consentId: string) => Promise<void>;
  /** As `end`, tried again for a while: the patient has refused, and it must not stand. */
  readonly revoke: (consentId: string) => Promise<void>;
  /** Marks the Consent of a decision inactive, where the exchange holds one. Never throws. */
  readonly withdraw: (patient: PatientRef, decisionId: string) => Promise<void>;
  readonly forget: () => void;
};

export function ownConsents(
  wire: Wire,
  newId: () => string,
  later: (run: () => void, afterMs: number) => void,
): OwnConsents {
  const held = new Map<string, object>();

  return {
    keep: (consentId, consent) => void held.set(consentId, consent),
    end: async (consentId) => {
      const consent = held.get(consentId);
      held.delete(consentId);
      if (consent) await put(consentId, consent);
    },
    revoke: async (consentId) => {
      const consent = held.get(consentId);
      held.delete(consentId);
      const requestId = newId();
      if (consent) await insist(() => put(consentId, consent, requestId), later);
    },
    withdraw: async (patient, decisionId) => {
      const found = await activeConsents(wire, patient, newId());
      const own = found.type === 'pages' ? consentOf(found.pages, patient, decisionId) : null;
      if (own) await put(own.id, own.consent);
    },
    forget: () => {
      held.clear();
    },
  };

  /** `keepalive`: the page may be closing, and this must still arrive. */
  function put(consentId: string, consent: object, requestId = newId()) {
    return ask(wire, {
      method: 'PUT',
      url: `${wire.base}/Consent/${consentId}`,
      headers: { 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify(endedConsent(consent)),
      requestId,
      keepalive: true,
    });
  }
}
