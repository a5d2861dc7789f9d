/** Which permits stand, without reading what was answered in them (contract 2.2). */
import * as s from '../shape.ts';
import type { PatientRef } from '../../domain/person.ts';
import { id, reference, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset } from '../searchset.ts';

/** Whether the Consent of this id is still among the patient's active ones. */
export function isStillActive(
  pages: readonly unknown[],
  patient: PatientRef,
  consentId: string,
): boolean {
  return activePermits(pages).some(
    (each) => each.id === consentId && each.patient.reference === `Patient/${patient}`,
  );
}

/** @param pages searchsets of the patient's active Consents */
export function hasPermit(pages: readonly unknown[]): boolean {
  return activePermits(pages).length > 0;
}

function activePermits(pages: readonly unknown[]): readonly s.Infer<typeof activePermit>[] {
  return pages
    .flatMap((page) => parsed(searchset, page)?.entry ?? [])
    .flatMap(({ resource }) => parsed(activePermit, resource) ?? []);
}

const activePermit = s.object({
  ...unmodified,
  resourceType: s.literal('Consent'),
  id,
  status: s.literal('active'),
  patient: reference,
  provision: s.object({ type: s.literal('permit') }),
});
