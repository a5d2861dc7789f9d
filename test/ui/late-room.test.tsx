import { act, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LateRoom } from '../../src/ui/summary/late-room.tsx';
import { ViewContext } from '../../src/ui/summary/view.ts';
import { viewOf } from './record-view.tsx';

/** Where the room begins in the window; the document that tests run in has no layout. */
function begins(where: 'in sight' | 'below'): void {
  const top = where === 'in sight' ? innerHeight - 1 : innerHeight;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 1, 1));
}

const scroll = () => act(() => void dispatchEvent(new Event('scroll')));

const roomWhile = (late: readonly string[]) => (
  <ViewContext.Provider value={viewOf([], { late: new Set(late) })}>
    <LateRoom />
  </ViewContext.Provider>
);

/** With the notice over the foot of the window. */
function shown() {
  const { container, rerender } = render(roomWhile(['arrived']));
  expect(container).not.toBeEmptyDOMElement();
  return { container, acknowledge: () => rerender(roomWhile([])) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('room under the end of the record', () => {
  it('is not there while nothing came late', () => {
    begins('in sight');
    const { container } = render(roomWhile([]));
    expect(container).toBeEmptyDOMElement();
  });

  it('goes with the notice where nobody sees it', () => {
    begins('below');
    const { container, acknowledge } = shown();
    acknowledge();
    expect(container).toBeEmptyDOMElement();
  });

  it('stays with whoever is at the end of the page, until they have gone from there', async () => {
    begins('in sight');
    const { container, acknowledge } = shown();
    acknowledge();
    expect(container).not.toBeEmptyDOMElement();
    await scroll();
    expect(container).not.toBeEmptyDOMElement();
    begins('below');
    await scroll();
    expect(container).toBeEmptyDOMElement();
  });

  it('is there again when more arrives', () => {
    begins('below');
    const { container, acknowledge } = shown();
    acknowledge();
    expect(container).toBeEmptyDOMElement();
    render(roomWhile(['more']), { container });
    expect(container).not.toBeEmptyDOMElement();
  });
});
