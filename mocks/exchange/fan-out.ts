/** Asks every source at this moment, in parallel, each with its own deadline (contract.md 2.4). */
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { exchangeSystem } from '../../src/fhir/systems.ts';
import type { EmptySection } from '../scenarios/types.ts';
import type { Person } from './demographics.ts';
import { isResource } from './part.ts';
import type { Resource } from './part.ts';
import type { SectionKey } from './sections.ts';
import type { SourceReport, SourceStateCode } from './source-issue.ts';
import type { Source } from './sources/source.ts';

/** One source's answer: how it went, and what it sent. */
export type SourceAnswer = {
  readonly report: SourceReport;
  /** The source's own id of the patient; empty where it sent nothing. */
  readonly localPatient: string;
  readonly resources: readonly Resource[];
  /** Sections the source says are empty, with its own reason, passed on literally. */
  readonly emptySections: readonly EmptySection[];
  /** Sections of which entries were withheld here, to protect where the patient is. */
  readonly withheldSections?: readonly SectionKey[];
};

export type Asking = {
  readonly clock: () => Date;
  /** Divides deadlines. */
  readonly speed: number;
  /** The asker giving up; passed on to every source. */
  readonly signal: AbortSignal;
  /** Only these resource types; all but Binary when not given. */
  readonly types?: readonly string[];
};

const outcomeShape = z.object({
  issue: z.array(
    z.object({
      details: z.object({
        coding: z.array(z.object({ system: z.string().optional(), code: z.string().optional() })),
      }),
    }),
  ),
});

/** Spine's code systems carry several spellings; the refusals are named once (contract.md 3). */
const bySpine: Readonly<Record<string, SourceStateCode>> = {
  NO_ORGANISATIONAL_CONSENT: 'not-sharing',
  NO_ORGANISATION_CONSENT: 'not-sharing',
  NO_PATIENT_CONSENT: 'dissent',
  NO_RELATIONSHIP: 'no-relationship',
  ACCESS_DENIED: 'no-relationship',
  PATIENT_NOT_FOUND: 'not-known',
  UNAVAILABLE: 'unavailable',
};

function refusedState(body: string): SourceStateCode {
  const parsed = outcomeShape.safeParse(JSON.parse(body));
  const codings = parsed.success ? parsed.data.issue.flatMap(({ details }) => details.coding) : [];
  const spine = codings.find(({ system }) => system === exchangeSystem.spine)?.code ?? '';
  return bySpine[spine] ?? 'failed';
}

/** Characters. About as much as takes a few milliseconds to parse. */
const sliceSize = 256 * 1024;

/** Lets others have their turn now and then, and stops once nobody waits for it any more. */
async function parseLines(text: string, signal: AbortSignal): Promise<readonly Resource[]> {
  const resources: Resource[] = [];
  let rest = sliceSize;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    if (to > from) {
      const value: unknown = JSON.parse(text.slice(from, to));
      if (!isResource(value)) throw new TypeError('A line is no resource.');
      resources.push(value);
    }
    from = to + 1;
    if (from > rest) {
      rest = from + sliceSize;
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  return resources;
}

/** A record that is behind says so beside what it sends (GP Connect's warnings). */
const byWarning: Readonly<Record<string, SourceStateCode>> = {
  'data-in-transit': 'in-transit',
  'data-awaiting-filing': 'awaiting-filing',
};

const nothing = { localPatient: '', resources: [], emptySections: [] };
const emptySectionsShape = z.array(z.object({ section: z.string(), emptyReason: z.string() }));

async function readAnswer(
  response: Response,
  body: string,
  signal: AbortSignal,
): Promise<Omit<SourceAnswer, 'report'> & Omit<SourceReport, 'profile'>> {
  if (!response.ok) {
    return { state: refusedState(body), ...nothing };
  }
  const resources = await parseLines(body, signal);
  const withheld = response.headers.get('x-withheld') !== null;
  const upTo = response.headers.get('x-up-to');
  const declared = response.headers.get('x-empty-sections');
  const emptySections = declared === null ? [] : emptySectionsShape.parse(JSON.parse(declared));
  const behind = byWarning[response.headers.get('x-behind') ?? ''];
  const said = withheld ? 'answered-withheld' : resources.length ? 'answered' : 'nothing-recorded';
  const state = behind ?? said;
  return {
    state,
    localPatient: response.headers.get('x-patient') ?? '',
    resources,
    emptySections,
    confidentialItems: withheld,
    ...(upTo === null ? {} : { upTo }),
  };
}

/** Asks one source. Never rejects: every way it can go wrong is a state. */
export async function askSource(
  source: Source,
  person: Person,
  asking: Asking,
): Promise<SourceAnswer> {
  const { profile } = source;
  const started = asking.clock();
  const asked = started.toISOString();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), profile.deadlineMs / asking.speed);
  const since = (): number => Math.max(0, asking.clock().getTime() - started.getTime());
  try {
    const response = await source.fetch(
      new Request(`http://${profile.key}.sources.invalid/record`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nhsNumber: person.current, types: asking.types }),
        signal: AbortSignal.any([asking.signal, deadline.signal]),
      }),
    );
    const body = await response.text();
    // It has answered: what follows takes our time, not its.
    clearTimeout(timer);
    const tookMs = since();
    const { state, localPatient, resources, emptySections, upTo, confidentialItems } =
      await readAnswer(response, body, asking.signal);
    const report = {
      ...{ profile, state, asked, tookMs },
      ...(upTo === undefined ? {} : { upTo }),
      ...(confidentialItems ? { confidentialItems } : {}),
    };
    return { report, localPatient, resources, emptySections };
  } catch {
    const state = deadline.signal.aborted ? 'timeout' : 'unavailable';
    return { report: { profile, state, asked, tookMs: since() }, ...nothing };
  } finally {
    clearTimeout(timer);
  }
}

/** The sources that could hold this person: their own practice, and all that are no practices. */
export const sourcesFor = (
  sources: readonly Source[],
  { practice }: Pick<Person, 'practice'>,
): readonly Source[] =>
  sources.filter(({ profile }) => profile.kind !== 'gp' || profile.key === practice);

/** Answers in the order in which they come. */
export type Answers = AsyncGenerator<SourceAnswer, void, undefined>;

/** Asks all of them now, whether or not anybody reads the answers yet. */
export function fanOut(sources: readonly Source[], person: Person, asking: Asking): Answers {
  const pending = sources.map((source) => {
    const answer = askSource(source, person, asking);
    return [source, answer.then((value) => ({ source, value }))] as const;
  });
  return asTheyCome(new Map(pending));
}

async function* asTheyCome(
  pending: Map<Source, Promise<{ readonly source: Source; readonly value: SourceAnswer }>>,
): Answers {
  while (pending.size > 0) {
    const { source, value } = await Promise.race(pending.values());
    pending.delete(source);
    yield value;
    // Between two parts, others have their turn.
    if (pending.size > 0) await setImmediate();
  }
}
