/** Codes as FHIR CodeableConcepts. `text` is what the author wrote; a code is given only if sure. */
import type { CodeableConcept } from 'fhir/r4';
import { codeSystem } from '../../../src/fhir/systems.ts';

/** A concept with one coding; `text` defaults to the code's display. */
export function concept(
  system: string,
  code: string,
  display: string,
  text: string = display,
): CodeableConcept {
  return { coding: [{ system, code, display }], text };
}

/** SNOMED CT, UK edition. */
export function snomed(code: string, display: string, text?: string): CodeableConcept {
  return concept(codeSystem.snomed, code, display, text);
}

/** LOINC. `text` is the British laboratory's name for the test. */
export function loinc(code: string, display: string, text?: string): CodeableConcept {
  return concept(codeSystem.loinc, code, display, text);
}

/** A concept nobody coded: words only. */
export function words(text: string): CodeableConcept {
  return { text };
}
