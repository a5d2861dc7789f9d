/**
 * Medicines by the name a prescriber reads. A code is given where it is certain; the others travel
 * as words, which is how much of primary and secondary care sends them.
 */
import type { CodeableConcept } from 'fhir/r4';
import { concept } from '../build/coding.ts';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';

/** dm+d virtual medicinal products and, without a strength, virtual therapeutic moieties. */
const dmd: Readonly<Record<string, string>> = {
  'Apixaban 2.5mg tablets': '703907006',
  'Fentanyl 12micrograms/hour transdermal patches': '9752311000001101',
  'Fentanyl 25micrograms/hour transdermal patches': '36120011000001101',
  Methotrexate: '68887009',
  'Methotrexate 2.5mg tablets': '41792011000001100',
  'Ramipril 5mg capsules': '318902004',
  'Salbutamol 100micrograms/dose inhaler CFC free': '39113611000001102',
  Warfarin: '48603004',
  'Warfarin 1mg tablets': '319733000',
  'Warfarin 3mg tablets': '319734006',
  'Zuclopenthixol decanoate 200mg/1ml solution for injection ampoules': '36152111000001102',
};

/** SNOMED CT medicinal products and clinical drugs, with their own terms. */
const snomedProduct: Readonly<Record<string, readonly [code: string, term: string]>> = {
  Hydrocortisone: ['16602005', 'Product containing hydrocortisone'],
  'Hydrocortisone 10mg tablets': [
    '325373001',
    'Product containing precisely hydrocortisone 10 milligram/1 each conventional release oral ' +
      'tablet',
  ],
  'Sodium valproate 500mg gastro-resistant tablets': [
    '322957006',
    'Product containing precisely sodium valproate 500 milligram/1 each gastro-resistant oral ' +
      'tablet',
  ],
};

/** A medicine under the name its author wrote, coded where the code is certain. */
export function medicine(name: string): CodeableConcept {
  const dmdCode = dmd[name];
  if (dmdCode !== undefined) return concept(clinicalSystem.dmd, dmdCode, name);
  const product = snomedProduct[name];
  if (product !== undefined) return concept(codeSystem.snomed, product[0], product[1], name);
  return { text: name };
}
