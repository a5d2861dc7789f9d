/** The record is open: sources arrive one by one, and everything goes when it ends. */
import type { Item } from '../domain/summary/item.ts';
import { canReplace } from '../domain/summary/renewal.ts';
import {
  emptySummary,
  type Summary,
  type SummaryPart,
  withInterruption,
  withPart,
  withReport,
} from '../domain/summary/summary.ts';
import { aside } from './aside.ts';
import { closed } from './close.ts';
import type { Event, RecheckVerdict } from './event.ts';
import type { Arrival, LogView, Retrieving, Showing, Verified } from './state.ts';
import type { Step } from './step.ts';
import type { OpenSteps } from './transition.ts';

/** Loaded with the record's own parts (app/record-parts.ts). */
export const openSteps: OpenSteps = { retrieving, showing };

function retrieving(state: Retrieving, event: Event): Step {
  if (event.type === 'log-read' || event.type === 'log-failed') {
    return [{ ...state, log: logView(event) }, []];
  }
  const opened: Showing = {
    ...{ ...state, step: 'showing', summary: nothingYet(state.verified), arrival: 'arriving' },
    ...{ renewal: null, late: [], document: null, print: null },
  };
  return arrived(opened, event) ?? [state, []];
}

function showing(state: Showing, event: Event): Step {
  switch (event.type) {
    case 'log-read':
    case 'log-failed':
      return [{ ...state, log: logView(event) }, []];
    case 'recheck-due': {
      const { verified, receipt } = state;
      return [state, [{ type: 'recheck', patient: verified.patient.ref, receipt }]];
    }
    case 'rechecked':
      return rechecked(state, event.verdict);
    case 'summary-asked-again':
      return isComing(state) ? [state, []] : askAgain(state);
    case 'reading-began':
      return [{ ...state, reading: true }, []];
    case 'late-acknowledged':
      return [{ ...state, late: [] }, []];
    default:
      return aside(state, event) ?? (isComing(state) ? arrived(state, event) : null) ?? [state, []];
  }
}

/** More may come of an answer, the one on screen or a new one. */
function isComing({ arrival, renewal }: Showing): boolean {
  return arrival === 'arriving' || isSummary(renewal);
}

function isSummary(renewal: Showing['renewal']): renewal is Summary {
  return renewal !== null && renewal !== 'in-vain';
}

function arrived(state: Showing, event: Event): Step | null {
  if (!('attempt' in event) || event.attempt !== state.attempt) return null;
  switch (event.type) {
    case 'part-arrived': {
      const more = grown(state, (summary) => withPart(summary, event.part));
      return [withNews(more, event.part), []];
    }
    case 'source-reported':
      // Recorded while we were reading: dissent shuts what is already on screen, too.
      if (event.report.state === 'dissent') return closed(state, { type: 'dissent' });
      return [grown(state, (summary) => withReport(summary, event.report)), []];
    case 'summary-finished':
      return [over(state, 'complete'), []];
    case 'summary-interrupted':
      return [over(state, 'interrupted'), []];
  }
}

function grown(state: Showing, add: (summary: Summary) => Summary): Showing {
  if (!isSummary(state.renewal)) return { ...state, summary: add(state.summary) };
  const anew = add(state.renewal);
  return canReplace(state.summary, anew) ? replaced(state, anew) : { ...state, renewal: anew };
}

/** A new answer that came to its end is the record as it is now, whatever it lacks. */
function over(state: Showing, arrival: Exclude<Arrival, 'arriving'>): Showing {
  if (!isSummary(state.renewal))
    return { ...state, arrival, summary: withInterruption(state.summary) };
  const anew = withInterruption(state.renewal);
  return arrival === 'complete' || canReplace(state.summary, anew)
    ? { ...replaced(state, anew), arrival }
    : { ...state, renewal: 'in-vain' };
}

/** What arrives while somebody reads is marked until they say they have seen it. */
function withNews(state: Showing, { items }: Pick<SummaryPart, 'items'>): Showing {
  if (!state.reading || items.length === 0 || isSummary(state.renewal)) return state;
  const known = new Set([...state.seen, ...state.late]);
  const news = items.flatMap((item) =>
    known.has(item.key) || known.has(identityOf(item)) ? [] : item.key,
  );
  return news.length === 0 ? state : { ...state, late: [...state.late, ...news] };
}

/** Ids are one answer's own: of another, what has the same words under it counts as the same. */
function identityOf({ source, key, title }: Item): string {
  return `${source} ${key} ${title}`;
}

/** A whole new `$summary` under the same record (contract 2.4); the old one is not mixed in. */
function askAgain(state: Showing): Step {
  const { verified, receipt } = state;
  const attempt = state.attempt + 1;
  const asked = { ...state, attempt, renewal: nothingYet(verified) };
  return [grown(asked, (summary) => summary), [{ type: 'retrieve', verified, receipt, attempt }]];
}

/** The new answer is on screen from now on. What was read of the earlier one is no news in it. */
function replaced(state: Showing, anew: Summary): Showing {
  const unread = new Set(state.late);
  const read = state.summary.items.filter(({ key }) => !unread.has(key));
  const { document } = state;
  const letter = state.summary.items.find(({ key }) => key === document?.item);
  const isThere = letter && anew.items.some((item) => identityOf(item) === identityOf(letter));
  return withNews(
    {
      ...{ ...state, summary: anew, arrival: 'arriving', renewal: null },
      ...{ seen: read.map(identityOf), late: [], document: isThere ? document : null },
    },
    anew,
  );
}

/** Recorded or run out while we were reading: what is on screen goes (domain notes, section 11). */
function rechecked(state: Showing, verdict: RecheckVerdict): Step {
  switch (verdict) {
    case 'holds':
      return [state, []];
    case 'dissent':
      return closed(state, { type: 'dissent' });
    case 'ended':
      return closed(state, { type: 'access-ended' });
  }
}

function logView(event: Extract<Event, { type: 'log-read' | 'log-failed' }>): LogView {
  return event.type === 'log-read'
    ? { type: 'loaded', entries: event.entries }
    : { type: 'failed', failure: event.failure };
}

function nothingYet({ coverage }: Verified): Summary {
  const practice = coverage.find((each) => each.registeredPractice)?.source.id ?? null;
  return { ...emptySummary, practice, sources: expected(coverage) };
}

/** Every configured source is named from the start, so that none is missing in silence. */
function expected(coverage: Verified['coverage']): Summary['sources'] {
  return coverage.map(({ source, state, keeps }) => ({
    ...{ source, keeps, askedAt: null, took: null, upTo: null },
    state: state === 'not-sharing' ? 'not-sharing' : 'asking',
  }));
}
