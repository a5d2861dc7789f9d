/**
 * All sources were asked again: a whole new answer (contract 2.4), of which nothing is known yet.
 * What a source said before is not thrown away for an answer that may never come.
 */
import { hasAnswered, type SourceId, type SourceReport } from '../source.ts';
import type { Summary } from './summary.ts';

/** Two answers under the same record, neither of them changed by the other. */
export type Renewal = {
  /** As it stood when all were asked again. */
  readonly before: Summary;
  /** What has come since. */
  readonly anew: Summary;
};

/**
 * Each source as it last spoke, never half of one answer and half of the other: what it says anew
 * takes the place of what it said before. A source that had said all it could stands, with the time
 * at which it was asked, until it has done so again; one that had not, until it sends anything.
 */
export function renewed(renewal: Renewal): Summary {
  const { before, anew } = renewal;
  const stands = standing(renewal);
  const isOld = ({ source }: OfSource) => stands.has(source);
  const isNew = ({ source }: OfSource) => !stands.has(source);
  const items = before.items.filter(isOld);
  const taken = new Set(items.map(({ key }) => key));
  return {
    practice: anew.practice,
    items: [...items, ...anew.items.filter(isNew).map((each) => apart(each, taken))],
    unshown: [
      ...before.unshown.filter(isOld).map((each) => ({ ...each, key: `before ${each.key}` })),
      ...anew.unshown.filter(isNew),
    ],
    gaps: [...before.gaps.filter(isOld), ...anew.gaps.filter(isNew)],
    texts: [
      ...before.texts.filter(isOld).map((each) => ({ ...each, key: `before ${each.key}` })),
      ...anew.texts.filter(isNew),
    ],
    sources: anew.sources.map((report) => {
      const said = stands.has(report.source.id) ? reportIn(before, report.source.id) : undefined;
      return said && hasAnswered(said.state) ? said : report;
    }),
  };
}

type OfSource = { readonly source: SourceId };

/** Ids are an exchange's own, one answer's: what two sources are called in two may be the same. */
function apart<T extends { readonly key: string }>(each: T, taken: ReadonlySet<string>): T {
  return taken.has(each.key) ? { ...each, key: `${each.key}#anew` } : each;
}

/** Sources of which what they said before stands. */
function standing({ before, anew }: Renewal): ReadonlySet<SourceId> {
  const heard = new Set(
    [...anew.items, ...anew.unshown, ...anew.texts, ...anew.gaps].map(({ source }) => source),
  );
  return new Set(
    before.sources.flatMap(({ source: { id }, state }) => {
      const now = reportIn(anew, id)?.state ?? 'asking';
      return isSilent(now) && (hasAnswered(state) || !heard.has(id)) ? [id] : [];
    }),
  );
}

/**
 * What those of whom the earlier answer stands have come to meanwhile: still being asked, or why
 * they gave no answer this time.
 */
export function askedAgain(renewal: Renewal): ReadonlyMap<SourceId, SourceReport['state']> {
  const stands = standing(renewal);
  return new Map(
    renewal.anew.sources.flatMap(({ source: { id }, state }) => {
      const said = reportIn(renewal.before, id);
      return said && stands.has(id) && hasAnswered(said.state) ? [[id, state]] : [];
    }),
  );
}

function reportIn({ sources }: Summary, id: SourceId): SourceReport | undefined {
  return sources.find(({ source }) => source.id === id);
}

/** It has not spoken; whatever else a source says, a refusal among it, counts from then on. */
function isSilent(state: SourceReport['state']): boolean {
  return (
    state === 'asking' ||
    state === 'interrupted' ||
    state === 'timeout' ||
    state === 'failed' ||
    state === 'unavailable'
  );
}
