import { describe, expect, it } from 'vitest';
import { paced } from '../../src/app/pacing.ts';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import type { Arrival, Showing, State } from '../../src/flow/state.ts';
import { receipt, verified } from '../flow/people.ts';

const showing = (attempt: number, arrival: Arrival = 'arriving'): Showing => ({
  step: 'showing',
  key: 'launch-1',
  verified,
  receipt,
  log: { type: 'loading' },
  attempt,
  summary: emptySummary,
  arrival,
  reading: false,
  seen: [],
  late: [],
  document: null,
  print: null,
});
const closed: State = {
  step: 'closed',
  key: 'launch-1',
  reason: { type: 'wrong-patient' },
  reached: 'shown',
  recorded: false,
};

function screen() {
  const drawn: State[] = [];
  const timers: (() => void)[] = [];
  const show = paced(
    (state) => drawn.push(state),
    (run) => timers.push(run),
  );
  const pass = (): void => {
    for (const run of timers.splice(0)) run();
  };
  return { drawn, show, pass };
}

describe('drawing a summary that grows', () => {
  it('draws the first part at once, and the newest of those that follow', () => {
    const { drawn, show, pass } = screen();
    const parts = [showing(1), showing(2), showing(3)];
    for (const part of parts) show(part);
    expect(drawn).toEqual([parts[0]]);
    pass();
    expect(drawn).toEqual([parts[0], parts[2]]);
    pass();
    expect(drawn).toHaveLength(2);
  });

  it('a closed record is off the screen at once, and nothing that waited comes back', () => {
    const { drawn, show, pass } = screen();
    for (const state of [showing(1), showing(2), closed]) show(state);
    expect(drawn.at(-1)).toBe(closed);
    pass();
    expect(drawn.at(-1)).toBe(closed);
    expect(drawn).toHaveLength(2);
  });

  it('the whole summary is drawn as soon as it is whole', () => {
    const { drawn, show } = screen();
    const whole = showing(2, 'complete');
    for (const state of [showing(1), whole]) show(state);
    expect(drawn.at(-1)).toBe(whole);
  });
});
