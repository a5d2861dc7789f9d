import { describe, expect, it, vi } from 'vitest';
import { watchPrinting } from '../../src/app/printing.ts';
import { failure, showing } from '../ui/fixtures.ts';

const at = '2026-11-22T15:45:00Z';
const ready = (printId: string) => showing({}, { print: { printId, type: 'ready', at } });

function watching() {
  const page = Object.assign(new EventTarget(), { print: vi.fn() });
  const root = { dataset: {} as DOMStringMap };
  const closed = vi.fn();
  const waiting: (() => void)[] = [];
  const onScreen = new Set<string>();
  const drawn = watchPrinting(
    {
      page: page,
      ...{ root, isDrawn: (id) => onScreen.has(id), after: (run) => waiting.push(run) },
    },
    closed,
  );
  return {
    ...{ page, root, closed, drawn, onScreen },
    /** Runs what waits now, and not what comes to wait by it. */
    pass: () => {
      for (const run of waiting.splice(0)) run();
    },
    dialogGone: () => page.dispatchEvent(new Event('afterprint')),
  };
}

describe('the page is printed', () => {
  it('once for each printing that was recorded, when it is on screen', () => {
    const { page, drawn, onScreen, pass } = watching();
    drawn(ready('p1'));
    pass();
    expect(page.print).not.toHaveBeenCalled();
    onScreen.add('p1');
    pass();
    drawn(ready('p1'));
    pass();
    expect(page.print).toHaveBeenCalledTimes(1);
  });

  it('only while the page is marked as printing, which ends with the dialog', () => {
    const { page, root, closed, drawn, onScreen, pass, dialogGone } = watching();
    let marked: string | undefined;
    page.print.mockImplementation(() => (marked = root.dataset['printing']));
    onScreen.add('p1');
    drawn(ready('p1'));
    pass();
    expect(marked).toBe('p1');
    dialogGone();
    expect(root.dataset['printing']).toBeUndefined();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('again for a second printing', () => {
    const { page, drawn, onScreen, pass } = watching();
    for (const id of ['p1', 'p2']) {
      onScreen.add(id);
      drawn(ready(id));
      pass();
    }
    expect(page.print).toHaveBeenCalledTimes(2);
  });
});

describe('the page is not printed', () => {
  it('while the printing is being recorded, or where it was not', () => {
    const { page, root, drawn, onScreen, pass } = watching();
    onScreen.add('p1');
    drawn(showing({}, { print: { printId: 'p1', type: 'recording' } }));
    pass();
    drawn(showing({}, { print: { printId: 'p1', type: 'failed', failure } }));
    pass();
    expect(page.print).not.toHaveBeenCalled();
    expect(root.dataset).toEqual({});
  });

  it('where it was closed before it was on screen', () => {
    const { page, root, drawn, onScreen, pass } = watching();
    drawn(ready('p1'));
    pass();
    drawn(showing({}));
    onScreen.add('p1');
    pass();
    expect(page.print).not.toHaveBeenCalled();
    expect(root.dataset).toEqual({});
  });

  it('and the mark is gone once the print view is left without a dialog', () => {
    const { root, closed, drawn, onScreen, pass, dialogGone } = watching();
    onScreen.add('p1');
    drawn(ready('p1'));
    pass();
    drawn(showing({}));
    expect(root.dataset).toEqual({});
    dialogGone();
    expect(closed).not.toHaveBeenCalled();
  });
});
