/** What arrived after the reader began, in one sentence, which is seen and read out alike. */
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Item } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { counted, markWords } from '../wording/marks.ts';
import { sectionOrder } from '../wording/summary.ts';
import { holdingWords } from './standing.ts';

type Late = Pick<Summary, 'items' | 'sources'>;

/** More kinds of entry than this and a notice would push away what it is about. */
const fewKinds = 4;

/**
 * "New since you opened. Oxford Health: 1 allergy (Codeine), 2 medicines."; of many kinds, how many
 * entries, and among them what would be acted on at once.
 */
export function lateWords(summary: Late, late: ReadonlySet<string>): string {
  const arrived = lateItems(summary, late);
  const bySource = groupedBy(arrived, ({ source }) => source);
  const kinds = new Set(arrived.map(({ source, kind }) => `${source} ${kind}`)).size;
  const named = namedAmong(arrived);
  const said = [...bySource].map(([id, items]) => {
    const name = summary.sources.find(({ source }) => source.id === id)?.source.name ?? id;
    const counts = (of: readonly SectionKind[]) =>
      of.flatMap((kind) => countOf(items, kind, named)).join(', ');
    const urgent = counts(urgentKinds);
    const assertions = items.filter(isAssertion).length;
    const words =
      kinds > fewKinds
        ? [markWords.entries(items.length), urgent && `${markWords.amongThem} ${urgent}`]
        : [counts(sectionOrder), assertions > 0 && markWords.assertions(assertions)];
    return `${name}: ${words.filter(Boolean).join(', ')}.`;
  });
  return `${markWords.lateHeading}. ${said.join(' ')}`;
}

/** Said however much came with it, and by name: nobody presses "I have seen them" unread. */
const urgentKinds = ['allergy', 'emergency-plan'] as const;

/** More names than these and a notice would push away what it is about; the rest is counted. */
const mostNames = 2;

/** What would be acted on at once and holds, allergies first. */
function namedAmong(arrived: readonly Item[]): readonly string[] {
  const names = urgentKinds.flatMap((urgent) =>
    arrived.flatMap((item) =>
      item.kind === urgent && !isAssertion(item) && !isOver(item) ? urgentName(item) : [],
    ),
  );
  return [...new Set(names)].slice(0, mostNames);
}

/** Its title, its decision, and what takes from it: "Codeine · unconfirmed". */
function urgentName(item: Item): string {
  const decision = 'value' in item && 'role' in item && item.role !== null ? item.value : null;
  const title = decision === null ? item.title : `${item.title}: ${decision}`;
  return [title, holdingWords(item, false)].filter(Boolean).join(' · ');
}

/** "2 allergies (Codeine, 1 more)", "2 medicines (1 not current)"; nothing where there is none. */
function countOf(
  items: readonly Item[],
  kind: SectionKind,
  named: readonly string[],
): readonly string[] {
  const ofKind = items.filter((item) => item.kind === kind && !isAssertion(item));
  if (ofKind.length === 0) return [];
  const holding = ofKind.filter((item) => !isOver(item));
  const over = ofKind.length - holding.length;
  const counts = counted(ofKind.length, kind);
  const words = over === 0 ? counts : markWords.ofThemOver(counts, over);
  const names = holding.map(urgentName);
  const said = named.filter((name) => names.includes(name));
  if (said.length === 0) return [words];
  const others = names.filter((name) => !said.includes(name)).length;
  return [`${words} (${[...said, ...(others > 0 ? [markWords.more(others)] : [])].join(', ')})`];
}

/** "No known allergy" is a sentence of its source's, and no allergy (domain notes, section 8). */
function isAssertion(item: Item): boolean {
  return item.kind === 'allergy' && item.assertion !== 'allergy';
}

/** Over, refuted, or not to be taken. */
function isOver(item: Item): boolean {
  if (item.kind === 'emergency-plan') {
    return item.standing === 'past' || item.standing === 'not-done';
  }
  if (item.kind === 'medication') {
    return item.status === 'stopped' || item.status === 'not-taken' || item.proviso !== null;
  }
  if (item.kind !== 'problem' && item.kind !== 'allergy') return false;
  return item.status === 'past' || /refuted/i.test(item.certainty ?? '');
}

export function lateItems({ items }: Late, late: ReadonlySet<string>): readonly Item[] {
  return items.filter(({ key }) => late.has(key));
}
