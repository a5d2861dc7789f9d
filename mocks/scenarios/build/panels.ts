/** The two panels everybody has: a blood count, kidney function. Flags come from the lab's range. */
import type { DiagnosticReport, Observation } from 'fhir/r4';
import { panels, tests } from '../codes/tests.ts';
import { measured, report, type Test } from './results.ts';
import type { Writer } from './writer.ts';

/** The laboratory's own flag for a value in its own range. */
function labFlag(test: Test, value: number): 'H' | 'L' | 'N' {
  if (test.high !== undefined && value > test.high) return 'H';
  if (test.low !== undefined && value < test.low) return 'L';
  return 'N';
}

type Values<Key extends string> = Partial<Readonly<Record<Key, number>>>;

function panelOf<Key extends string>(
  writer: Writer,
  when: string,
  wanted: readonly (readonly [Key, Test])[],
  values: Values<Key>,
): Observation[] {
  return wanted.flatMap(([key, test]) => {
    const value = values[key];
    if (value === undefined) return [];
    return [measured(writer, { test, value, when, flag: labFlag(test, value) })];
  });
}

type BloodCount = Values<'haemoglobin' | 'whiteCells' | 'neutrophils' | 'platelets'>;

/** A full blood count, values in g/L and 10*9/L. */
export function bloodCount(
  writer: Writer,
  when: string,
  values: BloodCount,
): (DiagnosticReport | Observation)[] {
  const { haemoglobin, whiteCells, neutrophils, platelets } = tests;
  const results = panelOf(
    writer,
    when,
    [
      ['haemoglobin', haemoglobin],
      ['whiteCells', whiteCells],
      ['neutrophils', neutrophils],
      ['platelets', platelets],
    ],
    values,
  );
  return report(writer, { code: panels.bloodCount, when, results });
}

type Renal = Values<'sodium' | 'potassium' | 'urea' | 'creatinine' | 'egfr'>;

/** Urea and electrolytes, mmol/L and umol/L; eGFR in mL/min/1.73 m2. */
export function renalProfile(
  writer: Writer,
  when: string,
  values: Renal,
): (DiagnosticReport | Observation)[] {
  const { sodium, potassium, urea, creatinine, egfr } = tests;
  const results = panelOf(
    writer,
    when,
    [
      ['sodium', sodium],
      ['potassium', potassium],
      ['urea', urea],
      ['creatinine', creatinine],
      ['egfr', egfr],
    ],
    values,
  );
  return report(writer, { code: panels.renal, when, results });
}
