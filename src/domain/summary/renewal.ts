/**
 * All sources were asked again: a whole new answer (contract 2.4). What is on screen is not thrown
 * away for an answer that may never come, nor mixed with it: names and times are one answer's own.
 */
import { hasAnswered, type SourceReport } from '../source.ts';
import type { Summary } from './summary.ts';

/**
 * Whether the new answer can take the place of the earlier one and nothing is lost by it: each
 * source of which there is anything has spoken anew. Where one of them refuses, at once: what it
 * had sent may not be shown any more.
 * @param before what is on screen
 * @param anew what has come of asking again
 */
export function canReplace(before: Summary, anew: Summary): boolean {
  const known = new Set(
    [...before.items, ...before.unshown, ...before.gaps, ...before.texts].map(
      ({ source }) => source,
    ),
  );
  const states = before.sources
    .filter(({ source }) => known.has(source.id))
    .map(({ source }) => anew.sources.find((each) => each.source.id === source.id)?.state);
  return states.some(isRefusal) || states.every((state) => state && !isSilent(state));
}

/** It has not spoken, or not to its end. */
function isSilent(state: SourceReport['state']): boolean {
  return (
    state === 'asking' ||
    state === 'interrupted' ||
    state === 'timeout' ||
    state === 'failed' ||
    state === 'unavailable'
  );
}

function isRefusal(state: SourceReport['state'] | undefined): boolean {
  return state !== undefined && !hasAnswered(state) && !isSilent(state);
}
