/** What one Composition commits: its sections' resources become items, gaps, and what is unshown. */
import type { SectionGap, SummaryPart, Unshown } from '../../domain/summary/summary.ts';
import type { Item } from '../../domain/summary/item.ts';
import { type Answer, follow, type Located, membersOf } from './answer.ts';
import type { Mapped } from './mapped.ts';
import { originOf } from './origin.ts';
import { isRedacted, kindOf, mapResource } from './resource.ts';
import type { Section } from './section.ts';

/** A resource and the section that committed it. */
export type Placed = Located & { readonly section: Section };

export type Placement = {
  readonly placed: readonly Placed[];
  /** Entries that lead nowhere, and sections in words only. */
  readonly lost: readonly Pick<Unshown, 'what' | 'because' | 'section'>[];
};

/** Every resource the sections commit, members of panels and reports included, each once. */
export function place(sections: readonly Section[], answer: Answer): Placement {
  const placed = new Map<string, Placed>();
  const lost: Placement['lost'][number][] = [];
  for (const section of sections) {
    if (section.onlyText && section.kind !== null) {
      lost.push({
        what: `${section.title}: sent as text only`,
        section: section.kind,
        because: 'not-understood',
      });
    }
    for (const reference of section.references) {
      const found = answer.locate(reference);
      if (found) placeWithMembers(found, section, answer, placed);
      else {
        const what = `${section.title}: an entry was not sent`;
        lost.push({ what, section: section.kind ?? 'other', because: 'malformed' });
      }
    }
  }
  return { placed: [...placed.values()], lost };
}

function placeWithMembers(
  first: Located,
  section: Section,
  answer: Answer,
  placed: Map<string, Placed>,
): void {
  const todo = [first];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (placed.has(next.key)) continue;
    placed.set(next.key, { ...next, section });
    for (const reference of membersOf(next.resource).reverse()) {
      const member = answer.locate(reference);
      if (member && kindOf(member.resource) === 'result') todo.push(member);
    }
  }
}

/**
 * @param input.strays clinical resources that no section committed: never shown as facts, never
 *   dropped in silence
 * @param input.understood whether a resource is free of modifiers we do not know
 */
export function partOf(input: {
  readonly source: string;
  readonly placed: readonly Placed[];
  readonly lost: Placement['lost'];
  readonly strays: readonly Located[];
  readonly gaps: readonly SectionGap[];
  readonly answer: Answer;
  readonly understood: (resource: object) => boolean;
}): SummaryPart {
  const { source, answer } = input;
  const items: Item[] = [];
  const unshown: Unshown[] = input.lost.map((each, at) => ({ ...each, source, key: `lost-${at}` }));
  const gaps: SectionGap[] = [...input.gaps];
  for (const { key, resource, section } of input.placed) {
    const mapped = mapResource(resource, section, input.understood(resource), {
      source,
      key,
      origin: originOf(resource),
      past: section.past,
      find: (reference) => follow(reference, resource, answer),
    });
    const kind = kindOf(resource);
    add(mapped, key, kind ?? section.kind ?? 'other');
    if (kind && isRedacted(resource)) gaps.push({ source, section: kind, reason: 'withheld' });
    if (kind && mapped?.type === 'gap') gaps.push({ source, section: kind, reason: mapped.reason });
  }
  for (const { key, resource } of input.strays) {
    const what = `${key.split('/')[0] ?? 'Entry'} in no section`;
    const section = kindOf(resource) ?? 'unknown';
    unshown.push({ key, source, what, section, because: 'not-understood' });
  }
  return { source, items, unshown, gaps: distinct(gaps), texts: [] };

  function add(mapped: Mapped | null, key: string, section: Unshown['section']): void {
    if (mapped?.type === 'item') items.push(mapped.item);
    if (mapped?.type !== 'unshown') return;
    unshown.push({ key, source, what: mapped.what, section, because: mapped.because });
  }
}

/** What the sections say they can not give. */
export function gapsIn(sections: readonly Section[], source: string): SectionGap[] {
  return sections.flatMap(({ kind, gap }) =>
    kind !== null && gap !== null ? [{ source, section: kind, reason: gap }] : [],
  );
}

function distinct(gaps: readonly SectionGap[]): SectionGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.section} ${gap.reason}`, gap])).values()];
}
