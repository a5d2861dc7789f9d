/** Who and what a Bundle is about, and how it is put together, before any of its items is read. */
import type { SourceReport } from '../../domain/source.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { operationOutcome } from '../spine.ts';
import { type BundleIndex, type Entry, indexOf } from './bundle-index.ts';
import { type Leading, leadingComposition } from './composition.ts';
import { inspect } from './inspect.ts';
import { arrayIn, objectIn, propertyOf, stringIn } from './json.ts';
import { type Section, sectionsOf } from './section.ts';
import { type SourceBook, sourceBook } from './sources.ts';
import { isShutByLabel, isTracedPatient, type Traced, tracedNames } from './traced.ts';

/** A Composition, read, with its sections. */
export type Chapter = {
  readonly resource: object;
  readonly composition: Leading;
  readonly sections: readonly Section[];
};

export type Document = {
  /** The document's own Composition first; none where resources came as a mere collection. */
  readonly chapters: readonly Chapter[];
  readonly index: BundleIndex;
  /** Entries with something in place of a resource. */
  readonly unreadable: number;
  readonly book: SourceBook;
  readonly reports: readonly SourceReport[];
  readonly understood: (resource: object) => boolean;
};

export type Refusal = {
  readonly type: 'wrong-patient' | 'restricted' | 'dissent' | 'unusable';
};

type Held = { readonly fullUrl: string | undefined; readonly resource: object };

/** The entries of a Bundle: in a history, some only say that a resource was deleted. */
type Sent = {
  readonly entries: Held[];
  readonly deleted: Held[];
  readonly inOrder: Entry[];
  unreadable: number;
};

/** One resource of another patient, and nothing is read at all. */
export function openDocument(raw: unknown, traced: Traced): Document | Refusal {
  const sent = entriesOf(raw);
  if (!sent) return { type: 'unusable' };
  const { entries, deleted, unreadable } = sent;
  const patients = entries.filter(({ resource }) => typeOf(resource) === 'Patient');
  if (!patients.every(({ resource, fullUrl }) => isTracedPatient(resource, traced, fullUrl))) {
    return { type: 'wrong-patient' };
  }
  if (patients.some(({ resource }) => isShutByLabel(resource, traced))) {
    return { type: 'restricted' };
  }
  const modified = modifiedIn(entries, traced, patients);
  if (!modified || !modifiedIn(deleted, traced, patients)) return { type: 'wrong-patient' };
  const index = indexOf(sent.inOrder);
  const understood = (each: object) => !modified.has(each);
  const current = entries.filter(({ resource }) => !index.outdated.has(resource));
  const chapters = chaptersIn(current, understood);
  if (!chapters || patients.length === 0) return { type: 'unusable' };
  const book = sourceBook();
  for (const { resource } of entries) {
    if (typeOf(resource) === 'Organization') book.organisation(resource);
  }
  const reports = reportsIn(entries, book);
  if (reports.some(({ state }) => state === 'dissent')) return { type: 'dissent' };
  return { chapters, index, unreadable, book, reports, understood };
}

/** A Bundle of any type; null for what is none, and for one that a modifier changes. */
function entriesOf(raw: unknown): Sent | null {
  if (typeOf(raw) !== 'Bundle' || typeof raw !== 'object' || raw === null) return null;
  if ('modifierExtension' in raw || 'implicitRules' in raw) return null;
  if (!Array.isArray(propertyOf(raw, 'entry'))) return null;
  const found: Sent = { entries: [], deleted: [], inOrder: [], unreadable: 0 };
  for (const each of arrayIn(raw, 'entry')) add(each, found);
  return found;
}

function add(entry: unknown, to: Sent): void {
  const fullUrl = stringIn(entry, 'fullUrl');
  const changed = stringIn(propertyOf(entry, 'response'), 'lastModified');
  const request = propertyOf(entry, 'request');
  const resource = objectIn(entry, 'resource');
  if (stringIn(request, 'method') === 'DELETE') {
    if (resource) to.deleted.push({ fullUrl, resource });
    to.inOrder.push({ fullUrl: fullUrl ?? stringIn(request, 'url'), resource: null, changed });
  } else if (resource) {
    to.entries.push({ fullUrl, resource });
    to.inOrder.push({ fullUrl, resource, changed });
  } else if (!isExchange(entry)) to.unreadable += 1;
}

/** A step of a transaction or a history that carries nothing, and says how it went. */
function isExchange(entry: unknown): boolean {
  const isStep = objectIn(entry, 'request') ?? objectIn(entry, 'response');
  return isStep !== undefined && propertyOf(entry, 'resource') === undefined;
}

/** Null where one resource is about somebody else. */
function modifiedIn(
  entries: readonly Held[],
  traced: Traced,
  patients: readonly Held[],
): WeakSet<object> | null {
  const known = tracedNames(traced, patients);
  const modified = new WeakSet();
  for (const { resource } of entries) {
    if (typeOf(resource) === 'Patient') continue;
    const finding = inspect(resource, traced, known);
    if (finding === 'wrong-patient') return null;
    if (finding === 'not-understood') modified.add(resource);
  }
  return modified;
}

/** Null where the Composition that leads the document can not be read safely. */
function chaptersIn(
  entries: readonly Held[],
  understood: (resource: object) => boolean,
): Chapter[] | null {
  const all = entries.filter(({ resource }) => typeOf(resource) === 'Composition');
  const chapters = all.map(({ resource }) => {
    const composition = understood(resource) ? leadingComposition(resource) : null;
    return composition && { resource, composition, sections: sectionsIn(resource) };
  });
  if (chapters.length > 0 && !chapters[0]) return null;
  return chapters.filter((each) => each !== null);
}

function sectionsIn(composition: object): Section[] {
  const sent = propertyOf(composition, 'section');
  if (sent === undefined) return [];
  return sectionsOf(Array.isArray(sent) ? sent : [sent]);
}

function reportsIn(entries: readonly Held[], book: SourceBook): SourceReport[] {
  return entries
    .filter(({ resource }) => typeOf(resource) === 'OperationOutcome')
    .flatMap(({ resource }) => parsed(operationOutcome, resource)?.issue ?? [])
    .flatMap((issue) => book.report(issue) ?? []);
}
