/** Measurements and reports (FHIR Observation, DiagnosticReport). Flags are the source's own. */
import type { CodeableConcept, DiagnosticReport, Observation } from 'fhir/r4';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { author, organisationOf, type Writer } from './writer.ts';

type Flagged = 'H' | 'L' | 'N' | 'HH' | 'LL' | 'A';

const flagWords: Readonly<Record<Flagged, string>> = {
  H: 'High',
  L: 'Low',
  N: 'Normal',
  HH: 'Critical high',
  LL: 'Critical low',
  A: 'Abnormal',
};

export type Category =
  'laboratory' | 'vital-signs' | 'social-history' | 'survey' | 'exam' | 'functional' | 'about-me';

/** HL7's categories; what they have no word for is a survey, and says which. */
const categories: Readonly<Partial<Record<Category, string>>> = {
  functional: 'Functional status',
  'about-me': 'About me',
};

function categoryOf(category: Category): CodeableConcept[] {
  const text = categories[category];
  const code = text === undefined ? category : 'survey';
  const coded = { coding: [{ system: clinicalSystem.observationCategory, code }] };
  return text === undefined ? [coded] : [coded, { text }];
}

/** What a test is: its code and the unit as this source writes it. */
export type Test = {
  readonly code: CodeableConcept;
  readonly unit: string;
  /** UCUM code; the printed unit itself where absent; null where the source sends words only. */
  readonly ucum?: string | null;
  readonly low?: number;
  readonly high?: number;
};

type Measured = {
  readonly test: Test;
  readonly value: number;
  readonly when: string;
  readonly category?: Category;
  readonly status?: Observation['status'];
  readonly flag?: Flagged;
  readonly note?: string;
  readonly by?: string;
  /** The laboratory's own number: whoever holds a copy of the result holds it, too. */
  readonly specimen?: string;
};

/** One number with the source's own range, flag, status and comment. */
export function measured(writer: Writer, facts: Measured): Observation {
  const { test } = facts;
  const unit =
    test.ucum === null
      ? { unit: test.unit }
      : { unit: test.unit, system: clinicalSystem.ucum, code: test.ucum ?? test.unit };
  const range = {
    ...(test.low === undefined ? {} : { low: { value: test.low, ...unit } }),
    ...(test.high === undefined ? {} : { high: { value: test.high, ...unit } }),
  };
  return {
    ...observed(writer, { ...facts, code: test.code, category: facts.category ?? 'laboratory' }),
    valueQuantity: { value: facts.value, ...unit },
    ...(Object.keys(range).length === 0 ? {} : { referenceRange: [range] }),
  };
}

type Stated = {
  readonly code: CodeableConcept;
  readonly when: string;
  readonly category: Category;
  readonly status?: Observation['status'];
  readonly flag?: Flagged;
  readonly note?: string;
  readonly by?: string;
  /** The laboratory's own number: whoever holds a copy of the result holds it, too. */
  readonly specimen?: string;
};

/** An observation whose value is a concept: smoking status, blood group. */
export function stated(
  writer: Writer,
  facts: Stated & { readonly value: CodeableConcept },
): Observation {
  return { ...observed(writer, facts), valueCodeableConcept: facts.value };
}

/** An observation whose value is a date, e.g. the estimated date of delivery. */
export function dated(writer: Writer, facts: Stated & { readonly value: string }): Observation {
  return { ...observed(writer, facts), valueDateTime: facts.value };
}

/** An observation in words. */
export function told(writer: Writer, facts: Stated & { readonly value: string }): Observation {
  return { ...observed(writer, facts), valueString: facts.value };
}

/** Systolic and diastolic blood pressure in mmHg (LOINC panel 85354-9). */
export function bloodPressure(
  writer: Writer,
  when: string,
  systolic: number,
  diastolic: number,
): Observation {
  const part = (code: string, display: string, value: number) => ({
    code: { coding: [{ system: codeSystem.loinc, code, display }] },
    valueQuantity: { value, unit: 'mmHg', system: clinicalSystem.ucum, code: 'mm[Hg]' },
  });
  const code = {
    coding: [
      {
        system: codeSystem.loinc,
        code: '85354-9',
        display: 'Blood pressure panel with all children optional',
      },
    ],
    text: 'Blood pressure',
  };
  return {
    ...observed(writer, { code, when, category: 'vital-signs' }),
    component: [
      part('8480-6', 'Systolic blood pressure', systolic),
      part('8462-4', 'Diastolic blood pressure', diastolic),
    ],
  };
}

const labNumber = (value: string) => ({
  system: 'https://laboratory.example.org/Id/result',
  value,
});

function observed(writer: Writer, facts: Stated): Observation {
  return {
    resourceType: 'Observation',
    id: writer.nextId('obs'),
    meta: writer.meta(facts.when),
    ...(facts.specimen === undefined ? {} : { identifier: [labNumber(facts.specimen)] }),
    status: facts.status ?? 'final',
    category: categoryOf(facts.category),
    code: facts.code,
    subject: writer.subject,
    effectiveDateTime: facts.when,
    performer: [facts.by === undefined ? organisationOf(writer) : author(facts.by)],
    ...(facts.flag === undefined
      ? {}
      : {
          interpretation: [
            {
              coding: [
                {
                  system: clinicalSystem.interpretation,
                  code: facts.flag,
                  display: flagWords[facts.flag],
                },
              ],
            },
          ],
        }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
  };
}

type Report = {
  readonly code: CodeableConcept;
  readonly when: string;
  readonly results: readonly Observation[];
  readonly status?: DiagnosticReport['status'];
  readonly conclusion?: string;
  readonly category?: 'LAB' | 'RAD' | 'CUS';
};

/** A report and the observations it groups, the report first. */
export function report(writer: Writer, facts: Report): (DiagnosticReport | Observation)[] {
  const entry: DiagnosticReport = {
    resourceType: 'DiagnosticReport',
    id: writer.nextId('report'),
    meta: writer.meta(facts.when),
    status: facts.status ?? 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v2-0074',
            code: facts.category ?? 'LAB',
          },
        ],
      },
    ],
    code: facts.code,
    subject: writer.subject,
    effectiveDateTime: facts.when,
    issued: writer.meta(facts.when).lastUpdated,
    performer: [organisationOf(writer)],
    ...(facts.results.length === 0
      ? {}
      : {
          result: facts.results.map(({ id }) => ({ reference: `Observation/${id ?? ''}` })),
        }),
    ...(facts.conclusion === undefined ? {} : { conclusion: facts.conclusion }),
  };
  return [entry, ...facts.results];
}
