/** What one Composition commits: its sections' resources become items, gaps, and what is unshown. */
import type {
  SectionGap,
  SectionText,
  SummaryPart,
  Unshown,
} from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Item } from '../../domain/summary/item.ts';
import { typeOf } from '../searchset.ts';
import { type Answer, follow, type Located, locateMember, membersOf } from './answer.ts';
import { kindOf } from './kind.ts';
import type { Mapped, Panel } from './mapped.ts';
import { originOf } from './origin.ts';
import { panelsOf } from './panels.ts';
import { inWords, isRedacted, mapResource } from './resource.ts';
import { noSection, type Section } from './section.ts';

/** A resource, where it is shown, and the section that committed it. */
export type Placed = Located & {
  /** The resource that contains it; itself, where none does. */
  readonly home: object;
  readonly section: Section;
  readonly kind: SectionKind;
  readonly panel: Panel | null;
};

export type Placement = {
  readonly placed: readonly Placed[];
  /** Entries that lead nowhere, and sections in words only. */
  readonly lost: readonly Pick<Unshown, 'what' | 'because' | 'section'>[];
};

/**
 * Every resource the sections commit, members of panels and plans included, each once.
 * @param from the Composition
 */
export function place(sections: readonly Section[], answer: Answer, from?: object): Placement {
  const placed = new Map<object, Placed>();
  const lost: Placement['lost'][number][] = [];
  const lose = (section: Section, says: string, because: Unshown['because']) =>
    lost.push({ what: `${section.title}: ${says}`, section: section.kind ?? 'other', because });
  for (const section of sections) {
    if (section.malformed) lose(section, 'could not be read', 'malformed');
    if (section.onlyText) lose(section, 'sent as text only', 'not-understood');
    for (const reference of section.references) {
      const found = answer.locate(reference, from);
      if (found) placeWithMembers(found, section, answer, placed);
      else lose(section, 'an entry was not sent', 'malformed');
    }
  }
  return { placed: withPanels([...placed.values()], answer), lost };
}

function placeWithMembers(
  first: Located,
  section: Section,
  answer: Answer,
  placed: Map<object, Placed>,
): void {
  const todo = [{ ...first, home: first.resource }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { resource } = next;
    const kind = kindOf(resource, section);
    if (placed.has(resource) || kind === null) continue;
    placed.set(resource, { ...next, section, kind, panel: null });
    for (const reference of [...membersOf(resource)].reverse()) {
      const member = locateMember(reference, next, answer);
      if (member) todo.push(member);
    }
  }
}

function isAboutSomebody(home: object): boolean {
  return 'subject' in home || 'patient' in home;
}

/** Without a Composition: what each resource is decides where it stands. */
export function placeEach(all: Iterable<Located>, answer: Answer): readonly Placed[] {
  const placed = new Map<object, Placed>();
  for (const located of all) placeWithMembers(located, noSection, answer, placed);
  return withPanels([...placed.values()], answer);
}

/** Results know the panel or report they are part of. */
function withPanels(placed: readonly Placed[], answer: Answer): readonly Placed[] {
  const panels = panelsOf(placed, answer);
  if (panels.size === 0) return placed;
  return placed.map((each) => ({ ...each, panel: panels.get(each.resource) ?? null }));
}

/**
 * @param input.strays clinical resources that no section committed: never shown as facts, never
 *   dropped in silence
 * @param input.understood whether a resource is free of modifiers we do not know
 * @param input.isSaid whom everything is about stands in the document itself
 */
export function partOf(input: {
  readonly source: string;
  readonly placed: readonly Placed[];
  readonly lost: Placement['lost'];
  readonly strays: readonly Located[];
  readonly gaps: readonly SectionGap[];
  readonly texts: readonly SectionText[];
  readonly answer: Answer;
  readonly understood: (resource: object) => boolean;
  readonly isSaid: boolean;
}): SummaryPart {
  const { source } = input;
  const texts: SectionText[] = [...input.texts];
  const items: Item[] = [];
  const unshown: Unshown[] = input.lost.map((each, at) => ({ ...each, source, key: `lost-${at}` }));
  const gaps: SectionGap[] = [...input.gaps];
  for (const each of input.placed) {
    const { key, kind, resource, section } = each;
    const mapped = mapPlaced(each, input);
    if (mapped?.type === 'item') items.push(mapped.item);
    if (mapped?.type === 'gap') gaps.push({ source, section: kind, reason: mapped.reason });
    if (mapped?.type === 'unshown') {
      unshown.push({ key, source, what: mapped.what, section: kind, because: mapped.because });
      const words = mapped.because === 'malformed' ? originOf(resource).narrative : null;
      if (words) texts.push({ ...ofItem(each, source), title: mapped.what, narrative: words });
    }
    if (isRedacted(resource)) gaps.push({ source, section: kind, reason: 'withheld' });
    // Whatever else stands among the allergies, they were not given as allergies.
    if (section.kind === 'allergy' && kind !== 'allergy') {
      gaps.push({ source, section: 'allergy', reason: 'not-known' });
    }
  }
  for (const { key, resource } of input.strays) {
    const what = inWords('In no section', typeOf(resource) ?? '');
    const section = typeOf(resource) === null ? null : kindOf(resource, null);
    unshown.push({ key, source, what, section: section ?? 'unknown', because: 'not-understood' });
  }
  return { source, items, unshown, gaps: distinct(gaps), texts };
}

/** What could not be read can still be asked for by its own words. */
function ofItem({ key, kind }: Placed, source: string) {
  return { key: `text-of-${key}`, source, section: kind, onlyText: false };
}

function mapPlaced(
  { home, key, kind, panel, resource, section }: Placed,
  input: Pick<Parameters<typeof partOf>[0], 'source' | 'answer' | 'understood' | 'isSaid'>,
): Mapped | null {
  const { answer, isSaid, source } = input;
  return mapResource(
    resource,
    {
      understood: input.understood(home),
      isSaid: isSaid || (home !== resource && isAboutSomebody(home)),
    },
    {
      ...{ source, key, kind, panel },
      origin: originOf(resource),
      section: section.title,
      past: section.past,
      find: (reference) => follow(reference, home, answer),
    },
  );
}

/** What the sections say they can not give. */
export function gapsIn(sections: readonly Section[], source: string): SectionGap[] {
  return sections.flatMap(({ kind, gap }) =>
    kind !== null && gap !== null ? [{ source, section: kind, reason: gap }] : [],
  );
}

/** What is written over the sections. */
export function textsIn(sections: readonly Section[], source: string): SectionText[] {
  return sections.flatMap(({ title, kind, text, onlyText }, at) =>
    text === null || kind === null
      ? []
      : [{ key: `text-${at}`, source, section: kind, title, narrative: text, onlyText }],
  );
}

function distinct(gaps: readonly SectionGap[]): SectionGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.section} ${gap.reason}`, gap])).values()];
}
