/** A summary that came as one Bundle (`application/fhir+json`), as the same events. */
import { isComplete, type Source, type SourceReport } from '../../domain/source.ts';
import type { SectionGap } from '../../domain/summary/summary.ts';
import { type Reference, reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import type { Located } from './answer.ts';
import { type Document, openDocument } from './document.ts';
import { propertyOf, stringIn } from './json.ts';
import { kindOf } from './kind.ts';
import { gapsIn, partOf, textsIn } from './part.ts';
import { place, type Placed, placeEach, type Placement } from './place.ts';
import type { ReaderEvent } from './reader.ts';
import { unnamedSource } from './sources.ts';
import type { Traced } from './traced.ts';

/** Items mapped before the caller gets a chance to let the page breathe. */
const batch = 200;

/**
 * Everything is inspected before anything is said: one resource of another patient, and the first
 * event is `wrong-patient`. A generator, so that the caller can pause between batches.
 */
export function* documentEvents(raw: unknown, traced: Traced): Generator<ReaderEvent, void> {
  const opened = openDocument(raw, traced);
  if ('type' in opened) yield opened;
  else yield* parts(opened);
}

function* parts(document: Document): Generator<ReaderEvent, void> {
  const { index, reports, understood, chapters } = document;
  const main = mainSource(document);
  const { placed, lost } = chapters.length > 0 ? committed(document) : collected(document);
  const strays = straysOf(document, placed);
  const bySource = grouped(placed, (resource) => sourceOf(resource, document, main));
  const states =
    reports.length > 0 ? reports : answeredBy([main, ...bySource.map(({ source }) => source)]);
  const isSaid = chapters[0]?.composition.isSaid === true;
  const shared = { answer: index, understood, isSaid };
  const nothing = { placed: [], lost: [], strays: [], gaps: [], texts: [] };
  for (const report of states) yield { type: 'report', report: { ...report, state: 'asking' } };
  for (const { source, own } of bySource) {
    for (let from = 0; from < own.length; from += batch) {
      const slice = own.slice(from, from + batch);
      const part = partOf({ ...shared, ...nothing, source: source.id, placed: slice });
      yield { type: 'part', part };
    }
  }
  const sections = chapters.flatMap((each) => each.sections);
  const gaps = states.flatMap((report) => sectionGaps(document, report));
  const rest = { lost, strays, gaps, texts: textsIn(sections, main.id) };
  yield { type: 'part', part: partOf({ ...shared, ...nothing, ...rest, source: main.id }) };
  for (const report of states) yield { type: 'report', report };
  yield { type: 'finished' };
}

/** What the sections of every Composition list. */
function committed({ chapters, index, unreadable, understood }: Document): Placement {
  const all = chapters.map(({ resource, sections }) =>
    place(sections, index, understood, resource),
  );
  const placed = new Map(all.flatMap((each) => each.placed).map((each) => [each.resource, each]));
  return {
    placed: [...placed.values()],
    lost: [...all.flatMap(({ lost }) => lost), ...lostEntries(unreadable)],
  };
}

/** Without a Composition, every resource is listed by what it is; older versions are not. */
function collected({ index, unreadable, understood }: Document): Placement {
  const newest = index.all.filter(({ resource }) => !index.outdated.has(resource));
  const { placed, lost } = placeEach(newest, index, understood);
  return { placed, lost: [...lost, ...lostEntries(unreadable)] };
}

function lostEntries(count: number): Placement['lost'] {
  return Array.from({ length: count }, () => ({
    what: 'An entry without a resource that can be read',
    section: 'unknown' as const,
    because: 'malformed' as const,
  }));
}

function straysOf({ index }: Document, placed: readonly Placed[]): Located[] {
  const listed = new Set(placed.map(({ resource }) => resource));
  return index.all.filter(
    ({ resource }) =>
      !listed.has(resource) && !index.replaced.has(resource) && kindOf(resource, null) !== null,
  );
}

/** An empty section of a joint document does not say whose silence it is: everybody's, then. */
function sectionGaps({ chapters }: Document, report: SourceReport): SectionGap[] {
  const sections = chapters.flatMap((each) => each.sections);
  return isComplete(report.state) || report.state === 'answered-withheld'
    ? gapsIn(sections, report.source.id)
    : [];
}

/** A document without "Data sources" is the answer of those it is from. */
function answeredBy(ids: readonly Source[]): SourceReport[] {
  return [...new Map(ids.map((source) => [source.id, source])).values()].map((source) => ({
    source,
    state: 'answered',
    askedAt: null,
    took: null,
    upTo: null,
    keeps: null,
  }));
}

function sourceOf(resource: object, { book }: Document, main: Source): Source {
  return book.byUri(stringIn(propertyOf(resource, 'meta'), 'source')) ?? main;
}

/** The custodian, else the first organisation among the authors, or that an author is of. */
function mainSource({ chapters, index, book, reports }: Document): Source {
  const [main] = chapters;
  const candidates = main ? [main.composition.custodian, ...(main.composition.author ?? [])] : [];
  const at = (to: Reference | undefined | null, from: object | undefined) =>
    index.locate(to?.reference ?? '', from)?.resource;
  for (const each of candidates) {
    const author = at(each, main?.resource);
    const own = book.organisation(author);
    if (own) return own;
    const organisation = parsed(reference, propertyOf(author, 'organization'));
    const theirs = book.organisation(at(organisation, author));
    if (theirs) return theirs;
  }
  return reports[0]?.source ?? unnamedSource;
}

type Group = { readonly source: Source; readonly own: Placed[] };

function grouped(placed: readonly Placed[], sourceOf: (resource: object) => Source): Group[] {
  const groups = new Map<string, Group>();
  for (const each of placed) {
    const source = sourceOf(each.resource);
    const group = groups.get(source.id) ?? { source, own: [] };
    group.own.push(each);
    groups.set(source.id, group);
  }
  return [...groups.values()];
}
