/** The sections of a summary. Source: domain notes section 9 (LOINC; PRSB core information standard). */

/** Sections whose items all have one shape, {@link import('./item.ts').Entry}. */
export const entryKinds = [
  'emergency-plan',
  'alert',
  'safeguarding',
  'need',
  'contact',
  'social',
  'functional',
  'pregnancy',
  'procedure',
  'device',
  'encounter',
  'referral',
  'appointment',
  'care-plan',
  'other',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Every section, in PRSB heading order. */
export const sectionKinds = [
  'contact',
  'need',
  'alert',
  'safeguarding',
  'social',
  'functional',
  'problem',
  'allergy',
  'medication',
  'immunisation',
  'procedure',
  'device',
  'result',
  'vital',
  'pregnancy',
  'encounter',
  'referral',
  'appointment',
  'care-plan',
  'emergency-plan',
  'document',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];
