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
import { type Answer, follow, type Located } from './answer.ts';
import { kindOf } from './kind.ts';
import { malformed, type Mapped } from './mapped.ts';
import { narrativeIn, originOf } from './origin.ts';
import type { Placed, Placement, Understood } from './place.ts';
import { inWords, isRedacted, mapResource } from './resource.ts';
import type { Section } from './section.ts';

function isAboutSomebody(home: object): boolean {
  return 'subject' in home || 'patient' in home;
}

/**
 * @param input.strays clinical resources that no section committed: never shown as facts, never
 *   dropped in silence
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
  readonly understood: Understood;
  readonly isSaid: boolean;
}): SummaryPart {
  const { source } = input;
  const texts: SectionText[] = [...input.texts];
  const items: Item[] = [];
  const unshown: Unshown[] = input.lost.map((each, at) => ({ ...each, source, key: `lost-${at}` }));
  const gaps: SectionGap[] = [...input.gaps];
  for (const each of input.placed) {
    const { key, kind, resource } = each;
    const mapped = mapSafely(each, input);
    if (mapped?.type === 'item') items.push(mapped.item);
    if (mapped?.type === 'gap') gaps.push({ source, section: kind, reason: mapped.reason });
    if (mapped?.type === 'unshown') {
      unshown.push({ key, source, what: mapped.what, section: kind, because: mapped.because });
      const words = mapped.because === 'malformed' ? narrativeIn(resource) : null;
      if (words) texts.push({ ...ofItem(each, source), title: mapped.what, narrative: words });
    }
    if (isRedacted(resource)) gaps.push({ source, section: kind, reason: 'withheld' });
    const doubtful = mapped === null ? null : listIn(each);
    if (doubtful !== null) gaps.push({ source, section: doubtful, reason: 'not-known' });
  }
  for (const { key, resource } of input.strays) {
    const what = `In no section: ${inWords(typeOf(resource) ?? '')}`;
    const section = typeOf(resource) === null ? null : kindOf(resource, null);
    unshown.push({ key, source, what, section: section ?? 'unknown', because: 'not-understood' });
  }
  return { source, items, unshown, gaps: distinct(gaps), texts };
}

const lists = new Set<SectionKind>(['allergy', 'medication', 'problem']);

/**
 * Whatever else stands among the allergies, the medicines or the problems may be meant as one of
 * them: a list it was not read into was not read whole.
 */
function listIn({ kind, section }: Placed): SectionKind | null {
  return section.kind !== null && section.kind !== kind && lists.has(section.kind)
    ? section.kind
    : null;
}

/** No resource, whatever it is made of, takes its siblings with it. */
function mapSafely(each: Placed, input: Input): Mapped | null {
  try {
    return mapPlaced(each, input);
  } catch {
    return malformed(`${each.section.title}: ${inWords(typeOf(each.resource) ?? '')}`);
  }
}

type Input = Pick<Parameters<typeof partOf>[0], 'source' | 'answer' | 'understood' | 'isSaid'>;

/** What could not be read can still be asked for by its own words. */
function ofItem({ key, kind }: Placed, source: string) {
  return { key: `text-of-${key}`, source, section: kind, onlyText: false };
}

function mapPlaced(
  { doubt, home, key, kind, panel, resource, section }: Placed,
  input: Input,
): Mapped | null {
  const { answer, isSaid, source } = input;
  return mapResource(
    resource,
    {
      understood: input.understood(home),
      isSaid: isSaid || (home !== resource && isAboutSomebody(home)),
    },
    {
      ...{ source, key, kind, panel, doubt },
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
