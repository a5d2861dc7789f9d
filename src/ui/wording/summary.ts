/** Every word of the summary, by message id. */
import type { AllergyHeading } from '../../domain/summary/absence.ts';
import type { SectionGap, Unshown } from '../../domain/summary/summary.ts';
import type { Allergy, Immunisation, Problem } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';

/** The order in which sections are read on screen: the first ten seconds, then the rest. */
export const sectionOrder = [
  ...(['emergency-plan', 'allergy', 'medication', 'alert', 'safeguarding', 'problem'] as const),
  ...(['pregnancy', 'result', 'vital', 'encounter', 'contact', 'need', 'care-plan'] as const),
  ...(['appointment', 'referral', 'immunisation', 'procedure', 'device', 'social'] as const),
  ...(['functional', 'document', 'other'] as const),
] as const satisfies readonly SectionKind[];

export const sectionNames: Readonly<Record<SectionKind, string>> = {
  'emergency-plan': 'Resuscitation and emergency plans',
  allergy: 'Allergies',
  medication: 'Medicines',
  alert: 'Alerts',
  safeguarding: 'Safeguarding',
  problem: 'Problems',
  pregnancy: 'Pregnancy',
  result: 'Results',
  vital: 'Vital signs and measurements',
  encounter: 'Admissions and visits',
  contact: 'Contacts',
  need: 'Reasonable adjustments and communication',
  'care-plan': 'Care and support plans',
  appointment: 'Appointments',
  referral: 'Referrals',
  immunisation: 'Vaccinations',
  procedure: 'Procedures',
  device: 'Devices',
  social: 'Social context',
  functional: 'Function and daily living',
  document: 'Documents and letters',
  other: 'Other',
};

/** Where only a short name fits: in the list of sections beside the record. */
export const shortNames: Readonly<Partial<Record<SectionKind, string>>> = {
  'emergency-plan': 'Emergency plans',
  vital: 'Vital signs',
  need: 'Adjustments, language',
  'care-plan': 'Care plans',
  functional: 'Daily living',
  document: 'Letters',
};

/** Exactly these four; nothing else may stand over a list of allergies. */
export const allergyHeadings: Readonly<Record<AllergyHeading, string>> = {
  known: 'Known allergies',
  'none-known': 'No known allergies',
  'not-recorded': 'Allergies not recorded',
  unavailable: 'Allergies unavailable',
};

export const summaryWords = {
  navigation: 'Summary',
  search: 'Search',
  print: 'Print',
  sections: 'Sections',
  accessLog: 'Access log',
  timeline: 'Timeline',
  timelineWaits: 'Drawn when every source has been heard of.',
  count: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  showMore: (step: number, total: number) => `Show ${step} more of ${total}`,
  more: 'More',
  moreWithText: 'More, and own text',
  less: 'Less',
  textOnly: 'wrote this section as text only, without entries:',
  textToo: 'wrote of this section as a whole:',
  moreAbout: (title: string) => `about ${title}`,
  noDate: 'No date',
  recordedOn: 'recorded',
  happened: 'Happened',
  recorded: 'Recorded',
  author: 'By',
  source: 'Source',
  code: 'Code',
  noCode: 'No code',
  unshown: (count: number) =>
    count === 1 ? '1 item could not be shown' : `${count} items could not be shown`,
  sectionNotShown:
    'This section could not be shown. What it holds is not in this view: look in the source.',
  elsewhere: (count: number) =>
    count === 1 ? '1 other item is not in this view' : `${count} other items are not in this view`,
  elsewhereHint: 'Other kinds of entry, and what was entered in error. Look in the source.',
  elsewhereShow: 'Show what they are',
} as const;

export const absenceWords = {
  looked: (sources: string) => `${sources} looked: nothing recorded.`,
  notKnownTo: (sources: string, many: boolean) =>
    `${sources} ${many ? 'do' : 'does'} not know this patient.`,
  unread: (count: number) =>
    count === 1 ? '1 entry could not be read' : `${count} entries could not be read`,
  inWords: (count: number) =>
    count === 1 ? 'wrote a section in words only' : `wrote ${count} sections in words only`,
  upTo: 'to',
  ages: 'How old',
  hideAges: 'Hide how old',
  today: 'today',
  nothing: 'nothing recorded',
  notKnown: 'does not know this patient',
  heading: 'Nothing to show',
  nobodyAsked: 'No source that answered keeps these.',
} as const;

/** Why one source gave one section nothing, though it answered. */
export const gapWords: Readonly<Record<SectionGap['reason'], string>> = {
  withheld: 'withheld',
  unavailable: 'not available',
  'not-asked': 'was not asked for this',
  'not-known': 'gave no information',
};

export const unshownWords: Readonly<Record<Unshown['because'], string>> = {
  'not-understood': 'it says something this view does not understand',
  malformed: 'it could not be read',
  'not-in-this-view': 'another kind of entry',
  'entered-in-error': 'not shown as a fact',
};

export const allergyWords = {
  past: 'No longer active',
  says: (words: string) => `says “${words}”`,
  said: (words: string) => `said “${words}”, no longer current`,
  compare: 'compare with the list above',
} as const;

export const allergyStatus: Readonly<Record<Allergy['status'], string | null>> = {
  active: null,
  past: 'no longer active',
  'not-stated': 'status not stated',
};

export const problemGroups: Readonly<Record<Problem['status'], string>> = {
  active: 'Active',
  'not-stated': 'Status not stated',
  past: 'Past',
};
export const problemWords = {
  counts: (active: number, past: number) =>
    [`${active} active`, ...(past > 0 ? [`${past} past`] : [])].join(', '),
  /** Of who has died, nothing is active. */
  countsAfterDeath: (held: number, past: number) =>
    [summaryWords.count(held), ...(past > 0 ? [`${past} past`] : [])].join(', '),
} as const;

/** Where a problem stands outside its group. */
export const problemStatus: Readonly<Record<Problem['status'], string | null>> = {
  active: null,
  'not-stated': 'Status not stated',
  past: 'Past',
};
export const ended = 'ended';

export const immunisationWords: Readonly<Record<Immunisation['given'], string | null>> = {
  given: null,
  'not-given': 'Not given',
  'not-stated': 'Not stated whether given',
};

const codeSystems: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'https://dmd.nhs.uk': 'dm+d',
  'http://dmd.nhs.uk': 'dm+d',
  'http://loinc.org': 'LOINC',
};

/** A code system by the name clinicians know, else as it was sent. */
export function codeSystemName(system: string): string {
  return codeSystems[system.replace(/\/$/, '')] ?? system;
}

/** "OUH", "OUH and Oxford Health", "GP, OUH and Oxford Health". */
export function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
