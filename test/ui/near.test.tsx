import { act, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useNear } from '../../src/ui/parts/near.ts';

/** Every observer that is watching something, to be told where its place is. */
const watching = new Set<FakeObserver>();
const told: (IntersectionObserverInit | undefined)[] = [];

class FakeObserver {
  readonly #tell: (entries: readonly { isIntersecting: boolean }[]) => void;
  constructor(
    tell: (entries: readonly { isIntersecting: boolean }[]) => void,
    options?: IntersectionObserverInit,
  ) {
    this.#tell = tell;
    told.push(options);
  }
  observe(): void {
    watching.add(this);
  }
  disconnect(): void {
    watching.delete(this);
  }
  passes(isIntersecting: boolean): void {
    this.#tell([{ isIntersecting }]);
  }
}

const scrolled = (isNear: boolean) =>
  act(() => {
    for (const observer of watching) observer.passes(isNear);
  });

function Place({ isReady }: { isReady: boolean }) {
  const [place, isNear] = useNear<HTMLDivElement>(isReady);
  return <div ref={place}>{isNear && <p>Drawing</p>}</div>;
}

const drawing = () => screen.queryByText('Drawing');

describe('a drawing that waits until it is near', () => {
  beforeEach(() => {
    watching.clear();
    told.length = 0;
    vi.stubGlobal('IntersectionObserver', FakeObserver);
  });

  it('is not there before the page has stopped growing, nor before it is near', async () => {
    const { rerender } = render(<Place isReady={false} />);
    expect(watching.size).toBe(0);
    rerender(<Place isReady />);
    expect(watching.size).toBe(1);
    await scrolled(false);
    expect(drawing()).toBeNull();
    await scrolled(true);
    expect(drawing()).toBeVisible();
  });

  it('comes before it is in sight', () => {
    render(<Place isReady />);
    expect(told).toEqual([{ rootMargin: '100% 0px' }]);
  });

  it('stays, and is watched no longer', async () => {
    const { rerender } = render(<Place isReady />);
    await scrolled(true);
    expect(watching.size).toBe(0);
    rerender(<Place isReady={false} />);
    expect(drawing()).toBeVisible();
  });

  it('is watched no longer once its page is gone', async () => {
    const { unmount } = render(<Place isReady />);
    await act(() => {
      unmount();
    });
    expect(watching.size).toBe(0);
  });
});

it('is drawn at once where the browser can not tell what is near', () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  render(<Place isReady={false} />);
  expect(drawing()).toBeVisible();
});
