/** Problems and findings in SNOMED CT, by the words a British list uses. */
import { snomed } from '../build/coding.ts';

export const problems = {
  addisons: snomed('363732003', "Addison's disease"),
  acuteKidneyInjury: snomed('14669001', 'Acute kidney injury'),
  anxiety: snomed('197480006', 'Anxiety disorder'),
  asthma: snomed('195967001', 'Asthma'),
  atrialFibrillation: snomed('49436004', 'Atrial fibrillation'),
  cataract: snomed('193570009', 'Cataract'),
  ckd3b: snomed('700379002', 'Chronic kidney disease stage 3B'),
  constipation: snomed('14760008', 'Constipation'),
  dementia: snomed('52448006', 'Dementia'),
  depression: snomed('35489007', 'Depressive disorder', 'Depression'),
  diabeticRetinopathy: snomed('4855003', 'Retinopathy due to diabetes mellitus'),
  eczema: snomed('24079001', 'Atopic dermatitis', 'Atopic eczema'),
  epilepsy: snomed('84757009', 'Epilepsy'),
  gastrointestinalBleed: snomed('74474003', 'Gastrointestinal haemorrhage'),
  heartFailure: snomed('84114007', 'Heart failure'),
  hypercholesterolaemia: snomed('13644009', 'Hypercholesterolaemia'),
  hypertension: snomed('59621000', 'Essential hypertension'),
  hypothyroidism: snomed('40930008', 'Hypothyroidism'),
  ironDeficiencyAnaemia: snomed('87522002', 'Iron deficiency anaemia'),
  osteoarthritis: snomed('396275006', 'Osteoarthritis'),
  osteoporosis: snomed('64859006', 'Osteoporosis'),
  parkinsons: snomed('49049000', "Parkinson's disease"),
  pregnant: snomed('77386006', 'Pregnant', 'Pregnancy'),
  rheumatoidArthritis: snomed('69896004', 'Rheumatoid arthritis'),
  schizophrenia: snomed('58214004', 'Schizophrenia'),
  type1Diabetes: snomed('46635009', 'Type 1 diabetes mellitus'),
  type2Diabetes: snomed('44054006', 'Type 2 diabetes mellitus'),
} as const;

/** What allergies do to people. */
export const reactions = {
  anaphylaxis: snomed('39579001', 'Anaphylaxis'),
  bronchospasm: snomed('4386001', 'Bronchospasm'),
  rash: snomed('271807003', 'Eruption of skin', 'Rash'),
} as const;

/** Allergies, and the assertions that there is none (domain.md 8). */
export const allergies = {
  penicillin: snomed('91936005', 'Allergy to penicillin', 'Penicillin'),
  amoxicillin: snomed('294505008', 'Allergy to amoxicillin', 'Amoxicillin'),
  peanut: snomed('91935009', 'Allergy to peanut', 'Peanut'),
  noKnownDrugAllergy: snomed('409137002', 'No known drug allergy'),
  noKnownAllergy: snomed('716186003', 'No known allergy'),
} as const;

/** Smoking status: LOINC 72166-2 with these answers. */
export const smoking = {
  never: snomed('266919005', 'Never smoked tobacco', 'Never smoked'),
  ex: snomed('8517006', 'Ex-smoker'),
  current: snomed('77176002', 'Smoker', 'Current smoker'),
} as const;

/** Rhesus D, the answer to LOINC 10331-7. */
export const rhesus = { negative: snomed('165746003', 'RhD negative') } as const;
