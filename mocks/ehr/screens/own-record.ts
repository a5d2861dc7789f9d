import type { CodeableConcept, FhirResource } from 'fhir/r4';
import type { HostKey, Scenario } from '../../scenarios/types.ts';
import { shortDate } from './format.ts';

export type OwnItem = { readonly text: string; readonly detail: string; readonly date: string };
export type OwnList = {
  readonly heading: string;
  readonly items: readonly OwnItem[];
  readonly more: number;
};

const shown = 12;

function words(concept: CodeableConcept | undefined): string {
  return concept?.text ?? concept?.coding?.[0]?.display ?? '';
}

/** A clinical system does not list what was entered in error. */
const enteredInError = (resource: FhirResource): boolean =>
  ('verificationStatus' in resource && code(resource.verificationStatus) === 'entered-in-error') ||
  ('status' in resource && resource.status === 'entered-in-error');

const code = (concept: CodeableConcept | undefined): string => concept?.coding?.[0]?.code ?? '';

function problem(resource: FhirResource): OwnItem[] {
  if (resource.resourceType !== 'Condition') return [];
  return [
    {
      text: words(resource.code),
      detail: code(resource.clinicalStatus),
      date: resource.onsetDateTime ?? resource.recordedDate ?? '',
    },
  ];
}

function medicine(resource: FhirResource): OwnItem[] {
  if (resource.resourceType === 'MedicationRequest') {
    const dose = resource.dosageInstruction?.[0]?.text ?? '';
    const detail = resource.status === 'active' ? dose : `${dose} (${resource.status})`;
    return [
      { text: words(resource.medicationCodeableConcept), detail, date: resource.authoredOn ?? '' },
    ];
  }
  if (resource.resourceType !== 'MedicationStatement') return [];
  const dose = resource.dosage?.[0]?.text ?? '';
  const detail = resource.status === 'active' ? dose : `${dose} (${resource.status})`;
  const date = resource.dateAsserted ?? resource.effectiveDateTime ?? '';
  return [{ text: words(resource.medicationCodeableConcept), detail, date }];
}

function allergy(resource: FhirResource): OwnItem[] {
  if (resource.resourceType !== 'AllergyIntolerance') return [];
  const detail = words(resource.reaction?.[0]?.manifestation[0]);
  return [{ text: words(resource.code), detail, date: resource.recordedDate ?? '' }];
}

/**
 * What this host's own record says of the patient, newest first: the practice's at the GP system,
 * the trust's at the EPR. It is what a clinician sees before opening the Care Summary.
 */
export function ownRecord(scenario: Scenario, host: HostKey): readonly OwnList[] {
  const source = host === 'gp' ? scenario.practice : 'ouh';
  const resources = (scenario.records[source]?.resources ?? []).filter(
    (resource) => !enteredInError(resource),
  );
  const list = (heading: string, pick: (resource: FhirResource) => OwnItem[]): OwnList => {
    const items = resources
      .flatMap(pick)
      .sort((left, right) => right.date.localeCompare(left.date));
    const top = items.slice(0, shown).map((item) => ({ ...item, date: shortDate(item.date) }));
    return { heading, items: top, more: items.length - top.length };
  };
  return [
    list('Allergies and adverse reactions', allergy),
    list('Problems', problem),
    list('Medicines', medicine),
  ];
}
