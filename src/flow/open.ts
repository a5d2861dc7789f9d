/** The record is open: sources arrive one by one, and everything goes when it ends. */
import { askedAgain, renewed } from '../domain/summary/renewal.ts';
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
import type { LogView, Retrieving, Showing, Verified } from './state.ts';
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
      return state.arrival === 'arriving' ? [state, []] : askAgain(state);
    case 'reading-began':
      return [{ ...state, reading: true }, []];
    case 'late-acknowledged':
      return [{ ...state, late: [] }, []];
    default:
      return (
        aside(state, event) ??
        (state.arrival === 'arriving' ? arrived(state, event) : null) ?? [state, []]
      );
  }
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

/** What comes is added to the newest answer; of an earlier one stands what is not replaced yet. */
function grown(state: Showing, add: (summary: Summary) => Summary): Showing {
  if (state.renewal === null) return { ...state, summary: add(state.summary) };
  const renewal = { ...state.renewal, anew: add(state.renewal.anew) };
  return { ...state, renewal, summary: renewed(renewal) };
}

function over(state: Showing, arrival: 'complete' | 'interrupted'): Showing {
  const ended = { ...grown(state, withInterruption), arrival };
  const { renewal } = ended;
  return renewal && askedAgain(renewal).size === 0 ? { ...ended, renewal: null } : ended;
}

/** What arrives while somebody reads is marked until they say they have seen it. */
function withNews(state: Showing, { items }: SummaryPart): Showing {
  if (!state.reading || items.length === 0) return state;
  const seen = new Set(state.seen);
  const news = items.flatMap(({ key }) => (seen.has(key) ? [] : key));
  return news.length === 0 ? state : { ...state, late: [...state.late, ...news] };
}

/**
 * A whole new `$summary` under the same record (contract 2.4). What is on screen stays until each
 * source has answered anew: on a line that broke off once, nothing may come of it.
 */
function askAgain(state: Showing): Step {
  const { verified, receipt, summary: before } = state;
  const attempt = state.attempt + 1;
  // What is unread of it stays marked, and is no second news.
  const seen = before.items.map(({ key }) => key);
  const renewal = { before, anew: nothingYet(verified) };
  return [
    {
      ...{ ...state, attempt, seen, renewal, summary: renewed(renewal), arrival: 'arriving' },
      ...{ document: null, print: null },
    },
    [{ type: 'retrieve', verified, receipt, attempt }],
  ];
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
