/** Who says so: one small tag on every line, and the full name behind it. */
import { createContext } from 'preact';
import type { Source, SourceCoverage, SourceId, SourceReport } from '../../domain/source.ts';

export type SourceName = {
  /** What stands on the line: "OUH", or a practice's name where two tags would both say GP. */
  readonly tag: string;
  readonly name: string;
  /** The patient's own practice, whose silence is always a gap. */
  readonly isPatientsPractice: boolean;
  readonly tone: 'gp' | 'ouh' | 'oh' | 'sc' | 'other';
};

export type SourceNames = ReadonlyMap<SourceId, SourceName>;

/** The names of the sources of the summary on screen. */
export const SourceNamesContext = createContext<SourceNames>(new Map());

/**
 * @param sources all expected sources, so that a tag does not change when a late one answers; one
 *   that shares nothing has no lines to tell apart
 * @param coverage says which of them is the patient's own practice
 */
export function sourceNames(
  sources: readonly SourceReport[],
  coverage: readonly SourceCoverage[],
): SourceNames {
  const own = new Set(
    coverage.filter((each) => each.registeredPractice).map(({ source }) => source.id),
  );
  const sharing = sources.filter(({ state }) => state !== 'not-sharing');
  const isAmbiguous = (source: Source, state: SourceReport['state']) => {
    const among = state === 'not-sharing' ? sources : sharing;
    return among.filter((other) => other.source.tag === source.tag).length > 1;
  };
  return new Map(
    sources.map(({ source, state }) => [
      source.id,
      {
        tag: isAmbiguous(source, state) ? source.name : source.tag,
        name: source.name,
        isPatientsPractice: own.has(source.id),
        tone: toneOf(source.tag),
      },
    ]),
  );
}

/** A source nobody announced is still named, by its id. */
export function nameOf(names: SourceNames, id: SourceId): SourceName {
  return names.get(id) ?? { tag: id, name: id, isPatientsPractice: false, tone: 'other' };
}

function toneOf(tag: string): SourceName['tone'] {
  switch (tag) {
    case 'GP':
      return 'gp';
    case 'OUH':
      return 'ouh';
    case 'OH':
      return 'oh';
    case 'SC':
      return 'sc';
    default:
      return 'other';
  }
}
