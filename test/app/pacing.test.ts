import { describe, expect, it } from 'vitest';
import { paced } from '../../src/app/pacing.ts';
import { emptySummary, type Summary } from '../../src/domain/summary/summary.ts';
import type { Arrival, Showing, State } from '../../src/flow/state.ts';
import { receipt, verified } from '../flow/people.ts';
import { problem } from '../ui/items.ts';

/** With a summary of its own: each brings more than the one before. */
const showing = (arrival: Arrival = 'arriving'): Showing => ({
  step: 'showing',
  key: 'launch-1',
  ...{ verified, receipt, attempt: 1, arrival },
  summary: { ...emptySummary, items: [problem('Asthma')] },
  log: { type: 'loading' },
  ...{ reading: false, seen: [], renewal: null, late: [], document: null, print: null },
});
/** What a press makes of a state: of the same summary. */
const pressed = (state: Showing): Showing => ({ ...state, reading: true });
const closed: State = {
  step: 'closed',
  key: 'launch-1',
  reason: { type: 'wrong-patient' },
  reached: 'shown',
  recorded: false,
};
const askedAgain: State = {
  step: 'retrieving',
  key: 'launch-1',
  ...{ verified, receipt, attempt: 2 },
  log: { type: 'loading' },
  ...{ reading: false, seen: [] },
};

/**
 * Time passes only where it is said: `drawingMs` for each drawing, and in `pass`. The page is never
 * quiet before the longest wait is over, but where `quiet` says that it is.
 */
function screen({ drawingMs = 0, takesLong = false, fails = false } = {}) {
  const drawn: State[] = [];
  const preparing: Summary[] = [];
  const done: (() => void)[] = [];
  const timers: { run: () => void; at: number; ms: number }[] = [];
  const at = { now: 0 };
  const show = paced({
    draw: (state) => {
      at.now += drawingMs;
      drawn.push(state);
      if (fails && drawn.length === 1) throw new Error('A section of ours is at fault');
    },
    prepare: (summary) => {
      preparing.push(summary);
      return takesLong ? new Promise((resolve) => done.push(resolve)) : null;
    },
    whenQuiet: (run, ms) => timers.push({ run, ms, at: at.now + ms }),
    clock: () => at.now,
  });
  const pass = (ms: number): void => {
    at.now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= at.now) timer.run();
      else timers.push(timer);
    }
  };
  /** The oldest preparation that is pending ends, and what waits for it goes on. */
  const prepared = async (afterMs = 0): Promise<void> => {
    at.now += afterMs;
    done.shift()?.();
    await Promise.resolve();
  };
  const quiet = (): void => {
    for (const timer of timers.splice(0)) timer.run();
  };
  return { drawn, show, pass, quiet, prepared, preparing, timers };
}

describe('drawing a summary that grows', () => {
  it('draws the first part at once, and the newest of those that follow', () => {
    const { drawn, show, pass } = screen({ drawingMs: 20 });
    const [first, second, third] = [showing(), showing(), showing()];
    for (const part of [first, second, third]) show(part);
    expect(drawn).toEqual([first]);
    pass(200);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toBe(third);
    pass(1000);
    expect(drawn).toHaveLength(2);
  });

  it('draws what came meanwhile in the first quiet moment', () => {
    const { drawn, show, quiet } = screen({ drawingMs: 20 });
    const [first, second, third] = [showing(), showing(), showing()];
    for (const part of [first, second]) show(part);
    quiet();
    expect(drawn).toEqual([first, second]);
    show(third);
    expect(drawn).toHaveLength(2);
    quiet();
    expect(drawn).toEqual([first, second, third]);
  });

  it('waits in proportion to what a drawing cost, and never for long', async () => {
    const { show, timers } = screen({ drawingMs: 20 });
    for (const part of [showing(), showing()]) show(part);
    expect(timers.map(({ ms }) => ms)).toEqual([200]);
    const long = screen({ drawingMs: 100, takesLong: true });
    for (const part of [showing(), showing()]) long.show(part);
    await long.prepared(50);
    expect(long.timers.map(({ ms }) => ms)).toEqual([450]);
    const tooLong = screen({ drawingMs: 900 });
    for (const part of [showing(), showing()]) tooLong.show(part);
    expect(tooLong.timers.map(({ ms }) => ms)).toEqual([1000]);
  });

  it('draws nothing while what it needs is still being worked out', async () => {
    const { drawn, show, pass, prepared, preparing } = screen({ takesLong: true });
    const part = showing();
    show(part);
    pass(5000);
    expect(drawn).toEqual([]);
    await prepared();
    expect(drawn).toEqual([part]);
    expect(preparing).toEqual([part.summary]);
  });

  it('prepares nothing for a drawing of what is on screen already', () => {
    const { drawn, show, preparing } = screen({ drawingMs: 20 });
    const part = showing();
    show(part);
    show(pressed(part));
    expect(drawn).toEqual([part, pressed(part)]);
    expect(preparing).toHaveLength(1);
  });

  it('goes on after a drawing that failed', () => {
    const { drawn, show, pass } = screen({ fails: true });
    const [first, second] = [showing(), showing()];
    expect(() => show(first)).toThrow();
    show(second);
    pass(200);
    expect(drawn.at(-1)).toBe(second);
  });
});

describe('a press while a summary grows', () => {
  it('waits for no rest', () => {
    const { drawn, show } = screen({ drawingMs: 20 });
    const [first, second] = [showing(), showing()];
    for (const state of [first, second, pressed(second)]) show(state);
    expect(drawn).toEqual([first, pressed(second)]);
  });

  it('during the preparation of what it is about is drawn with it', async () => {
    const { drawn, show, prepared } = screen({ takesLong: true });
    const part = showing();
    show(part);
    show(pressed(part));
    await prepared();
    expect(drawn).toEqual([pressed(part)]);
  });

  it('during the preparation of less is drawn straight after that', async () => {
    const { drawn, show, pass, prepared } = screen({ drawingMs: 20, takesLong: true });
    const [first, second] = [showing(), showing()];
    for (const state of [first, second, pressed(second)]) show(state);
    await prepared();
    pass(0);
    await prepared();
    expect(drawn).toEqual([first, pressed(second)]);
  });
});

describe('a record that closes while it grows', () => {
  it('is off the screen at once, during a rest and during a preparation', () => {
    for (const takesLong of [false, true]) {
      const { drawn, show } = screen({ drawingMs: 20, takesLong });
      for (const state of [showing(), showing(), closed]) show(state);
      expect(drawn.at(-1)).toBe(closed);
    }
  });

  it('does not come back with what waited for a rest', () => {
    const { drawn, show, pass } = screen({ drawingMs: 20 });
    for (const state of [showing(), showing(), closed]) show(state);
    pass(1000);
    expect(drawn).toHaveLength(2);
    expect(drawn.at(-1)).toBe(closed);
  });

  it('does not come back with what was being prepared', async () => {
    const { drawn, show, pass, prepared } = screen({ takesLong: true });
    for (const state of [showing(), showing(), closed]) show(state);
    await prepared();
    pass(1000);
    await prepared();
    expect(drawn).toEqual([closed]);
  });
});

describe('a record that is asked for again while it grows', () => {
  it('never shows what was being prepared of the attempt before', async () => {
    const { drawn, show, pass, prepared } = screen({ takesLong: true });
    const again = showing();
    for (const state of [showing(), showing(), askedAgain, again]) show(state);
    expect(drawn).toEqual([askedAgain]);
    await prepared();
    expect(drawn).toEqual([askedAgain]);
    pass(1000);
    await prepared();
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toBe(again);
  });
});

describe('the whole summary', () => {
  it('waits for no rest', () => {
    const { drawn, show } = screen({ drawingMs: 20 });
    const whole = showing('complete');
    for (const state of [showing(), showing(), whole]) show(state);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toBe(whole);
  });

  it('is drawn in place of a part that was still being prepared', async () => {
    const { drawn, show, prepared } = screen({ takesLong: true });
    const whole = showing('complete');
    for (const state of [showing(), whole]) show(state);
    await prepared();
    expect(drawn).toEqual([]);
    await prepared();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toBe(whole);
  });

  it('is drawn once, whatever rest was under way', () => {
    const { drawn, show, pass } = screen({ drawingMs: 20 });
    const whole = showing('interrupted');
    for (const state of [showing(), whole]) show(state);
    pass(1000);
    pass(1000);
    expect(drawn).toHaveLength(2);
  });
});
