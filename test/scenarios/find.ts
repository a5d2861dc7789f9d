/** Ways to look into the scenarios' data, so that a test reads as the sentence it proves. */
import type {
  AllergyIntolerance,
  CodeableConcept,
  FhirResource,
  MedicationRequest,
  MedicationStatement,
  Observation,
} from 'fhir/r4';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import type { Scenario, SourceKey, SourceRecord, Variant } from '../../mocks/scenarios/types.ts';

/** The scenario of that key; a missing one is a broken test. */
export function scenario(key: string): Scenario {
  const found = scenarios.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no scenario ${key}`);
  return found;
}

export function variant(key: string, variantKey: string): Variant {
  const found = scenario(key).variants.find((candidate) => candidate.key === variantKey);
  if (found === undefined) throw new Error(`no variant ${variantKey} of ${key}`);
  return found;
}

export function record(key: string, source: SourceKey): SourceRecord {
  const found = scenario(key).records[source];
  if (found === undefined) throw new Error(`${key} has no record at ${source}`);
  return found;
}

type OfType<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

/** Every resource of one type that a source holds about a patient. */
export function all<T extends FhirResource['resourceType']>(
  key: string,
  source: SourceKey,
  type: T,
): OfType<T>[] {
  return ofType(record(key, source).resources, type);
}

export function ofType<T extends FhirResource['resourceType']>(
  resources: readonly FhirResource[],
  type: T,
): OfType<T>[] {
  return resources.filter((resource): resource is OfType<T> => resource.resourceType === type);
}

export function codesOf(concept: CodeableConcept | undefined): string[] {
  return (concept?.coding ?? []).flatMap(({ code }) => (code === undefined ? [] : [code]));
}

type Medicine = {
  readonly name: string;
  readonly status: string;
  readonly dose: string;
  /** `authoredOn` of a request, `dateAsserted` of a statement. */
  readonly date: string | undefined;
  readonly end: string | undefined;
  readonly why: string | undefined;
};

/** The medicine lines of one source, each in the words a reader would see. */
export function medicines(key: string, source: SourceKey): Medicine[] {
  return [
    ...all(key, source, 'MedicationRequest').map(fromRequest),
    ...all(key, source, 'MedicationStatement').map(fromStatement),
  ];
}

function fromRequest(request: MedicationRequest): Medicine {
  return {
    name: request.medicationCodeableConcept?.text ?? '',
    status: request.status,
    dose: (request.dosageInstruction ?? []).map(({ text }) => text).join('; '),
    date: request.authoredOn,
    end: undefined,
    why: request.statusReason?.text,
  };
}

function fromStatement(statement: MedicationStatement): Medicine {
  return {
    name: statement.medicationCodeableConcept?.text ?? '',
    status: statement.status,
    dose: (statement.dosage ?? []).map(({ text }) => text).join('; '),
    date: statement.dateAsserted,
    end: statement.effectivePeriod?.end,
    why: statement.statusReason?.[0]?.text,
  };
}

/** The one medicine whose name starts so. */
export function medicine(key: string, source: SourceKey, name: string): Medicine {
  const found = medicines(key, source).filter((line) => line.name.startsWith(name));
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} medicines called ${name} at ${source}`);
  }
  return found[0];
}

/** Observations with that LOINC code, oldest first. */
export function results(key: string, source: SourceKey, loinc: string): Observation[] {
  return all(key, source, 'Observation')
    .filter(({ code }) => codesOf(code).includes(loinc))
    .sort((a, b) => (a.effectiveDateTime ?? '').localeCompare(b.effectiveDateTime ?? ''));
}

export function allergies(key: string, source: SourceKey): AllergyIntolerance[] {
  return all(key, source, 'AllergyIntolerance');
}

/** A letter's text, decoded; of a PDF its raw bytes as Latin-1. */
export function letterTexts(resources: readonly FhirResource[]): string[] {
  return ofType(resources, 'Binary').map((binary) => {
    const bytes = Buffer.from(binary.data ?? '', 'base64');
    return bytes.toString(binary.contentType === 'application/pdf' ? 'latin1' : 'utf8');
  });
}
