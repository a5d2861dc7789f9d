/** What a section may say about what is not in it. Source: domain notes section 8. */
import { missingSources, type Unread, unreadOf } from '../../domain/summary/absence.ts';
import { isComplete, type SourceReport } from '../../domain/source.ts';
import type { Item } from '../../domain/summary/item.ts';
import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { absenceWords, gapWords, inWords, sectionOrder } from '../wording/summary.ts';
import { sourcesIn, stateWordsOf } from './source-said.ts';

/**
 * Nobody sent an entry, one that could not be read included, nor words over the section: what a
 * filter leaves out is not absent.
 */
export function isEmpty(summary: Summary, kind: SectionKind): boolean {
  const texts = summary.texts.some(({ section }) => section === kind);
  if (texts || itemsOf(summary, kind).length > 0) return false;
  if (summary.sources.some(({ source }) => unreadOf(summary, source.id, kind)?.isOfIt))
    return false;
  return kind !== 'emergency-plan' || !summary.items.some(isDecision);
}

/** Whichever section it was sent in, it stands among the plans. */
function isDecision(item: Item): boolean {
  return 'role' in item && item.role === 'resuscitation';
}

/** Sections whose absence is read as a fact, and so is said in their own place. */
export function standsAlone(kind: SectionKind): boolean {
  return kind === 'allergy' || kind === 'medication' || kind === 'problem' || isInOneLine(kind);
}

/** Above or beside all else: said in a line where empty, so that nothing comes in there unannounced. */
export function isInOneLine(kind: SectionKind): boolean {
  return kind === 'emergency-plan' || kind === 'alert';
}

/** A source whose word is missing from a section, and why. */
export type Missing = {
  readonly report: SourceReport;
  readonly why: string;
  /** All that is missing was sent as of no section that is known, and may be of any. */
  readonly isOfAny: boolean;
};

/**
 * The source's own word on this section, where it gave one, says more than its state; and what it
 * sent and could not be read is missing as well.
 */
export function missingFrom(summary: Summary, kind: SectionKind): readonly Missing[] {
  const missing = new Set(missingSources(summary, kind));
  return summary.sources.flatMap((report) => {
    const unread = unreadOf(summary, report.source.id, kind);
    const whyMissing = missing.has(report) ? whyOf(summary, report, kind) : null;
    const why = [whyMissing, unread && unreadWords(unread)].filter((each) => each !== null);
    if (why.length === 0) return [];
    const isOfAny = whyMissing === null && unread?.isOfIt === false;
    return [{ report, why: why.join('; '), isOfAny }];
  });
}

function whyOf(summary: Summary, report: SourceReport, kind: SectionKind): string {
  const gap = summary.gaps.find(
    ({ source, section }) => source === report.source.id && section === kind,
  );
  return gap ? gapWords[gap.reason] : stateWordsOf(summary, report);
}

function unreadWords({ entries, texts }: Unread): string {
  return [
    ...(entries > 0 ? [absenceWords.unread(entries)] : []),
    ...(texts > 0 ? [absenceWords.inWords(texts)] : []),
  ].join('; ');
}

/**
 * Beside what is listed. An entry that may be of any section is said there where a fact that is
 * missing harms; every other section would say the same again.
 */
export function missingBeside(summary: Summary, kind: SectionKind): readonly Missing[] {
  return missingFrom(summary, kind).filter(({ isOfAny }) => !isOfAny || standsAlone(kind));
}

/** Sources that listed something in a section. */
export function listing(summary: Summary, kind: SectionKind): readonly SourceReport[] {
  const listed = sourcesIn(itemsOf(summary, kind));
  return summary.sources.filter(({ source }) => listed.has(source.id));
}

/** Sources that said all they could of a section, and listed nothing there. */
export function emptyHanded(summary: Summary, kind: SectionKind): readonly SourceReport[] {
  const missing = new Set(missingFrom(summary, kind).map(({ report }) => report.source.id));
  const listed = sourcesIn(itemsOf(summary, kind));
  return summary.sources.filter(
    ({ state, source, keeps }) =>
      isComplete(state) &&
      !missing.has(source.id) &&
      !listed.has(source.id) &&
      (keeps === null || keeps.includes(kind)),
  );
}

/** "OUH and Oxford Health looked: nothing recorded. Social care: no answer." */
export function emptySentences(summary: Summary, kind: SectionKind): readonly string[] {
  // Not being missing is not having looked: a practice that does not share did neither.
  const complete = emptyHanded(summary, kind);
  const strangers = complete.filter(({ state }) => state === 'not-known');
  const looked = complete.filter(({ state }) => state !== 'not-known');
  return [
    ...(looked.length > 0 ? [absenceWords.looked(namesOf(looked))] : []),
    ...(strangers.length > 0
      ? [absenceWords.notKnownTo(namesOf(strangers), strangers.length > 1)]
      : []),
    ...missingFrom(summary, kind).map(({ report, why }) => `${report.source.name}: ${why}.`),
  ];
}

export type Nothing = { readonly kinds: readonly SectionKind[]; readonly why: string };

/** The sections nobody has anything of, those with one reason together. */
export function nothingToShow(summary: Summary): readonly Nothing[] {
  const groups = new Map<string, SectionKind[]>();
  for (const kind of sectionOrder) {
    if (standsAlone(kind) || !isEmpty(summary, kind)) continue;
    const why = emptySentences(summary, kind).join(' ') || absenceWords.nobodyAsked;
    const kinds = groups.get(why);
    if (kinds) kinds.push(kind);
    else groups.set(why, [kind]);
  }
  return [...groups].map(([why, kinds]) => ({ kinds, why }));
}

function namesOf(reports: readonly SourceReport[]): string {
  return inWords(reports.map(({ source }) => source.name));
}
