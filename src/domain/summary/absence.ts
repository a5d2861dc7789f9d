/**
 * What a heading may claim. An empty list never means "none".
 * Source: domain notes section 8 and its hazard on emptyReason.
 */
import { isComplete, type SourceReport } from '../source.ts';
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
  if (missingSources(summary, 'allergy').length > 0 || summary.sources.length === 0) {
    return 'unavailable';
  }
  if (summary.unshown.some(mayBeAllergy)) return 'unavailable';
  if (summary.texts.some(mayHoldAllergy)) return 'unavailable';
  const noneAsserted = allergies.some(
    (item) => item.assertion === 'no-known-allergy' && item.status === 'active',
  );
  return noneAsserted ? 'none-known' : 'not-recorded';
}

/** What was entered in error, or has its place elsewhere, hides no allergy; the rest may. */
function mayBeAllergy({ section, because }: Unshown): boolean {
  const unread = because === 'not-understood' || because === 'malformed';
  return unread && (section === 'allergy' || section === 'unknown');
}

/** A section of words alone may hold any fact: so may one under a title that nobody knows. */
function mayHoldAllergy({ section, onlyText }: SectionText): boolean {
  return onlyText && (section === 'allergy' || section === 'other');
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
