import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/flow/event.ts';
import type { State } from '../../src/flow/state.ts';
import { start, transition } from '../../src/flow/transition.ts';
import type { Happening } from '../../src/app/runner.ts';
import { policy } from './people.ts';
import { key, failure, story, decided } from './story.ts';

describe('every state and every event', () => {
  it('no effect asks for clinical data, and no state carries it, without a recorded access', () => {
    const seen = new Map<string, State>();
    const queue: [State, boolean][] = [[start(key)[0], false]];
    const part = { source: 'OUH', items: [], unshown: [], gaps: [] };
    const events: Happening[] = [
      ...Object.values(story),
      { ...decided, decisionId: 'd2' },
      { ...story.recorded, decisionId: 'd2' },
      { type: 'record-failed', decisionId: 'd1', failure },
      { type: 'record-refused', decisionId: 'd1', reason: { type: 'dissent' } },
      { type: 'record-retried' },
      { type: 'part-arrived', attempt: 1, part },
      { type: 'part-arrived', attempt: 2, part },
      { type: 'summary-finished', attempt: 1 },
      { type: 'summary-interrupted', attempt: 1 },
      { type: 'summary-asked-again' },
      { type: 'log-read', entries: [] },
      { type: 'log-failed', failure },
      { type: 'permission-refused' },
      { type: 'gate-closed' },
      { type: 'ended-by-user' },
      { type: 'refusal-recorded' },
      { type: 'refused', reason: { type: 'wrong-patient' } },
    ];
    let transitions = 0;
    for (let next = queue.pop(); next && seen.size < 500; next = queue.pop()) {
      const [state, acknowledged] = next;
      const id = JSON.stringify([state, acknowledged]);
      if (seen.has(id)) continue;
      seen.set(id, state);
      for (const launch of [key, 'stale']) {
        for (const what of events) {
          transitions += 1;
          const event: Event = { ...what, key: launch };
          const [to, effects] = transition(state, event, policy);
          const nowAcknowledged =
            acknowledged ||
            (state.step === 'permitted' &&
              event.type === 'recorded' &&
              event.key === key &&
              event.decisionId === state.decided.decisionId);
          const clinical = effects.some(
            (effect) => effect.type === 'retrieve' || effect.type === 'read-log',
          );
          if (clinical || 'summary' in to || to.step === 'retrieving') {
            expect(nowAcknowledged, `${state.step} + ${event.type} → ${to.step}`).toBe(true);
          }
          const bounded = !('attempt' in to) || to.attempt <= 2;
          if (bounded) queue.push([slim(to), nowAcknowledged]);
        }
      }
    }
    expect(new Set([...seen.values()].map((state) => state.step)).size).toBe(11);
    expect(transitions).toBeGreaterThan(1000);
  });
});

/** Parts pile up without end; for the exploration one is as good as many. */
function slim(state: State): State {
  return state.step === 'showing' && state.summary.items.length === 0
    ? { ...state, summary: { ...state.summary, unshown: [], gaps: [] } }
    : state;
}
