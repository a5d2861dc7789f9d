/** Vaccine products in SNOMED CT, by the words a British record uses. */
import { snomed } from '../build/coding.ts';

export const vaccines = {
  influenza: snomed(
    '1181000221105',
    'Vaccine product containing only Influenza virus antigen',
    'Influenza vaccine',
  ),
  covid: snomed(
    '1119349007',
    'Vaccine product containing only Severe acute respiratory syndrome coronavirus 2 ' +
      'messenger ribonucleic acid',
    'COVID-19 mRNA vaccine',
  ),
  mmr: snomed(
    '871831003',
    'Vaccine product containing only Measles morbillivirus and Mumps orthorubulavirus and ' +
      'Rubella virus antigens',
    'MMR (measles, mumps and rubella) vaccine',
  ),
  pneumococcal: { text: 'Pneumococcal polysaccharide vaccine (23-valent)' },
  shingles: { text: 'Shingles (herpes zoster) vaccine' },
  sixInOne: { text: '6-in-1 vaccine (DTaP/IPV/Hib/HepB)' },
  preSchool: { text: '4-in-1 pre-school booster (dTaP/IPV)' },
  hibMenC: { text: 'Hib/MenC vaccine' },
  menB: { text: 'Meningococcal group B vaccine' },
  rotavirus: { text: 'Rotavirus vaccine' },
  hpv: { text: 'Human papillomavirus (HPV) vaccine' },
  pertussis: { text: 'Pertussis-containing vaccine in pregnancy' },
} as const;
