import { describe, expect, it, vi } from 'vitest';
import { watchReading } from '../../src/app/reading.ts';
import type { State } from '../../src/flow/state.ts';
import { problem } from '../ui/items.ts';
import { atGate, ouh, showing } from '../ui/fixtures.ts';

const empty = showing({});
const withItem = showing({ items: [problem('Asthma', { source: ouh.id })] });
const closed: State = {
  ...{ step: 'closed', key: 'launch-1', reason: { type: 'dissent' } },
  ...{ reached: 'shown', recorded: false },
};

function watching() {
  const page = new EventTarget();
  const began = vi.fn();
  const timers: { run: () => void; ms: number }[] = [];
  const drawn = watchReading({ page: page, after: (run, ms) => timers.push({ run, ms }) }, began);
  const touch = (type: string) => page.dispatchEvent(new Event(type));
  return { began, drawn, timers, touch };
}

describe('reading begins', () => {
  it.each(['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])(
    'at the first %s on a record with something in it, once',
    (sign) => {
      const { began, drawn, touch } = watching();
      drawn(withItem);
      expect(began).not.toHaveBeenCalled();
      touch(sign);
      touch(sign);
      drawn(withItem);
      touch('keydown');
      expect(began).toHaveBeenCalledTimes(1);
    },
  );

  it('after three seconds, touched or not, and once', () => {
    const { began, drawn, timers, touch } = watching();
    drawn(withItem);
    drawn(withItem);
    expect(timers.map(({ ms }) => ms)).toEqual([3000]);
    timers[0]?.run();
    touch('keydown');
    expect(began).toHaveBeenCalledTimes(1);
  });
});

describe('reading does not begin', () => {
  it('at the gate, nor while nothing has arrived', () => {
    const { began, drawn, timers, touch } = watching();
    drawn(atGate());
    touch('keydown');
    drawn(empty);
    touch('pointerdown');
    expect(timers).toEqual([]);
    expect(began).not.toHaveBeenCalled();
  });

  it('once the record is closed', () => {
    const { began, drawn, timers, touch } = watching();
    drawn(withItem);
    drawn(closed);
    touch('pointerdown');
    timers[0]?.run();
    expect(began).not.toHaveBeenCalled();
  });
});
