import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { callSignal } from '../../mocks/exchange/call-signal.ts';

const two = () => {
  const reader = new AbortController();
  const closing = new AbortController();
  const held = () =>
    [reader, closing].flatMap(({ signal }) => getEventListeners(signal, 'abort')).length;
  return { reader, closing, held };
};

describe('a call', () => {
  it.each(['reader', 'closing'] as const)('ends with its %s', (which) => {
    const sides = two();
    const { signal } = callSignal(sides.reader.signal, sides.closing.signal);
    expect(signal.aborted).toBe(false);
    sides[which].abort();
    expect(signal.aborted).toBe(true);
  });

  it('that comes when the exchange has closed ends at once', () => {
    const { reader, closing } = two();
    closing.abort();
    expect(callSignal(reader.signal, closing.signal).signal.aborted).toBe(true);
  });

  it('that was given up ends nobody else', () => {
    const { reader, closing } = two();
    const asking = callSignal(reader.signal, closing.signal);
    asking.abort();
    expect(asking.signal.aborted).toBe(true);
    expect([reader.signal.aborted, closing.signal.aborted]).toEqual([false, false]);
  });

  it('that is over is held on to by nothing', () => {
    const { reader, closing, held } = two();
    const asking = callSignal(reader.signal, closing.signal);
    expect(held()).toBe(2);
    asking.release();
    expect(held()).toBe(0);
  });
});
