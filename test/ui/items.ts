/** One item of each kind, to be changed where a test needs it to differ, and Grace's record. */
import type {
  Allergy,
  ClinicalDocument,
  Entry,
  Immunisation,
  Item,
  ItemBase,
  Medication,
  Problem,
  Result,
} from '../../src/domain/summary/item.ts';
import type { EntryKind } from '../../src/domain/summary/section-kind.ts';
import { gp, on, ouh } from './fixtures.ts';

let made = 0;

function base(title: string): ItemBase {
  made += 1;
  return {
    key: `item-${made}`,
    source: gp.id,
    title,
    date: on('2026-10-28'),
    recorded: null,
    updated: null,
    codes: [],
    author: null,
    identifiers: [],
    narrative: null,
  };
}

export function allergy(title: string, part: Partial<Allergy> = {}): Allergy {
  return {
    ...base(title),
    kind: 'allergy',
    assertion: 'allergy',
    status: 'active',
    reactions: [],
    severity: null,
    certainty: null,
    note: null,
    ...part,
  };
}

export function medication(title: string, part: Partial<Medication> = {}): Medication {
  return {
    ...base(title),
    kind: 'medication',
    status: 'current',
    proviso: null,
    until: null,
    dose: null,
    route: null,
    form: null,
    course: null,
    quantity: null,
    started: null,
    lastIssued: null,
    stopped: null,
    stopReason: null,
    note: null,
    ...part,
  };
}

export function problem(title: string, part: Partial<Problem> = {}): Problem {
  return {
    ...base(title),
    kind: 'problem',
    status: 'active',
    certainty: null,
    severity: null,
    ended: null,
    note: null,
    ...part,
  };
}

export function result(title: string, part: Partial<Result> = {}): Result {
  return {
    ...base(title),
    kind: 'result',
    value: null,
    measure: null,
    parts: [],
    panel: null,
    attachments: [],
    range: null,
    flag: null,
    status: null,
    note: null,
    ...part,
  };
}

export function immunisation(title: string, part: Partial<Immunisation> = {}): Immunisation {
  return { ...base(title), kind: 'immunisation', given: 'given', dose: null, note: null, ...part };
}

export function letter(title: string, part: Partial<ClinicalDocument> = {}): ClinicalDocument {
  return { ...base(title), kind: 'document', type: null, status: null, attachments: [], ...part };
}

export function entry(kind: EntryKind, title: string, part: Partial<Entry> = {}): Entry {
  return {
    ...base(title),
    role: null,
    standing: 'current',
    status: null,
    value: null,
    ended: null,
    due: null,
    details: [],
    note: null,
    section: null,
    attachments: [],
    ...part,
    kind,
  };
}

/** Two anticoagulants, an allergy conflict, a haemolysed potassium. */
export function gracesItems(): readonly Item[] {
  const hospital = { source: ouh.id };
  return [
    allergy('Penicillin', {
      ...hospital,
      reactions: ['anaphylaxis'],
      severity: 'severe',
      date: on('1998'),
      codes: [
        { system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' },
      ],
    }),
    allergy('no known drug allergy', { assertion: 'no-known-of-kind', date: on('2011') }),
    medication('Warfarin 1 mg tablets', { dose: 'as per INR', lastIssued: on('2026-10-28') }),
    medication('Bisoprolol 5 mg tablets', {
      dose: '5 mg once daily',
      lastIssued: on('2026-10-28'),
      codes: [{ system: 'https://dmd.nhs.uk', code: '318590006', display: null }],
    }),
    medication('Apixaban 2.5 mg tablets', {
      ...hospital,
      dose: '2.5 mg twice daily',
      date: on('2026-11-12'),
    }),
    medication('Warfarin', {
      ...hospital,
      status: 'stopped',
      stopped: on('2026-11-12'),
      stopReason: 'bleed',
      date: on('2026-11-12'),
    }),
    problem('Atrial fibrillation', { date: on('2016'), recorded: on('2016-03-04') }),
    problem('Chronic kidney disease stage 3b', { date: on('2018') }),
    problem('Heart failure', { ...hospital, date: on('2021-08') }),
    problem('Community acquired pneumonia', {
      status: 'past',
      date: on('2019-01-10'),
      ended: on('2019-02'),
    }),
    result('Potassium', {
      ...hospital,
      value: '4.6 mmol/L',
      range: '3.5 to 5.3 mmol/L',
      date: on('2026-11-20T09:14:00Z'),
    }),
    result('Potassium', {
      ...hospital,
      value: '6.1 mmol/L',
      flag: { words: 'High', normal: false },
      range: '3.5 to 5.3 mmol/L',
      note: 'haemolysed',
      date: on('2026-11-19T18:02:00Z'),
    }),
    result('eGFR', {
      value: '38 mL/min/1.73 m²',
      flag: { words: 'Low', normal: false },
      date: on('2026-11-20T09:14:00Z'),
    }),
    immunisation('Influenza vaccine', { date: on('2026-10-01'), dose: '0.5 mL, left arm' }),
    immunisation('Pneumococcal vaccine', { given: 'not-given', note: 'patient declined' }),
    letter('Discharge summary', {
      ...hospital,
      author: 'Acute general medicine, John Radcliffe Hospital',
      date: on('2026-11-12'),
    }),
  ];
}
