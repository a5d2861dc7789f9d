import { describe, expect, it } from 'vitest';
import type { State } from '../../src/flow/state.ts';
import { start } from '../../src/flow/transition.ts';
import {
  agreed,
  breakGlass,
  receipt,
  standing,
  tracedGrace,
  unconscious,
  verified,
  policy,
} from './people.ts';
import {
  key,
  failure,
  decided,
  story,
  happen,
  after,
  gate,
  open,
  asks,
  reason,
  toGate,
} from './story.ts';

describe('the gate', () => {
  const differing: State = {
    step: 'verified',
    key,
    ...{ standing, declared: [], stands: null, told: {} },
    verified: { ...verified, match: { ...verified.match, type: 'confirm', toConfirm: ['family'] } },
  };

  it('records nothing while a differing surname is not confirmed', () => {
    expect(happen(differing, decided)).toEqual([differing, []]);
    const confirmed = { ...decided, decision: { ...agreed, confirmed: ['family'] as const } };
    expect(asks(happen(differing, confirmed))).toEqual(['record']);
  });

  it('takes no break glass without a justification', () => {
    const blank = { ...breakGlass, basis: { ...unconscious, justification: '  ' } };
    expect(asks(happen(gate, { ...decided, decision: blank }))).toEqual([]);
    expect(asks(happen(gate, { ...decided, decision: breakGlass }))).toEqual(['record']);
  });

  it('takes no break-glass reason the deployer switched off', () => {
    const rules = { ...policy, breakGlassReasons: [] };
    expect(asks(happen(gate, { ...decided, decision: breakGlass }, key, rules))).toEqual([]);
  });

  it('a second press while recording submits nothing', () => {
    const recording = after(...toGate, decided)[0];
    expect(happen(recording, { ...decided, decisionId: 'd2' })).toEqual([recording, []]);
  });

  it('stays shut when the record fails, keeps the answers, and retries under the same identifier', () => {
    const failed = after(...toGate, decided, { type: 'record-failed', decisionId: 'd1', failure });
    expect(failed[0]).toMatchObject({ step: 'unrecorded', decided: { decision: agreed } });
    const [state, effects] = happen(failed[0], { type: 'record-retried' });
    expect(state.step).toBe('permitted');
    expect(effects).toMatchObject([{ type: 'record', decided: { decisionId: 'd1' } }]);
  });

  it('an acknowledgement of another decision opens nothing', () => {
    const recording = after(...toGate, decided)[0];
    expect(happen(recording, { ...story.recorded, decisionId: 'd9' })).toEqual([recording, []]);
  });

  it('closed without knowing whether it was recorded, has the decision withdrawn', () => {
    const uncertain = { decisionId: 'd1', patient: tracedGrace.ref };
    const recording = after(...toGate, decided)[0];
    const failed = happen(recording, { type: 'record-failed', decisionId: 'd1', failure })[0];
    expect(happen(failed, { type: 'gate-closed' })[1]).toMatchObject([
      { type: 'end', receipt: null, uncertain },
    ]);
    expect(happen(failed, { type: 'gate-closed' })[0]).toMatchObject({ reached: 'recording' });
    const fault = { type: 'refused', reason: { type: 'internal-fault' } } as const;
    expect(happen(recording, fault)[1]).toMatchObject([{ type: 'end', uncertain }]);
  });

  it('another decision after a failed record has the first withdrawn', () => {
    const failed = after(...toGate, decided, { type: 'record-failed', decisionId: 'd1', failure });
    const [state, effects] = happen(failed[0], { ...decided, decisionId: 'd2' });
    expect(state).toMatchObject({ step: 'permitted', decided: { decisionId: 'd2' } });
    expect(effects).toMatchObject([
      { type: 'record', decided: { decisionId: 'd2' } },
      { type: 'withdraw', uncertain: { decisionId: 'd1', patient: tracedGrace.ref } },
    ]);
    expect(asks(happen(failed[0], decided))).toEqual(['record']);
  });

  it('has nothing withdrawn where nothing was decided, or all of it is known', () => {
    expect(happen(gate, { type: 'gate-closed' })[1]).toMatchObject([{ uncertain: null }]);
    const fault = { type: 'refused', reason: { type: 'internal-fault' } } as const;
    expect(happen(open, fault)[1]).toMatchObject([{ receipt, uncertain: null }]);
  });

  it('closes and reports it when the patient refused', () => {
    const step = happen(gate, { type: 'permission-refused' });
    expect(reason(step)).toBe('patient-refused');
    expect(step[1]).toMatchObject([{ refusal: { patient: tracedGrace.ref } }]);
  });
});

describe('late, lost and foreign replies', () => {
  it('a reply for another launch changes nothing, in any state', () => {
    const states = [start(key)[0], gate, open];
    for (const state of states) {
      for (const what of Object.values(story)) {
        expect(happen(state, what, 'launch-2')).toEqual([state, []]);
      }
    }
  });

  it('a part of an earlier asking is not mixed into the next', () => {
    const interrupted = happen(open, { type: 'summary-interrupted', attempt: 1 })[0];
    const [again, effects] = happen(interrupted, { type: 'summary-asked-again' });
    expect(effects).toMatchObject([{ type: 'retrieve', attempt: 2 }]);
    const late = { type: 'summary-finished', attempt: 1 } as const;
    expect(happen(again, late)).toEqual([again, []]);
  });

  it('a resource about somebody else closes an open record, and nothing of it stays', () => {
    const step = happen(open, { type: 'refused', reason: { type: 'wrong-patient' } });
    expect(step[0]).toEqual({
      step: 'closed',
      key,
      reason: { type: 'wrong-patient' },
      reached: 'recorded',
      recorded: false,
    });
    expect(step[1]).toMatchObject([
      { type: 'end', receipt, refusal: { reason: { type: 'wrong-patient' } } },
    ]);
  });

  it('dissent recorded while sources answer closes what is already shown', () => {
    const source = { id: 'OUH', name: 'Oxford University Hospitals', tag: 'OUH' };
    const report = {
      source,
      state: 'dissent',
      askedAt: null,
      took: null,
      upTo: null,
      keeps: null,
    } as const;
    const step = happen(open, { type: 'source-reported', attempt: 1, report });
    expect(reason(step)).toBe('dissent');
    expect(step[1]).toMatchObject([{ type: 'end', receipt }]);
  });

  it('nothing reopens a closed or ended launch', () => {
    const shut = happen(gate, { type: 'gate-closed' })[0];
    const ended = happen(open, { type: 'ended-by-user' })[0];
    for (const state of [shut, ended]) {
      for (const what of Object.values(story)) expect(happen(state, what)).toEqual([state, []]);
    }
  });

  it('says a refusal was recorded only once the exchange acknowledged it', () => {
    const shut = happen(gate, { type: 'permission-refused' })[0];
    expect(shut).toMatchObject({ recorded: false });
    expect(happen(shut, { type: 'refusal-recorded' })[0]).toMatchObject({ recorded: true });
  });
});
