/** What a section may say about what is not in it. Source: domain notes section 8. */
import { missingSources } from '../../domain/summary/absence.ts';
import { isComplete, type SourceReport } from '../../domain/source.ts';
import type { Item } from '../../domain/summary/item.ts';
import { itemsOf, type Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { sourceStateWords } from '../wording/sources.ts';
import { absenceWords, gapWords, inWords, sectionOrder } from '../wording/summary.ts';

/** Nobody sent an entry, nor words over the section: what a filter leaves out is not absent. */
export function isEmpty(summary: Summary, kind: SectionKind): boolean {
  const texts = summary.texts.some(({ section }) => section === kind);
  if (texts || itemsOf(summary, kind).length > 0) return false;
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
export type Missing = { readonly report: SourceReport; readonly why: string };

/** The source's own word on this section, where it gave one, says more than its state. */
export function missingFrom(summary: Summary, kind: SectionKind): readonly Missing[] {
  return missingSources(summary, kind).map((report) => {
    const gap = summary.gaps.find(
      ({ source, section }) => source === report.source.id && section === kind,
    );
    return { report, why: gap ? gapWords[gap.reason] : sourceStateWords(report.state) };
  });
}

/** Sources that listed something in a section. */
export function listing(summary: Summary, kind: SectionKind): readonly SourceReport[] {
  const listed = new Set(itemsOf(summary, kind).map(({ source }) => source));
  return summary.sources.filter(({ source }) => listed.has(source.id));
}

/** Sources that said all they could of a section, and listed nothing there. */
export function emptyHanded(summary: Summary, kind: SectionKind): readonly SourceReport[] {
  const missing = new Set(missingSources(summary, kind).map(({ source }) => source.id));
  const listed = new Set(itemsOf(summary, kind).map(({ source }) => source));
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
