/** Laboratory tests and measurements: LOINC, UCUM, adult reference ranges of the invented labs. */
import { loinc, snomed } from '../build/coding.ts';
import type { Test } from '../build/results.ts';

export const tests = {
  potassium: {
    code: loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium'),
    unit: 'mmol/L',
    low: 3.5,
    high: 5.3,
  },
  sodium: {
    code: loinc('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium'),
    unit: 'mmol/L',
    low: 133,
    high: 146,
  },
  creatinine: {
    code: loinc('14682-9', 'Creatinine [Moles/volume] in Serum or Plasma', 'Creatinine'),
    unit: 'umol/L',
    low: 45,
    high: 84,
  },
  urea: {
    code: loinc('22664-7', 'Urea [Moles/volume] in Serum or Plasma', 'Urea'),
    unit: 'mmol/L',
    low: 2.5,
    high: 7.8,
  },
  egfr: {
    code: loinc(
      '62238-1',
      'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or ' +
        'Blood by Creatinine-based formula (CKD-EPI)',
      'eGFR',
    ),
    unit: 'mL/min/1.73 m2',
    ucum: 'mL/min/{1.73_m2}',
  },
  haemoglobin: {
    code: loinc('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Haemoglobin'),
    unit: 'g/L',
    low: 120,
    high: 150,
  },
  whiteCells: {
    code: loinc('6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 'White cell count'),
    unit: '10*9/L',
    low: 4,
    high: 11,
  },
  platelets: {
    code: loinc('777-3', 'Platelets [#/volume] in Blood by Automated count', 'Platelets'),
    unit: '10*9/L',
    low: 150,
    high: 400,
  },
  neutrophils: {
    code: loinc('751-8', 'Neutrophils [#/volume] in Blood by Automated count', 'Neutrophils'),
    unit: '10*9/L',
    low: 2,
    high: 7.5,
  },
  crp: {
    code: loinc(
      '1988-5',
      'C reactive protein [Mass/volume] in Serum or Plasma',
      'C-reactive protein',
    ),
    unit: 'mg/L',
    high: 5,
  },
  inr: {
    code: loinc('6301-6', 'INR in Platelet poor plasma by Coagulation assay', 'INR'),
    unit: '1',
    ucum: '{INR}',
  },
  hba1c: {
    code: loinc(
      '59261-8',
      'Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol',
      'Haemoglobin A1c',
    ),
    unit: 'mmol/mol',
    high: 48,
  },
  glucose: {
    code: loinc('14749-6', 'Glucose [Moles/volume] in Serum or Plasma', 'Glucose'),
    unit: 'mmol/L',
    low: 4,
    high: 7.8,
  },
  alt: {
    code: loinc(
      '1742-6',
      'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
      'ALT',
    ),
    unit: 'U/L',
    high: 45,
  },
  albumin: {
    code: loinc('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'Albumin'),
    unit: 'g/L',
    low: 35,
    high: 50,
  },
  tsh: {
    code: loinc('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'TSH'),
    unit: 'mU/L',
    low: 0.3,
    high: 4.2,
  },
  ferritin: {
    code: loinc('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'Ferritin'),
    unit: 'ug/L',
    low: 15,
    high: 300,
  },
  cholesterol: {
    code: loinc('14647-2', 'Cholesterol [Moles/volume] in Serum or Plasma', 'Total cholesterol'),
    unit: 'mmol/L',
    high: 5,
  },
} as const satisfies Record<string, Test>;

/** Things measured at the bedside, category vital-signs; no source range. */
export const vitals = {
  weight: { code: loinc('29463-7', 'Body weight', 'Weight'), unit: 'kg' },
  height: { code: loinc('8302-2', 'Body height', 'Height'), unit: 'cm' },
  heartRate: { code: loinc('8867-4', 'Heart rate'), unit: '/min' },
  respiratoryRate: { code: loinc('9279-1', 'Respiratory rate'), unit: '/min' },
  temperature: {
    code: loinc('8310-5', 'Body temperature', 'Temperature'),
    unit: '°C',
    ucum: 'Cel',
  },
  oxygenSaturation: {
    code: loinc(
      '59408-5',
      'Oxygen saturation in Arterial blood by Pulse oximetry',
      'Oxygen saturation',
    ),
    unit: '%',
  },
  comaScale: {
    code: loinc('9269-2', 'Glasgow coma score total', 'Glasgow Coma Scale'),
    unit: 'points',
    ucum: '{score}',
  },
  bodyMassIndex: {
    code: loinc('39156-5', 'Body mass index (BMI) [Ratio]', 'Body mass index'),
    unit: 'kg/m2',
  },
  /** The total as the ward's system sent it: nobody adds it up here. */
  earlyWarning: {
    code: snomed(
      '1104051000000101',
      'Royal College of Physicians NEWS2 (National Early Warning Score 2) total score',
      'NEWS2 total',
    ),
    unit: 'points',
    ucum: '{score}',
  },
  gestation: {
    code: loinc('18185-9', 'Gestational age', 'Gestation'),
    unit: 'weeks',
    ucum: 'wk',
  },
  alcohol: {
    code: snomed('1082641000000106', 'Alcohol units consumed per week', 'Alcohol'),
    unit: 'units a week',
    ucum: null,
  },
} as const satisfies Record<string, Test>;

/** Reports that group tests. */
export const panels = {
  bloodCount: loinc('58410-2', 'CBC panel - Blood by Automated count', 'Full blood count'),
  renal: loinc('24362-6', 'Renal function 2000 panel - Serum or Plasma', 'Urea and electrolytes'),
  liver: loinc('24325-3', 'Hepatic function 2000 panel - Serum or Plasma', 'Liver function tests'),
} as const;

/** LOINC codes of facts about a person's life. */
export const facts = {
  smokingStatus: loinc('72166-2', 'Tobacco smoking status', 'Smoking status'),
  pregnancyStatus: loinc('82810-3', 'Pregnancy status'),
  dueDate: loinc('11778-8', 'Delivery date Estimated', 'Estimated date of delivery'),
  rhesus: loinc('10331-7', 'Rh [Type] in Blood', 'Rhesus D'),
  occupation: loinc('11341-5', 'History of occupation', 'Occupation'),
  bloodGroup: loinc('883-9', 'ABO group [Type] in Blood', 'Blood group'),
} as const;
