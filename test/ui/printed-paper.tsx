/** The paper of a recorded printing, as a test reads it. */
import { render, screen, within } from '@testing-library/preact';
import { beforeAll, vi } from 'vitest';
import type { Summary } from '../../src/domain/summary/summary.ts';
import type { Showing } from '../../src/flow/state.ts';
import { PrintLayer } from '../../src/ui/summary/print/print-layer.tsx';
import { type View, ViewContext } from '../../src/ui/summary/view.ts';
import { gp, now, ouh, policy, report, showing } from './fixtures.ts';

// Loaded apart, by a layer that shows a line meanwhile: no test waits for the disk.
beforeAll(() => import('../../src/ui/summary/print/print-view.tsx'));

const ready = { printId: 'p1', type: 'ready', at: '2026-11-22T15:45:00Z' } as const;
const sources = [report(gp, 'answered'), report(ouh, 'answered')];

export async function printed(
  summary: Partial<Summary>,
  part: Partial<Showing> = {},
  more: Partial<View> = {},
) {
  const state = showing({ sources, ...summary }, { print: ready, ...part });
  const view: View = {
    ...{ summary: state.summary, send: vi.fn(), now, policy, since: null },
    ...{ isRead: false, hasDied: false },
    ...{ late: new Set<string>(), combined: true, hidden: new Set<string>(), ...more },
  };
  render(
    <ViewContext.Provider value={view}>
      <PrintLayer state={state} summary={state.summary} />
    </ViewContext.Provider>,
  );
  const paper = await screen.findByRole('article');
  const [head] = within(paper).getAllByRole('rowgroup');
  if (!head) throw new Error('there is no head');
  const section = (name: string) => {
    const found = within(paper).getByRole('heading', { name }).parentElement;
    if (!found) throw new Error(`no section ${name}`);
    return found;
  };
  return { paper, head, section, view };
}
