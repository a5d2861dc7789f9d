/**
 * The summary as clinicians read it: facts of several sources, each with where it is from and
 * when. Source: domain notes sections 8 and 9; IPS 2.0.
 */
import type { SourceId, SourceReport } from '../source.ts';
import type { Item, ItemOf, Narrative } from './item.ts';
import { newestItems } from './newest-items.ts';
import { once } from './once.ts';
import type { SectionKind } from './section-kind.ts';

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
  readonly texts: readonly SectionText[];
};

/**
 * What a source wrote over a whole section. `onlyText`: the section has no entries, so that these
 * words are all there is of it, and may hold any fact.
 */
export type SectionText = {
  readonly key: string;
  readonly source: SourceId;
  readonly section: SectionKind;
  readonly title: string;
  readonly narrative: Narrative;
  readonly onlyText: boolean;
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
  readonly texts: readonly SectionText[];
  readonly sources: readonly SourceReport[];
};

export const emptySummary: Summary = {
  practice: null,
  items: [],
  unshown: [],
  gaps: [],
  texts: [],
  sources: [],
};

/** Adds one committed part; what was there stays where it was. */
export function withPart(summary: Summary, part: SummaryPart): Summary {
  return {
    ...summary,
    items: [...summary.items, ...part.items],
    unshown: [...summary.unshown, ...part.unshown],
    gaps: [...summary.gaps, ...part.gaps],
    texts: [...summary.texts, ...part.texts],
  };
}

/**
 * Adds or replaces one source's report. That it has begun says nothing of what it keeps: what was
 * known of that stands until it says so itself, and it is missing nowhere else meanwhile.
 */
export function withReport(summary: Summary, report: SourceReport): Summary {
  const before = summary.sources.find(({ source }) => source.id === report.source.id);
  if (before === undefined) return { ...summary, sources: [...summary.sources, report] };
  const hasBegun = report.state === 'asking' && report.keeps === null;
  const newest = hasBegun ? { ...report, keeps: before.keeps } : report;
  const sources = summary.sources.map((other) => (other === before ? newest : other));
  return { ...summary, sources };
}

/** The stream broke off: whoever had not finished is no longer "still asking". */
export function withInterruption(summary: Summary): Summary {
  const sources = summary.sources.map((report) =>
    report.state === 'asking' ? { ...report, state: 'interrupted' as const } : report,
  );
  return { ...summary, sources };
}

type Sections = { readonly [K in SectionKind]: readonly ItemOf<K>[] };

const none: readonly never[] = [];

/**
 * One section's items, newest first. The very same list for as long as no item came to that
 * section, whatever came to others: what is worked out from it need not be worked out again.
 */
export function itemsOf<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
): Sections[K] {
  return (sectionsOf(summary.items).get(kind)?.sorted ?? none) as Sections[K];
}

/** By the keys of one section's items, which of them came first: 0, 1, 2. */
export type Arrivals = ReadonlyMap<string, number>;

/** Worked out once for each list of its items, as these are. */
export function arrivalsOf(summary: Pick<Summary, 'items'>, kind: SectionKind): Arrivals {
  return arrivals(sectionsOf(summary.items).get(kind)?.sent ?? none);
}

const arrivals = once(
  (sent: readonly Item[]): Arrivals => new Map(sent.map(({ key }, at) => [key, at])),
);

/**
 * The key of the one that came first: what stands on screen keeps it, whatever comes to it.
 * @param list items of one section, or rows by the keys of their own first
 */
export function firstKey(list: readonly [Keyed, ...Keyed[]], arrivals: Arrivals): string {
  const at = ({ key }: Keyed) => arrivals.get(key) ?? 0;
  return list.reduce((first, one) => (at(one) < at(first) ? one : first)).key;
}

type Keyed = { readonly key: string };

const sectionsOf = once((items: readonly Item[]): ReadonlyMap<SectionKind, Sorted> => {
  const sections = new Map<SectionKind, [Item, ...Item[]]>();
  for (const item of items) {
    const list = sections.get(item.kind);
    if (list) list.push(item);
    else sections.set(item.kind, [item]);
  }
  return new Map([...sections].map(([kind, list]) => [kind, sorted(list)]));
});

type Sorted = { readonly sent: readonly Item[]; readonly sorted: readonly Item[] };

/** By the first item that was sent, which stays while others are added. */
const known = new WeakMap<Item, Sorted>();

function sorted(sent: readonly [Item, ...Item[]]): Sorted {
  const [first] = sent;
  const before = known.get(first);
  if (
    before &&
    before.sent.length === sent.length &&
    sent.every((it, at) => it === before.sent[at])
  )
    return before;
  const section = { sent, sorted: newestItems(sent, (item) => item) };
  known.set(first, section);
  return section;
}
