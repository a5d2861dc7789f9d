/**
 * Reads a streamed summary, one resource at a time (contract 2.4): the traced Patient; rounds of
 * resources (a), each committed by a Composition (b); an OperationOutcome (c) when a source is done;
 * at last the document's own Composition. What no Composition committed is never shown.
 */
import type { Source, SourceReport } from '../../domain/source.ts';
import type { SummaryPart } from '../../domain/summary/summary.ts';
import { parsed } from '../parsed.ts';
import { typeOf } from '../searchset.ts';
import { operationOutcome } from '../spine.ts';
import { type Answer, keyOf, type Located, unversioned } from './answer.ts';
import { type Composition, compositionOf } from './composition.ts';
import { inspect } from './inspect.ts';
import { kindOf } from './kind.ts';
import { gapsIn, partOf, textsIn } from './part.ts';
import { place } from './place.ts';
import { type Section, sectionsOf } from './section.ts';
import { sourceBook, unnamedSource } from './sources.ts';
import { isShutByLabel, isTracedPatient, type Traced, tracedNames } from './traced.ts';

export type ReaderEvent =
  | { readonly type: 'part'; readonly part: SummaryPart }
  | { readonly type: 'report'; readonly report: SourceReport }
  | { readonly type: 'finished' }
  /** Something is about another patient: nothing of this answer may stay on screen. */
  | { readonly type: 'wrong-patient' }
  /** The patient has chosen not to share, meanwhile. */
  | { readonly type: 'dissent' }
  /** The patient is labelled restricted, which the trace had not said. */
  | { readonly type: 'restricted' }
  /** Not the answer the contract describes. */
  | { readonly type: 'unusable' };

export type SummaryReader = {
  /**
   * Takes the next line's resource; read what it says to the end before the next. A big round says
   * it in several parts, so that the caller can pause. After `finished` or a refusal: nothing.
   */
  readonly push: (resource: unknown) => Iterable<ReaderEvent>;
  /** Whether the last line, or a refusal, has been read. */
  readonly isDone: () => boolean;
};

/** Resources other rounds may refer to; clinical ones belong to their own round. */
const shared = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Medication',
  'Device',
]);

/** Resources mapped in one go: a few milliseconds' work. */
const batch = 50;

/** What has no subject of its own is not shown: the contract gives every resource of a stream one. */
const nothing = { placed: [], lost: [], strays: [], gaps: [], texts: [], isSaid: false };

/** @param traced whom every line must be about */
export function summaryReader(traced: Traced): SummaryReader {
  let known = tracedNames(traced, []);
  const book = sourceBook();
  const announced = new Set<string>();
  const lasting = new Map<string, object>();
  const modified = new WeakSet();
  let round = new Map<string, object>();
  let strays: Located[] = [];
  /** Names that this round, and earlier ones, made keys of. */
  const named = new Set<string>();
  const used = new Set<string>();
  let rounds = 1;
  let lines = 0;
  let done = false;

  const answer: Answer = {
    locate: (reference) => {
      const name = unversioned(reference);
      const resource = round.get(name) ?? lasting.get(name);
      if (!resource) return null;
      named.add(name);
      return { key: keyFor(name), resource };
    },
  };

  return { push, isDone: () => done };

  function* push(resource: unknown): Generator<ReaderEvent, void> {
    if (done) return;
    lines += 1;
    const events = typeof resource === 'object' && resource !== null ? read(resource) : null;
    for (const event of events ?? [{ type: 'unusable' } as const]) {
      done = event.type !== 'part' && event.type !== 'report';
      yield event;
    }
  }

  /** Null for a line that breaks the contract. */
  function read(resource: object): Iterable<ReaderEvent> | null {
    const type = typeOf(resource);
    if (type === 'Patient') return readPatient(resource);
    if (lines === 1) return null;
    const finding = inspect(resource, traced, known);
    if (finding === 'wrong-patient') return [{ type: 'wrong-patient' }];
    if (finding === 'not-understood') modified.add(resource);
    if (type === 'Composition') return commit(resource);
    if (type === 'OperationOutcome') return report(resource);
    buffer(resource);
    return [];
  }

  function readPatient(resource: object): ReaderEvent[] | null {
    if (!isTracedPatient(resource, traced)) return [{ type: 'wrong-patient' }];
    if (isShutByLabel(resource, traced)) return [{ type: 'restricted' }];
    known = tracedNames(traced, [{ resource }]);
    return 'modifierExtension' in resource || 'implicitRules' in resource ? null : [];
  }

  function buffer(resource: object): void {
    const key = keyOf(resource);
    if (key === null || round.has(key)) {
      strays.push({ key: `Unreadable entry/line-${lines}`, resource });
      return;
    }
    round.set(key, resource);
    named.add(key);
    if (shared.has(typeOf(resource) ?? '')) lasting.set(key, resource);
  }

  function commit(resource: object): Iterable<ReaderEvent> | null {
    const found = modified.has(resource) ? null : compositionOf(resource);
    if (!found) return null;
    const author = authorOf(found);
    if (!author) return [...leftovers(unnamedSource.id), { type: 'finished' }];
    return committed(author, sectionsOf(found.section ?? []));
  }

  function* committed(source: Source, sections: readonly Section[]): Generator<ReaderEvent, void> {
    const understood = (each: object) => !modified.has(each);
    const { placed, lost } = place(sections, answer, understood);
    const left = [...strays, ...unplaced(new Set(placed.map(({ resource }) => resource)))];
    yield* announce(source);
    const shared = { source: source.id, answer, understood };
    for (let from = 0; from < placed.length; from += batch) {
      const slice = placed.slice(from, from + batch);
      yield { type: 'part', part: partOf({ ...shared, ...nothing, placed: slice }) };
    }
    const gaps = gapsIn(sections, source.id);
    const texts = textsIn(sections, source.id);
    const rest = partOf({ ...shared, ...nothing, lost, strays: left, gaps, texts });
    startRound();
    if (rest.unshown.length + rest.gaps.length + texts.length > 0)
      yield { type: 'part', part: numbered(rest) };
  }

  /** The part's author is the source's Organization; the document's own is a Device. */
  function authorOf({ author }: Composition) {
    const found = author.map(({ reference }) => answer.locate(reference ?? '')?.resource);
    return book.organisation(found.find((each) => typeOf(each) === 'Organization'));
  }

  function announce(source: SourceReport['source']): ReaderEvent[] {
    if (announced.has(source.id)) return [];
    announced.add(source.id);
    const report = {
      source,
      state: 'asking',
      askedAt: null,
      took: null,
      upTo: null,
      keeps: null,
    } as const;
    return [{ type: 'report', report }];
  }

  function report(resource: object): ReaderEvent[] | null {
    const [issue, another] = parsed(operationOutcome, resource)?.issue ?? [];
    const found = issue && !another && !modified.has(resource) ? book.report(issue) : null;
    if (!found) return null;
    if (found.state === 'dissent') return [{ type: 'dissent' }];
    announced.add(found.source.id);
    return [...leftovers(found.source.id), { type: 'report', report: found }];
  }

  /** Resources that no Composition committed: counted, never shown. */
  function leftovers(source: string): ReaderEvent[] {
    const left = [...strays, ...unplaced(new Set())];
    startRound();
    if (left.length === 0) return [];
    const none = { ...nothing, answer, understood: () => false };
    return [{ type: 'part', part: numbered(partOf({ ...none, source, strays: left })) }];
  }

  function unplaced(committed: ReadonlySet<object>): Located[] {
    return [...round]
      .filter(([, resource]) => kindOf(resource, null) !== null && !committed.has(resource))
      .map(([name, resource]) => ({ key: keyFor(name), resource }));
  }

  /** A name that an earlier round used too is another thing's here: each has a key of its own. */
  function keyFor(name: string): string {
    return used.has(name) ? `${name}#round-${rounds}` : name;
  }

  function startRound(): void {
    for (const name of named) used.add(name);
    named.clear();
    rounds += 1;
    round = new Map();
    strays = [];
  }

  /** Keys that no resource gave must be unique over all parts. */
  function numbered(part: SummaryPart): SummaryPart {
    const unshown = part.unshown.map((each) =>
      each.key.startsWith('lost-') ? { ...each, key: `line-${lines}-${each.key}` } : each,
    );
    const texts = part.texts.map((each) => ({ ...each, key: `line-${lines}-${each.key}` }));
    return { ...part, unshown, texts };
  }
}
