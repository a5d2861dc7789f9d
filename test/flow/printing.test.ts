import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import {
  after,
  asks,
  decided,
  failure,
  happen,
  key,
  open,
  reason,
  story,
  toGate,
} from './story.ts';

const answered = { type: 'summary-finished', attempt: 1 } as const;
const toOpen: readonly Happening[] = [...toGate, decided, story.recorded, answered];
const asked = { type: 'print-asked', printId: 'p1' } as const;
const at = '2026-11-22T15:45:00Z';
const recorded = { type: 'print-recorded', printId: 'p1', at } as const;
const failed = { type: 'print-failed', printId: 'p1', failure } as const;

const printAfter = (...happenings: readonly Happening[]) => {
  const [state] = after(...toOpen, ...happenings);
  return state.step === 'showing' ? state.print : reason([state, []]);
};

describe('printing', () => {
  it('is recorded under the receipt of the open record, before anything is printed', () => {
    const [state, effects] = after(...toOpen, asked);
    expect(effects).toMatchObject([{ type: 'record-print', printId: 'p1' }]);
    const [effect] = effects;
    expect(state.step === 'showing' && effect?.type === 'record-print').toBe(true);
    if (state.step !== 'showing' || effect?.type !== 'record-print') return;
    expect(effect.receipt).toBe(state.receipt);
    expect(effect.patient).toBe(state.verified.patient.ref);
    expect(state.print).toEqual({ printId: 'p1', type: 'recording' });
  });

  it('is ready once that very record is acknowledged, with the exchange’s time', () => {
    expect(printAfter(asked, recorded)).toEqual({ printId: 'p1', type: 'ready', at });
    expect(printAfter(asked, { ...recorded, printId: 'p2' })).toMatchObject({ type: 'recording' });
    expect(printAfter(recorded)).toBeNull();
  });

  it('asked for twice is recorded once', () => {
    const once = after(...toOpen, asked);
    expect(asks(happen(once[0], { ...asked, printId: 'p2' }))).toEqual([]);
  });

  it('that was not recorded says so, and may be tried again under another name', () => {
    expect(printAfter(asked, failed)).toEqual({ printId: 'p1', type: 'failed', failure });
    const [state] = after(...toOpen, asked, failed);
    expect(asks(happen(state, { ...asked, printId: 'p2' }))).toEqual(['record-print']);
  });

  it('that was closed is not ready when its record is acknowledged late', () => {
    expect(printAfter(asked, { type: 'print-closed' }, recorded)).toBeNull();
  });

  it('is not possible before the record is open, nor for another launch', () => {
    for (const state of [after(...toGate)[0], open]) {
      expect(happen(state, asked)).toEqual([state, []]);
    }
    const [shown] = after(...toOpen);
    expect(happen(shown, asked, `${key}-other`)).toEqual([shown, []]);
  });
});
