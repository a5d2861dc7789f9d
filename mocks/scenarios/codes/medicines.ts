/**
 * Medicines by the name a prescriber reads. A dm+d VMP code is given where it is certain; the
 * others travel as words, which is how much of primary and secondary care sends them.
 */
import type { CodeableConcept } from 'fhir/r4';
import { codeSystem } from '../../../src/fhir/systems.ts';

/** dm+d virtual medicinal product codes. */
const vmp: Readonly<Record<string, string>> = {
  'Apixaban 2.5mg tablets': '703907006',
  'Fentanyl 12micrograms/hour transdermal patches': '9752311000001101',
  'Fentanyl 25micrograms/hour transdermal patches': '36120011000001101',
  'Methotrexate 2.5mg tablets': '41792011000001100',
  'Ramipril 5mg capsules': '318902004',
  'Salbutamol 100micrograms/dose inhaler CFC free': '39113611000001102',
  'Warfarin 1mg tablets': '319733000',
  'Warfarin 3mg tablets': '319734006',
  'Zuclopenthixol decanoate 200mg/1ml solution for injection ampoules': '36152111000001102',
};

/** A medicine under its dm+d name, coded where the code is certain. */
export function medicine(name: string): CodeableConcept {
  const code = vmp[name];
  if (code === undefined) return { text: name };
  return { coding: [{ system: codeSystem.dmd, code, display: name }], text: name };
}
