/**
 * The summary as clinicians read it: facts of several sources, each with where it is from and
 * when. Source: domain notes sections 8 and 9; IPS 2.0.
 */
import { type ClinicalDate, newestFirst } from './clinical-date.ts';
import type { SourceId, SourceReport } from './source.ts';

export type Code = {
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
};

/** What every item carries: the words its author wrote, its source, its dates. */
export type ItemBase = {
  /** Unique in the summary. */
  readonly key: string;
  readonly source: SourceId;
  readonly title: string;
  /** When it happened; partial dates stay partial. */
  readonly date: ClinicalDate | null;
  /** When it was recorded. */
  readonly recorded: ClinicalDate | null;
  readonly codes: readonly Code[];
};

export type Problem = ItemBase & {
  readonly kind: 'problem';
  readonly status: 'active' | 'past' | 'not-stated';
  /** "suspected", "refuted" …: shown beside the title, never hidden. */
  readonly certainty: string | null;
  readonly severity: string | null;
  readonly ended: ClinicalDate | null;
  readonly note: string | null;
};

export type Allergy = ItemBase & {
  readonly kind: 'allergy';
  /**
   * Coded assertions are never rows beside allergies: `no-known-allergy` (716186003) speaks of
   * all kinds, `no-known-of-kind` (409137002, drugs) of one only, `not-known` of nothing.
   */
  readonly assertion: 'allergy' | 'no-known-allergy' | 'no-known-of-kind' | 'not-known';
  readonly status: 'active' | 'past' | 'not-stated';
  readonly reactions: readonly string[];
  readonly severity: string | null;
  readonly certainty: string | null;
  readonly note: string | null;
};

export type Medication = ItemBase & {
  readonly kind: 'medication';
  readonly status: 'current' | 'stopped' | 'not-taken' | 'not-stated';
  /** The dose as its author wrote it. */
  readonly dose: string | null;
  readonly course: string | null;
  readonly lastIssued: ClinicalDate | null;
  readonly stopped: ClinicalDate | null;
  readonly stopReason: string | null;
  readonly note: string | null;
};

export type Immunisation = ItemBase & {
  readonly kind: 'immunisation';
  readonly given: 'given' | 'not-given' | 'not-stated';
  readonly dose: string | null;
  readonly note: string | null;
};

export type Result = ItemBase & {
  readonly kind: 'result';
  /** `4.6 mmol/L`, as sent: unit and comparator included. */
  readonly value: string | null;
  /** The source's own reference range, in its words. */
  readonly range: string | null;
  /** The source's own flag in words ("High"); nothing is computed. */
  readonly flag: ResultFlag | null;
  /** "preliminary", "corrected" …; null where final. */
  readonly status: string | null;
  readonly note: string | null;
};

export type ClinicalDocument = ItemBase & {
  readonly kind: 'document';
  readonly author: string | null;
  readonly status: string | null;
};

/** A result's flag as its source gave it; `normal` only where the source said so. */
export type ResultFlag = { readonly words: string; readonly normal: boolean };

export type Item = Problem | Allergy | Medication | Immunisation | Result | ClinicalDocument;

/** The sections this version shows, in PRSB heading order. */
export const sectionKinds = [
  'problem',
  'allergy',
  'medication',
  'immunisation',
  'result',
  'document',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** An item that could not be shown safely: named and counted, never dropped in silence. */
export type Unshown = {
  readonly key: string;
  readonly source: SourceId;
  readonly what: string;
  /** Which section it would have stood in; `unknown` may be any, `other` is none of ours. */
  readonly section: SectionKind | 'other' | 'unknown';
  readonly because: 'not-understood' | 'malformed' | 'not-in-this-view' | 'entered-in-error';
};

/** What one source's part added, once its Composition committed it. */
export type SummaryPart = {
  readonly source: SourceId;
  readonly items: readonly Item[];
  readonly unshown: readonly Unshown[];
  /** Sections whose content the source says it cannot give, with its own emptyReason. */
  readonly gaps: readonly SectionGap[];
};

/** `nilknown` is not an assertion: an emptyReason never says "none". */
export type SectionGap = {
  readonly source: SourceId;
  readonly section: SectionKind;
  readonly reason: 'withheld' | 'unavailable' | 'not-asked' | 'not-known';
};

export type Summary = {
  /** The practice the patient is registered with, null where nobody said. */
  readonly practice: SourceId | null;
  readonly items: readonly Item[];
  readonly unshown: readonly Unshown[];
  readonly gaps: readonly SectionGap[];
  readonly sources: readonly SourceReport[];
};

export const emptySummary: Summary = {
  practice: null,
  items: [],
  unshown: [],
  gaps: [],
  sources: [],
};

/** Adds one committed part; what was there stays where it was. */
export function withPart(summary: Summary, part: SummaryPart): Summary {
  return {
    ...summary,
    items: [...summary.items, ...part.items],
    unshown: [...summary.unshown, ...part.unshown],
    gaps: [...summary.gaps, ...part.gaps],
  };
}

/** Adds or replaces one source's report. */
export function withReport(summary: Summary, report: SourceReport): Summary {
  const known = summary.sources.some((other) => other.source.id === report.source.id);
  const sources = known
    ? summary.sources.map((other) => (other.source.id === report.source.id ? report : other))
    : [...summary.sources, report];
  return { ...summary, sources };
}

/** The stream broke off: whoever had not finished is no longer "still asking". */
export function withInterruption(summary: Summary): Summary {
  const sources = summary.sources.map((report) =>
    report.state === 'asking' ? { ...report, state: 'interrupted' as const } : report,
  );
  return { ...summary, sources };
}

type ItemOf<K extends SectionKind> = Extract<Item, { kind: K }>;
type Sections = { readonly [K in SectionKind]: readonly ItemOf<K>[] };

/** One state of a summary is read many times over while it is drawn; it is sorted once. */
const sorted = new WeakMap<readonly Item[], Sections>();

/** One section's items, newest first. */
export function itemsOf<K extends SectionKind>(summary: Summary, kind: K): Sections[K] {
  const known = sorted.get(summary.items) ?? sectionsOf(summary.items);
  sorted.set(summary.items, known);
  return known[kind];
}

function sectionsOf(items: readonly Item[]): Sections {
  const only = <K extends SectionKind>(kind: K): ItemOf<K>[] =>
    items
      .filter((item): item is ItemOf<K> => item.kind === kind)
      .sort((a, b) => newestFirst(a.date ?? a.recorded, b.date ?? b.recorded));
  return {
    problem: only('problem'),
    allergy: only('allergy'),
    medication: only('medication'),
    immunisation: only('immunisation'),
    result: only('result'),
    document: only('document'),
  };
}
