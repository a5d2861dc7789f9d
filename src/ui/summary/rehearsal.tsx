/**
 * Rehearses the drawing of a record, with one that is nobody's, in elements that are never part of
 * the page and are let go.
 */
import { type JSX, render } from 'preact';
import type { CriticalMedicines } from '../../domain/summary/medicines.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { ScreenPolicy } from '../intent.ts';
import { FirstLook } from './first/first-look.tsx';
import { Sections } from './sections.tsx';
import { sourceNames, SourceNamesContext } from './source-names.ts';
import { type View, ViewContext } from './view.ts';

/**
 * In pieces, so that no key and no press waits for all of it. A piece takes down what it drew
 * before it ends, or fails: what a component does once it was painted is never done.
 */
export function* rehearseDrawing(record: Rehearsed): Generator<void, void> {
  for (const part of [<FirstLook key="look" />, <Sections key="all" log={{ type: 'loading' }} />]) {
    drawn(part, record);
    yield;
  }
}

/** What an invented record is drawn with. */
export type Rehearsed = {
  readonly summary: Summary;
  /** Stands for every text that the configuration brings. */
  readonly word: string;
  readonly criticalMedicines: CriticalMedicines;
};

function drawn(part: JSX.Element, record: Rehearsed): void {
  const root = document.createElement('div');
  try {
    render(inRecord(record, part), root);
  } finally {
    render(null, root);
  }
}

function inRecord({ summary, word, criticalMedicines }: Rehearsed, part: JSX.Element): JSX.Element {
  const policy: ScreenPolicy = {
    ...{ minimumJustification: 0, breakGlassReasons: [], hostName: word, exchangeName: word },
    criticalMedicines,
    terms: { url: '', version: '', title: word, text: [], putOffDays: 0 },
  };
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
