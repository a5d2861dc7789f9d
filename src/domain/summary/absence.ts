/**
 * What a heading may claim. An empty list never means "none".
 * Source: domain notes section 8 and its hazard on emptyReason.
 */
import { isComplete, type SourceId, type SourceReport } from '../source.ts';
import { itemsOf, type SectionText, type Summary, type Unshown } from './summary.ts';
import type { SectionKind } from './section-kind.ts';

export type AllergyHeading = 'known' | 'none-known' | 'not-recorded' | 'unavailable';

/**
 * The allergy heading is exactly one of four. Any allergy source that failed, withheld or is
 * still being asked makes an empty list *unavailable*; "none known" needs a coded, active
 * assertion, and is not possible beside a positive entry.
 */
export function allergyHeading(summary: Summary): AllergyHeading {
  const allergies = itemsOf(summary, 'allergy');
  if (allergies.some((item) => item.assertion === 'allergy' && item.status !== 'past')) {
    return 'known';
  }
  if (!isAllKnown(summary, 'allergy')) return 'unavailable';
  const noneAsserted = allergies.some(
    (item) => item.assertion === 'no-known-allergy' && item.status === 'active',
  );
  return noneAsserted ? 'none-known' : 'not-recorded';
}

/**
 * Whether nothing may be missing from a section: nobody's word, and nothing of what was sent, in
 * the name of no source that is listed either.
 */
export function isAllKnown(summary: Summary, kind: SectionKind): boolean {
  if (missingSources(summary, kind).length > 0 || summary.sources.length === 0) return false;
  if (summary.unshown.some((each) => mayBe(each, kind))) return false;
  return !summary.texts.some((each) => mayHold(each, kind));
}

/** What was entered in error, or has its place elsewhere, hides no fact of a section; the rest may. */
function mayBe({ section, because }: Unshown, kind: SectionKind): boolean {
  const unread = because === 'not-understood' || because === 'malformed';
  return unread && (section === kind || section === 'unknown');
}

/** A section of words alone may hold any fact: so may one under a title that nobody knows. */
function mayHold({ section, onlyText }: SectionText, kind: SectionKind): boolean {
  return onlyText && (section === kind || section === 'other');
}

/** What one source sent that may be of a section, and is not among its items. */
export type Unread = {
  /** Entries that could not be read. */
  readonly entries: number;
  /** Sections of words alone. */
  readonly texts: number;
  /** Whether any of it was sent as of that very section, rather than of one that nobody knows. */
  readonly isOfIt: boolean;
};

/**
 * While a source has any of it, nobody says that it looked and found nothing, that a thing is not
 * on its list, or that it was compared.
 * @returns null where all that the source sent of the section was read
 */
export function unreadOf(summary: Summary, source: SourceId, kind: SectionKind): Unread | null {
  const entries = summary.unshown.filter((each) => each.source === source && mayBe(each, kind));
  const texts = summary.texts.filter((each) => each.source === source && mayHold(each, kind));
  if (entries.length + texts.length === 0) return null;
  const isOfIt = [...entries, ...texts].some(({ section }) => section === kind);
  return { entries: entries.length, texts: texts.length, isOfIt };
}

/**
 * The sources whose word is missing from a section, and so must be named in it. A practice that
 * does not share counts where the patient is registered with it: what another practice once held
 * moved on with the registration.
 */
export function missingSources(summary: Summary, kind: SectionKind): readonly SourceReport[] {
  const gaps = new Set(summary.gaps.filter((gap) => gap.section === kind).map((gap) => gap.source));
  return summary.sources.filter(
    (report) =>
      gaps.has(report.source.id) ||
      (!isComplete(report.state) && isExpected(summary, report) && keeps(report, kind)),
  );
}

function isExpected({ practice }: Summary, report: SourceReport): boolean {
  return report.state !== 'not-sharing' || practice === null || report.source.id === practice;
}

/** A source that never keeps allergies is no source of them, whether it answers or not. */
function keeps(report: SourceReport, kind: SectionKind): boolean {
  return report.keeps === null || report.keeps.includes(kind);
}
