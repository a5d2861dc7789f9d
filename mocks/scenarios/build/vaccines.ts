/** Vaccinations (FHIR Immunization). */
import type { CodeableConcept, Immunization } from 'fhir/r4';
import { author, organisationOf, type Writer } from './writer.ts';

type Vaccination = {
  readonly vaccine: CodeableConcept;
  readonly date: string;
  readonly status?: Immunization['status'];
  readonly statusReason?: CodeableConcept;
  readonly dose?: number;
  readonly lot?: string;
  readonly by?: string;
};

/** One vaccination given (`completed`) or not (`not-done`, with the reason). */
export function vaccination(writer: Writer, facts: Vaccination): Immunization {
  return {
    resourceType: 'Immunization',
    id: writer.nextId('imm'),
    meta: writer.meta(facts.date),
    status: facts.status ?? 'completed',
    ...(facts.statusReason === undefined ? {} : { statusReason: facts.statusReason }),
    vaccineCode: facts.vaccine,
    patient: writer.subject,
    occurrenceDateTime: facts.date,
    primarySource: true,
    ...(facts.lot === undefined ? {} : { lotNumber: facts.lot }),
    performer: [{ actor: facts.by === undefined ? organisationOf(writer) : author(facts.by) }],
    ...(facts.dose === undefined
      ? {}
      : { protocolApplied: [{ doseNumberPositiveInt: facts.dose }] }),
  };
}
