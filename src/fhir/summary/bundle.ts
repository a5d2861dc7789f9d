/** A summary that came as one document (`application/fhir+json`), as the same events. */
import * as z from 'zod/mini';
import { isComplete, type Source, type SourceReport } from '../../domain/source.ts';
import type { SectionGap } from '../../domain/summary/summary.ts';
import { meta, parsed, unmodified } from '../datatypes.ts';
import { typeOf } from '../searchset.ts';
import { operationOutcome } from '../spine.ts';
import { type Answer, keyOf, type Located, unversioned } from './answer.ts';
import { type Composition, compositionOf } from './composition.ts';
import { gapsIn, partOf, place, type Placed } from './part.ts';
import type { ReaderEvent } from './reader.ts';
import { kindOf } from './resource.ts';
import { type Section, sectionsOf } from './section.ts';
import { type SourceBook, sourceBook, unnamedSource } from './sources.ts';
import {
  inspect,
  isShutByLabel,
  isTracedPatient,
  type Traced,
  tracedReferences,
} from './traced.ts';

const bundle = z.object({
  ...unmodified,
  resourceType: z.literal('Bundle'),
  type: z.literal('document'),
  entry: z.array(z.object({ fullUrl: z.optional(z.string()), resource: z.unknown() })),
});

/** Items mapped before the caller gets a chance to let the page breathe. */
const batch = 200;

/**
 * Everything is inspected before anything is said: one resource of another patient, and the first
 * event is `wrong-patient`. A generator, so that the caller can pause between batches.
 */
export function* documentEvents(raw: unknown, traced: Traced): Generator<ReaderEvent, void> {
  const opened = open(raw, traced);
  if ('type' in opened) yield opened;
  else yield* parts(opened);
}

/** Reads who and what the document is about, before any of its items. */
function open(raw: unknown, traced: Traced): Document | ReaderEvent {
  const found = (parsed(bundle, raw)?.entry ?? []).flatMap(({ fullUrl, resource }) =>
    typeof resource === 'object' && resource !== null ? [{ fullUrl, resource }] : [],
  );
  const patients = found.filter(({ resource }) => typeOf(resource) === 'Patient');
  if (!patients.every(({ resource }) => isTracedPatient(resource, traced))) {
    return { type: 'wrong-patient' };
  }
  if (patients.some(({ resource }) => isShutByLabel(resource, traced))) {
    return { type: 'restricted' };
  }
  const urls = patients.flatMap(({ fullUrl }) => fullUrl ?? []);
  const references = tracedReferences(traced, urls);
  const modified = new WeakSet();
  for (const { resource } of found) {
    if (typeOf(resource) === 'Patient') continue;
    const finding = inspect(resource, traced, references);
    if (finding === 'wrong-patient') return { type: 'wrong-patient' };
    if (finding === 'not-understood') modified.add(resource);
  }
  const [first] = found;
  const composition = first && !modified.has(first.resource) ? compositionOf(first.resource) : null;
  const sections = sectionsOf(composition?.section ?? []);
  if (!composition || !sections || patients.length === 0) return { type: 'unusable' };
  const book = sourceBook();
  for (const { resource } of found) book.organisation(resource);
  const reports = reportsIn(found, book);
  if (reports.some(({ state }) => state === 'dissent')) return { type: 'dissent' };
  const understood = (each: object) => !modified.has(each);
  return { composition, sections, answer: answerOf(found), found, book, reports, understood };
}

type Document = {
  readonly composition: Composition;
  readonly sections: readonly Section[];
  readonly answer: Answer;
  readonly found: readonly Entry[];
  readonly book: SourceBook;
  readonly reports: readonly SourceReport[];
  readonly understood: (resource: object) => boolean;
};
type Entry = { readonly fullUrl: string | undefined; readonly resource: object };

function* parts(document: Document): Generator<ReaderEvent, void> {
  const { sections, answer, found, reports, understood } = document;
  const main = mainSource(document);
  const { placed, lost } = place(sections, answer);
  const committed = new Set(placed.map(({ key }) => key));
  const strays = found.flatMap((entry) => {
    const key = keyOf(entry.resource) ?? entry.fullUrl ?? 'Unreadable entry';
    return kindOf(entry.resource) !== null && !committed.has(key)
      ? [{ key, resource: entry.resource }]
      : [];
  });
  const bySource = grouped(placed, (resource) => sourceOf(resource, document, main));
  const states =
    reports.length > 0 ? reports : answeredBy([main, ...bySource.map(({ source }) => source)]);
  for (const report of states) yield { type: 'report', report: { ...report, state: 'asking' } };
  for (const { source, own } of bySource) {
    for (let from = 0; from < own.length; from += batch) {
      const slice = own.slice(from, from + batch);
      const rest = { lost: [], strays: [], gaps: [], answer, understood };
      yield { type: 'part', part: partOf({ source: source.id, placed: slice, ...rest }) };
    }
  }
  const gaps = states.flatMap((report) => sectionGaps(sections, report));
  const rest = { placed: [], lost, strays, gaps, answer, understood };
  yield { type: 'part', part: partOf({ source: main.id, ...rest }) };
  for (const report of states) yield { type: 'report', report };
  yield { type: 'finished' };
}

/** An empty section of a joint document does not say whose silence it is: everybody's, then. */
function sectionGaps(sections: readonly Section[], report: SourceReport): SectionGap[] {
  return isComplete(report.state) || report.state === 'answered-withheld'
    ? gapsIn(sections, report.source.id)
    : [];
}

function reportsIn(found: readonly Entry[], book: SourceBook): SourceReport[] {
  return found
    .flatMap(({ resource }) => parsed(operationOutcome, resource)?.issue ?? [])
    .flatMap((issue) => book.report(issue) ?? []);
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
  const labelled = parsed(z.object({ meta }), resource);
  return book.byUri(labelled?.meta.source) ?? main;
}

/** The custodian, else the first organisation among the authors. */
function mainSource({ composition, answer, book, reports }: Document): Source {
  const candidates = [composition.custodian, ...composition.author];
  for (const each of candidates) {
    const found = book.organisation(answer.locate(each?.reference ?? '')?.resource);
    if (found) return found;
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

/** By `fullUrl`, by `Type/id`, and by an absolute URL that ends in it (FHIR R4 Bundle, 2.36.4.1). */
function answerOf(found: readonly Entry[]): Answer {
  const byReference = new Map<string, Located>();
  for (const { fullUrl, resource } of found) {
    const key = keyOf(resource);
    const located = { key: key ?? fullUrl ?? '', resource };
    if (key !== null && !byReference.has(key)) byReference.set(key, located);
    if (fullUrl !== undefined && !byReference.has(fullUrl)) byReference.set(fullUrl, located);
  }
  return { locate: (reference) => byReference.get(unversioned(reference)) ?? null };
}
