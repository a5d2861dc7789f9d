/** Composition sections: which of ours each is, what is written over it, what an empty one says. */
import * as s from '../shape.ts';
import type { Narrative } from '../../domain/summary/item.ts';
import type { SectionGap } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { codesIn, type Concept, concept, reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { codeSystem, ocs } from '../systems.ts';
import { shownText } from '../text.ts';
import { conceptsIn, objectIn, stringIn } from './json.ts';
import { someConcept, someWords } from './lenient.ts';
import { narrativeIn } from './origin.ts';
import { byCode, byHeader, byOurs, byTitle } from './section-names.ts';

const section = s.object({
  title: someWords,
  code: someConcept,
  text: s.optional(s.unknown),
  entry: s.optional(s.array(s.unknown)),
  emptyReason: s.optional(concept),
  section: s.optional(s.array(s.unknown)),
});

export type Section = {
  /** As sent. */
  readonly title: string;
  /** `other` for a section we have no name for; null for resources that stand in none. */
  readonly kind: SectionKind | null;
  /** History of past problems: whatever stands in it is over. */
  readonly past: boolean;
  /** One for each entry; empty for an entry that is no reference. */
  readonly references: readonly string[];
  readonly gap: SectionGap['reason'] | null;
  /** What is written over it, where that may say more than its entries. */
  readonly text: Narrative | null;
  /** Words only: nothing in it can be shown as items. */
  readonly onlyText: boolean;
  /** It could not be read, or not to its end. */
  readonly malformed: boolean;
};

/** For resources of a Bundle without a Composition. */
export const noSection: Section = {
  title: 'Entry',
  kind: null,
  past: false,
  references: [],
  gap: null,
  text: null,
  onlyText: false,
  malformed: false,
};

const deepest = 5;

/** Sections and the sections in them, in order; one that can not be read says so and no more. */
export function sectionsOf(
  raw: readonly unknown[],
  depth = 0,
  outer: Section | null = null,
): Section[] {
  return raw.flatMap((each) => {
    const found = parsed(section, each);
    if (!found) return [within(outer, unreadable(each))];
    const inner = found.section ?? [];
    const own = within(outer, sectionOf(found, inner.length > 0));
    if (inner.length > 0 && depth >= deepest) return [{ ...own, malformed: true }];
    return [own, ...sectionsOf(inner, depth + 1, own)];
  });
}

/** Whatever safeguarding is divided into is safeguarding. */
function within(outer: Section | null, section: Section): Section {
  return outer?.kind === 'safeguarding' ? { ...section, kind: outer.kind } : section;
}

function sectionOf(found: s.Infer<typeof section>, hasInner: boolean): Section {
  const references = (found.entry ?? []).map((entry) => parsed(reference, entry)?.reference ?? '');
  const narrative = narrativeIn(found);
  const isEmpty = references.length === 0 && !hasInner;
  const saysMore = narrative?.saysMore === true;
  const onlyText = isEmpty && found.text !== undefined && (!found.emptyReason || saysMore);
  return {
    ...noSection,
    ...named(found.code, found.title),
    references,
    gap: found.emptyReason ? reasonOf(found.emptyReason) : null,
    text: onlyText || saysMore ? narrative : null,
    onlyText,
  };
}

/** What stood there is not known; where it stood may be. */
function unreadable(raw: unknown): Section {
  const code = parsed(s.lenient(concept), conceptsIn(raw, 'code')[0]) ?? undefined;
  const title = stringIn(raw, 'title') ?? stringIn(objectIn(raw, 'code'), 'text');
  return { ...noSection, ...named(code, title), malformed: true };
}

function named(
  code: Concept | undefined,
  title: string | undefined,
): Pick<Section, 'title' | 'kind' | 'past'> {
  const displays = (code?.coding ?? []).map(({ display }) => display);
  const words = [title, code?.text, ...displays].map((each) => shownText(each, 120) ?? '');
  const loinc = codesIn(code, [codeSystem.loinc]);
  const said = words.find((each) => each !== '') ?? 'Section without a name';
  return {
    title: said,
    kind: kindOf(code, loinc, words) ?? 'other',
    past: loinc.includes('11348-0') || (loinc.length === 0 && /\bpast\b/i.test(said)),
  };
}

/** Under whatever code: no system has one for it that all know. */
const safeguarding = /^\s*(?:safeguarding|child protection)\b/i;

/** Its code, ours or LOINC's; then a header code without a system; then its words. */
function kindOf(
  code: Concept | undefined,
  loinc: readonly string[],
  words: readonly string[],
): SectionKind | null {
  const ours = codesIn(code, [clinicalSystem.sectionCode]).flatMap((each) => byOurs(each) ?? []);
  const known = loinc.flatMap((each) => byCode(each) ?? []);
  const headers = (code?.coding ?? []).flatMap((each) => byHeader(each.code) ?? []);
  // A code that is none of ours is believed before words that sound like one.
  const isCoded = loinc.length > 0 || ours.length > 0;
  const titled = isCoded ? [] : words.flatMap((each) => byTitle(each) ?? []);
  if (words.some((each) => safeguarding.test(each))) return 'safeguarding';
  const guarded = words.some((each) => byTitle(each) === 'safeguarding')
    ? ['safeguarding' as const]
    : [];
  return [...ours, ...known, ...headers, ...guarded, ...titled][0] ?? null;
}

/**
 * THO list-empty-reason. `nilknown` is not an assertion: some producers send it for "this source
 * has no data" (domain notes, section 8). A code we do not know is "not known", never "none".
 */
function reasonOf(found: Concept): SectionGap['reason'] | null {
  // Ours, not THO's: everybody answered and nobody has anything.
  if (codesIn(found, [ocs.sourceState]).includes('nothing-recorded')) return null;
  const codes = codesIn(found, [clinicalSystem.listEmptyReason]);
  if (codes.includes('withheld')) return 'withheld';
  if (codes.includes('unavailable')) return 'unavailable';
  const notAsked = ['notasked', 'notstarted', 'closed'];
  return codes.some((code) => notAsked.includes(code)) ? 'not-asked' : 'not-known';
}
