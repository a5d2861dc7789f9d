/** What is new, what arrived late, what was combined, and what the reader left out. */
import type { Sameness } from '../../domain/summary/combine.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';

export const markWords = {
  isNew: 'New',
  justArrived: 'Just arrived',
  newSince: (count: number, organisation: string) =>
    `${count === 1 ? '1 entry' : `${count} entries`} marked New since ${organisation} last opened this record,`,
  nothingNew: (organisation: string) =>
    `Nothing new since ${organisation} last opened this record,`,
  neverOpened: (organisation: string) => `${organisation} has not opened this record before.`,
  openingsNotRead: 'Who opened this record before could not be read, so nothing is marked New.',
  noOrganisation: 'Your organisation is not known here, so nothing is marked New.',
  yourOrganisation: 'your organisation',
  entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  amongThem: 'among them',
  more: (count: number) => `${count} more`,
  lateHeading: 'New since you opened',
  showLate: 'Show what arrived',
  hideLate: 'Hide what arrived',
  acknowledge: 'I have seen them',
  goTo: 'Go to',
  /** "2 medicines (1 not current)". */
  ofThemOver: (counted: string, over: number) => `${counted} (${over} not current)`,
  assertions: (count: number) =>
    count === 1 ? '1 statement about allergies' : `${count} statements about allergies`,
} as const;

export const combinedWords = {
  combined: (because: string, sources: string) => `Combined: ${because}, from ${sources}.`,
  because: {
    'same-identifier': 'same identifier',
    'same-code-and-status': 'same code and status',
    'same-substance': 'same substance and status',
    'same-product-dose-route-and-timing': 'same product, dose, route and timing',
    'same-code-value-and-time': 'same code, value and time',
    'same-code-and-day': 'same code and day',
  } satisfies Readonly<Record<Sameness, string>>,
  original: (source: string) => `As ${source} has it`,
} as const;

export const filterWords = {
  show: 'Filters and combining',
  from: 'Show entries from',
  never: 'Alerts, plans, safeguarding, allergies and medicines always show every source.',
  combining: 'The same fact from several sources',
  combined: 'Show once, with all its sources',
  apart: 'Show every entry by itself',
  on: 'Filters on:',
  without: (sources: string) => `${sources} left out`,
  apartOn: 'every entry by itself',
  clear: 'Clear',
  clearAbout: 'the filters',
  leftOut: (count: number, sources: string) =>
    count === 1
      ? `1 entry of ${sources} is filtered out.`
      : `${count} entries of ${sources} are filtered out.`,
} as const;

const nouns: Readonly<Record<SectionKind, readonly [one: string, many: string]>> = {
  'emergency-plan': ['emergency plan', 'emergency plans'],
  allergy: ['allergy', 'allergies'],
  medication: ['medicine', 'medicines'],
  alert: ['alert', 'alerts'],
  safeguarding: ['safeguarding entry', 'safeguarding entries'],
  problem: ['problem', 'problems'],
  pregnancy: ['pregnancy entry', 'pregnancy entries'],
  result: ['result', 'results'],
  vital: ['measurement', 'measurements'],
  encounter: ['admission or visit', 'admissions and visits'],
  contact: ['contact', 'contacts'],
  need: ['adjustment or need', 'adjustments and needs'],
  'care-plan': ['care plan', 'care plans'],
  appointment: ['appointment', 'appointments'],
  referral: ['referral', 'referrals'],
  immunisation: ['vaccination', 'vaccinations'],
  procedure: ['procedure', 'procedures'],
  device: ['device', 'devices'],
  social: ['social entry', 'social entries'],
  functional: ['functional entry', 'functional entries'],
  document: ['letter', 'letters'],
  other: ['other entry', 'other entries'],
};

/** "1 allergy", "2 medicines". */
export function counted(count: number, kind: SectionKind): string {
  return `${count} ${nouns[kind][count === 1 ? 0 : 1]}`;
}
