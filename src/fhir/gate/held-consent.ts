/** A Consent as the exchange holds it: found by its decision, and ended. */
import type { PatientRef } from '../../domain/person.ts';
import { id, type Identifier, identifier, reference, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset } from '../searchset.ts';
import * as s from '../shape.ts';
import { identifierSystem } from '../systems.ts';

/** The same Consent, ended. Nothing but its status changes (contract 2.3, 2.9). */
export function endedConsent(consent: object): object {
  return { ...consent, status: 'inactive' };
}

const heldConsent = s.object({
  ...unmodified,
  resourceType: s.literal('Consent'),
  id,
  identifier: s.array(identifier),
  status: s.literal('active'),
  patient: reference,
});

/**
 * @param pages searchsets of the patient's active Consents
 * @returns the Consent in which this decision was recorded, as the exchange keeps it; else null
 */
export function consentOf(
  pages: readonly unknown[],
  patient: PatientRef,
  decisionId: string,
): { readonly id: string; readonly consent: object } | null {
  const resources = pages.flatMap((page) => parsed(searchset, page)?.entry ?? []);
  for (const { resource } of resources) {
    const held = parsed(heldConsent, resource);
    if (!held || !isObject(resource) || !isOfDecision(held.identifier, decisionId)) continue;
    if (held.patient.reference === `Patient/${patient}`) return { id: held.id, consent: resource };
  }
  return null;
}

/** Whether the identifiers are those of this decision. */
export function isOfDecision(identifiers: readonly Identifier[], decisionId: string): boolean {
  return identifiers.some(
    ({ system, value }) => system === identifierSystem.uri && value === `urn:uuid:${decisionId}`,
  );
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
