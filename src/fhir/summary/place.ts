/** Which resources the sections commit, each where it is shown, with what groups it. */
import type { Unshown } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { typeOf } from '../searchset.ts';
import { type Answer, type Located, locateMember, membersOf } from './answer.ts';
import { kindOf } from './kind.ts';
import { type Grouping, groupingsOf } from './panels.ts';
import { inWords } from './resource.ts';
import { noSection, type Section } from './section.ts';

/** A resource, where it is shown, and the section that committed it. */
export type Placed = Located &
  Grouping & {
    /** The resource that contains it; itself, where none does. */
    readonly home: object;
    readonly section: Section;
    readonly kind: SectionKind;
  };

export type Placement = {
  readonly placed: readonly Placed[];
  /** Entries that lead nowhere, or to what is no entry, and sections in words only. */
  readonly lost: readonly Pick<Unshown, 'what' | 'because' | 'section'>[];
};

/** Whether a resource is free of modifiers we do not know. */
export type Understood = (resource: object) => boolean;

type Placing = {
  readonly answer: Answer;
  readonly understood: Understood;
  readonly placed: Map<object, Placed>;
  readonly lose: (section: Section, says: string, because: Unshown['because']) => void;
};

/**
 * Every resource the sections commit, members of panels, plans and lists included, each once.
 * @param from the Composition
 */
export function place(
  sections: readonly Section[],
  answer: Answer,
  understood: Understood,
  from?: object,
): Placement {
  const lost: Placement['lost'][number][] = [];
  const lose: Placing['lose'] = (section, says, because) =>
    lost.push({ what: `${section.title}: ${says}`, section: section.kind ?? 'other', because });
  const placing = { answer, understood, placed: new Map<object, Placed>(), lose };
  for (const section of guardedFirst(sections)) {
    if (section.malformed) lose(section, 'could not be read', 'malformed');
    if (section.onlyText) lose(section, 'sent as text only', 'not-understood');
    for (const reference of section.references) {
      const found = answer.locate(reference, from);
      if (found) placeWithMembers(found, section, placing);
      else lose(section, 'an entry was not sent', 'malformed');
    }
  }
  return { placed: withGroupings(placing), lost };
}

/** What a source lists under safeguarding too is safeguarding, wherever else it lists it. */
function guardedFirst(sections: readonly Section[]): readonly Section[] {
  const guarded = sections.filter(({ kind }) => kind === 'safeguarding');
  if (guarded.length === 0) return sections;
  return [...guarded, ...sections.filter(({ kind }) => kind !== 'safeguarding')];
}

function placeWithMembers(first: Located, section: Section, placing: Placing): void {
  const { answer, placed } = placing;
  const todo = [{ ...first, home: first.resource }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { resource } = next;
    if (placed.has(resource)) continue;
    const kind = kindOf(resource, section);
    if (kind === null) {
      // The patient, or what leads the answer, listed as if it were a fact.
      const isEntry = resource === first.resource && section.kind !== null;
      if (isEntry) placing.lose(section, inWords(typeOf(resource) ?? ''), 'not-in-this-view');
      continue;
    }
    placed.set(resource, { ...next, section, kind, panel: null, doubt: null });
    const isList = typeOf(resource) === 'List';
    // What a modifier may take off a list is not on it for certain.
    if (isList && !placing.understood(next.home)) continue;
    for (const reference of [...membersOf(resource)].reverse()) {
      const member = locateMember(reference, next, answer);
      if (member) todo.push(member);
      else if (isList) placing.lose(section, 'an entry was not sent', 'malformed');
    }
  }
}

/** Without a Composition: what each resource is decides where it stands. */
export function placeEach(
  all: Iterable<Located>,
  answer: Answer,
  understood: Understood,
): Placement {
  const lost: Placement['lost'][number][] = [];
  const lose: Placing['lose'] = ({ title }, says, because) =>
    lost.push({ what: `${title}: ${says}`, section: 'unknown', because });
  const placing = { answer, understood, placed: new Map<object, Placed>(), lose };
  for (const located of all) placeWithMembers(located, noSection, placing);
  return { placed: withGroupings(placing), lost };
}

/** Results know the panel or report they are part of. */
function withGroupings({ placed, answer, understood }: Placing): readonly Placed[] {
  const all = [...placed.values()];
  const groupings = groupingsOf(all, answer, understood);
  if (groupings.size === 0) return all;
  return all.map((each) => ({ ...each, ...groupings.get(each.resource) }));
}
