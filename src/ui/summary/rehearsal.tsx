/**
 * A rehearsal, while the question is read: what runs for the first time takes several times as
 * long as the next time. A record of nobody's, in which every word says so, is worked out and
 * drawn in elements that are never part of the page, and let go.
 */
import { type JSX, render } from 'preact';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { Item, Measure } from '../../domain/summary/item.ts';
import type { CriticalMedicines } from '../../domain/summary/medicines.ts';
import { preparing } from '../../domain/summary/prepared.ts';
import { entryKinds } from '../../domain/summary/section-kind.ts';
import { emptySummary, type Summary } from '../../domain/summary/summary.ts';
import type { ScreenPolicy } from '../intent.ts';
import { FirstLook } from './first/first-look.tsx';
import { Sections } from './sections.tsx';
import { sourceNames, SourceNamesContext } from './source-names.ts';
import { type View, ViewContext } from './view.ts';

/** What every text of it says. */
export const rehearsalWord = 'Rehearsal';
const word = rehearsalWord;
const criticalMedicines: CriticalMedicines = [{ name: word, words: [word.toLowerCase()] }];

/**
 * In pieces, so that no key and no press waits for all of it. A piece takes down what it drew
 * before it ends: what a component does once it was painted is never done. It may fail, and then
 * nothing is known of it: what it tried is tried again in earnest, and said there.
 */
export function* rehearsing(): Generator<void, void> {
  const [small, grown] = [recordOf(1), recordOf(3)];
  for (const summary of [small, grown]) yield* preparing(summary, criticalMedicines);
  for (const part of [<FirstLook key="look" />, <Sections key="all" log={{ type: 'loading' }} />]) {
    drawn(part, [small, grown]);
    yield;
  }
}

/** As a record comes, and as it grows. */
function drawn(part: JSX.Element, summaries: readonly Summary[]): void {
  const root = document.createElement('div');
  try {
    for (const summary of summaries) render(inRecord(summary, part), root);
  } catch {
    // As said above.
  } finally {
    render(null, root);
  }
}

const policy: ScreenPolicy = {
  ...{ minimumJustification: 0, breakGlassReasons: [], hostName: word, exchangeName: word },
  criticalMedicines,
  terms: { url: '', version: '', title: word, text: [], putOffDays: 0 },
};

function inRecord(summary: Summary, part: JSX.Element): JSX.Element {
  const view: View = {
    ...{ summary, policy, send: () => undefined, since: null, late: new Set() },
    now: { precision: 'day', iso: '2001-03-04' },
    ...{ isRead: false, hasDied: false, combined: true, hidden: new Set() },
  };
  return (
    <SourceNamesContext.Provider value={sourceNames(summary.sources, [])}>
      <ViewContext.Provider value={view}>{part}</ViewContext.Provider>
    </SourceNamesContext.Provider>
  );
}

/** @param entries how many of each kind each of two sources has */
function recordOf(entries: number): Summary {
  const tags = ['GP', 'OUH'];
  const counted = Array.from({ length: entries }, (_, at) => at);
  return {
    ...emptySummary,
    items: tags.flatMap((tag) => counted.flatMap((at) => itemsOf(tag, at))),
    sources: tags.map((tag) => ({
      source: { id: tag, name: `${word} ${tag}`, tag },
      state: 'answered',
      ...{ askedAt: null, took: null, upTo: parseClinicalDate('2001-02'), keeps: null },
    })),
  };
}

/** One of each kind: dates, numbers and words as they are written, and nothing of it a fact. */
function itemsOf(source: string, at: number): readonly Item[] {
  const date = parseClinicalDate(at === 0 ? '2001-02-03T04:05:06Z' : `2001-02-0${at}`);
  const base = {
    ...{ source, date, recorded: date, updated: date, author: word, narrative: null, note: word },
    ...{
      codes: [{ system: word, code: `${at}`, display: null }],
      identifiers: [`${source} ${at}`],
    },
  };
  const named = (kind: string) => ({ key: `${kind} ${source} ${at}`, title: `${word} ${kind}` });
  const dose = `Take ${at + 1} tablet (5 mg) daily`;
  const measure: Measure = {
    ...{ value: at, comparator: null, unit: 'mmol/L', unitCode: 'mmol/L', low: 1, high: 2 },
  };
  const value = `${at} mmol/L`;
  const flag = { words: 'High', normal: false };
  const part = { title: word, codes: base.codes, value, measure, range: '1 to 2', flag };
  const measured = {
    ...{ value, measure, range: '1 to 2', flag, status: null, panel: null, attachments: [] },
  };
  return [
    {
      ...{ ...base, ...named('allergy'), kind: 'allergy', assertion: 'allergy', status: 'active' },
      ...{ reactions: [word], severity: word, certainty: null },
    },
    {
      ...{ ...base, ...named('problem'), kind: 'problem', status: 'active', certainty: null },
      ...{ severity: null, ended: null },
    },
    {
      ...{ ...base, ...named('5 mg tablets'), kind: 'medication', status: 'current' },
      ...{ proviso: null, until: null, dose, route: word, form: null, course: word },
      ...{ quantity: '28 tablets', started: date, lastIssued: date, stopped: null },
      stopReason: null,
    },
    { ...base, ...named('immunisation'), kind: 'immunisation', given: 'given', dose: '1' },
    { ...base, ...named('result'), ...measured, codes: [], kind: 'result', parts: [] },
    { ...base, ...named('vital'), ...measured, kind: 'vital', measure: null, parts: [part, part] },
    { ...base, ...named('document'), kind: 'document', type: word, status: null, attachments: [] },
    ...entryKinds.map((kind) => ({
      ...{ ...base, ...named(kind), kind, role: null, standing: 'current' as const, status: null },
      ...{ value: word, ended: null, due: date, details: [{ label: word, text: word }] },
      ...{ section: null, attachments: [] },
    })),
  ];
}
