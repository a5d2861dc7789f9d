/** A record whose four sources have all answered, the practice up to an earlier day than the others. */
import { screen, within } from '@testing-library/preact';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, ouh, participating, report, sc, showing, verified } from './fixtures.ts';
import { renderApp } from './render-app.tsx';

export const coverage = [gp, ouh, oh, sc].map((source) => participating(source, source === gp));
export const answered = [
  report(gp, 'answered', '2026-10-28'),
  report(ouh, 'answered'),
  report(oh, 'answered'),
  report(sc, 'answered'),
];

/** Renders it over these items. */
export function open(...items: readonly Item[]) {
  const summary = { items, sources: answered, practice: gp.id };
  return renderApp(showing(summary, { verified: verified({ coverage }) }));
}

export const section = (name: RegExp | string) => within(screen.getByRole('region', { name }));
