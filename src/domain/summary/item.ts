/**
 * What clinicians read, one fact at a time: what its author wrote, who says so, since when.
 * Source: domain notes section 9; IPS 2.0; PRSB core information standard.
 */
import type { ClinicalDate } from '../clinical-date.ts';
import type { SourceId } from '../source.ts';
import type { EntryKind, SectionKind } from './section-kind.ts';

export type Code = {
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
};

/**
 * The text a source wrote beside the coded facts (FHIR Narrative): XHTML as it came, never shown
 * before it is sanitised. `says-more` where its status is not `generated`.
 */
export type Narrative = { readonly xhtml: string; readonly saysMore: boolean };

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
  /** When its source last changed it (`meta.lastUpdated`). */
  readonly updated: ClinicalDate | null;
  readonly codes: readonly Code[];
  /** Who recorded, asserted, prescribed or wrote it. */
  readonly author: string | null;
  /** Business identifiers, `system|value`: two items that share one are copies of one thing. */
  readonly identifiers: readonly string[];
  readonly narrative: Narrative | null;
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
  /** `completed` ran its course, which nobody decided to stop: never said as "Stopped". */
  readonly status: 'current' | 'completed' | 'stopped' | 'not-taken' | 'not-stated';
  /**
   * What its source says of it that `status` does not: "On hold", "Do not give", "Cancelled".
   * Said wherever the medicine is.
   */
  readonly proviso: string | null;
  /** The last day of a course by its own source: past, and the medicine may still be listed. */
  readonly until: ClinicalDate | null;
  /** The dose as its author wrote it, in full, times of day included. */
  readonly dose: string | null;
  /** By mouth, under the skin …; null where the dose already says it, or nobody does. */
  readonly route: string | null;
  /** Tablet, capsule …, where the product's name does not say it. */
  readonly form: string | null;
  /** Repeat, acute, hospital, as the source says. */
  readonly course: string | null;
  /** What was prescribed or supplied, with its unit. */
  readonly quantity: string | null;
  readonly started: ClinicalDate | null;
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

/** A result's flag as its source gave it; `normal` only where the source said so. */
export type ResultFlag = { readonly words: string; readonly normal: boolean };

/** A number that can be drawn. Nothing in it is converted or computed. */
export type Measure = {
  readonly value: number;
  /** `<` and the like, in words fit for the screen; null for the plain value. */
  readonly comparator: string | null;
  /** As written: `mmol/L`. Empty for a bare number. */
  readonly unit: string;
  /** The unit's UCUM code, or its words, as sent: two spellings of one unit are for the domain. */
  readonly unitCode: string | null;
  /** The source's own reference range, in the unit of the value; null where not in numbers. */
  readonly low: number | null;
  readonly high: number | null;
};

/** One value of a result with several: systolic and diastolic. */
export type ResultPart = {
  readonly title: string;
  readonly codes: readonly Code[];
  readonly value: string | null;
  readonly measure: Measure | null;
  readonly range: string | null;
  readonly flag: ResultFlag | null;
};

type Measured = ItemBase & {
  /** `4.6 mmol/L`, as sent: unit and comparator included; all parts, where there are parts. */
  readonly value: string | null;
  readonly measure: Measure | null;
  readonly parts: readonly ResultPart[];
  /** The source's own reference range, in its words. */
  readonly range: string | null;
  /** The source's own flag in words ("High"); nothing is computed. */
  readonly flag: ResultFlag | null;
  /** "preliminary", "corrected" …; null where final. */
  readonly status: string | null;
  readonly note: string | null;
  /** The report or panel it is part of: one key for all of a panel's members. */
  readonly panel: { readonly key: string; readonly title: string } | null;
  /** The report as its source wrote it. */
  readonly attachments: readonly Attachment[];
};
export type Result = Measured & { readonly kind: 'result' };
export type Vital = Measured & { readonly kind: 'vital' };

/** One file of a document. */
export type Attachment = {
  /** As sent: relative to the exchange's base, or absolute. Null where the data stands inline. */
  readonly url: string | null;
  /** `application/pdf`; null where not said. */
  readonly contentType: string | null;
  readonly title: string | null;
  /** Bytes. */
  readonly size: number | null;
  /** SHA-1, base64 (FHIR Attachment.hash). */
  readonly hash: string | null;
  /** Base64, where it came with the summary. */
  readonly data: string | null;
};

export type ClinicalDocument = ItemBase & {
  readonly kind: 'document';
  /** "Discharge summary", where the title says something else. */
  readonly type: string | null;
  readonly status: string | null;
  readonly attachments: readonly Attachment[];
};

/** What an entry is to the first ten seconds, where it is that. */
export type EntryRole =
  | 'resuscitation'
  | 'admission'
  | 'emergency-attendance'
  | 'care-coordinator'
  | 'next-of-kin'
  | 'interpreter'
  | 'reasonable-adjustment';

export type Entry = ItemBase & {
  readonly kind: EntryKind;
  readonly role: EntryRole | null;
  /** Whether it holds now. `not-done`: refused, cancelled, did not happen. */
  readonly standing: 'current' | 'past' | 'planned' | 'not-done' | 'not-stated';
  /** The source's own status where `standing` does not say all of it: "On hold". */
  readonly status: string | null;
  /** What it says, after its title and a colon: "Ex-smoker", "Not for attempted CPR". */
  readonly value: string | null;
  readonly ended: ClinicalDate | null;
  /** Expected date of delivery, review date: what it may have outlived. */
  readonly due: ClinicalDate | null;
  /** Labelled facts, in the order to be read: who, where, why, steps. */
  readonly details: readonly Detail[];
  readonly note: string | null;
  /** Title of the section it was sent in, as sent; only for `other`. */
  readonly section: string | null;
  /** A letter or form that belongs to it. */
  readonly attachments: readonly Attachment[];
};
export type Detail = { readonly label: string; readonly text: string };

/** The label of each thing that a plan says to do, in the plan's order. */
export const stepLabel = 'Step';

export type Item =
  Problem | Allergy | Medication | Immunisation | Result | Vital | ClinicalDocument | Entry;

/** The items of one section. */
export type ItemOf<K extends SectionKind> = K extends EntryKind
  ? Entry & { readonly kind: K }
  : Extract<Item, { kind: K }>;
