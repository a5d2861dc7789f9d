import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { Step } from '../../src/flow/step.ts';
import { start } from '../../src/flow/transition.ts';
import { amina, date, hostGrace, nhsNumber, receipt, standing, tracedGrace } from './people.ts';
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
  found,
} from './story.ts';

describe('the ordinary launch', () => {
  it('asks the exchange for nothing clinical on its way to the gate', () => {
    expect(asks(start(key))).toEqual(['complete-authorisation']);
    expect(asks(after(story.authorised))).toEqual(['read-host']);
    expect(asks(after(story.authorised, story.identified))).toEqual([
      'trace',
      'read-organisations',
    ]);
    expect(asks(after(story.authorised, story.identified, story.traced))).toEqual([
      'read-standing',
    ]);
    expect(asks(after(...toGate))).toEqual([]);
    expect(gate.step).toBe('verified');
  });

  it('nothing is retrieved until the access is recorded', () => {
    expect(asks(after(...toGate, decided))).toEqual(['record']);
    expect(asks(after(...toGate, decided, story.recorded))).toEqual(['retrieve', 'read-log']);
    expect(open.step).toBe('retrieving');
  });

  it('shows a part as it arrives, with the other sources named as still asking', () => {
    const [state] = happen(open, {
      type: 'part-arrived',
      attempt: 1,
      part: { source: 'OUH', items: [], unshown: [], gaps: [], texts: [] },
    });
    expect(state).toMatchObject({
      step: 'showing',
      arrival: 'arriving',
      summary: { sources: [{ state: 'asking' }, { state: 'not-sharing' }] },
    });
  });

  it('says of every source still pending at the end that it gave no whole answer', () => {
    const [state] = happen(open, { type: 'summary-interrupted', attempt: 1 });
    expect(state).toMatchObject({
      arrival: 'interrupted',
      summary: { sources: [{ state: 'interrupted' }, { state: 'not-sharing' }] },
    });
  });

  it('ends with the record closed, the token revoked and nothing left in the state', () => {
    const step = happen(open, { type: 'ended-by-user' });
    expect(step).toEqual([
      { step: 'ended', key },
      [
        {
          ...{ type: 'end', receipt, refusal: null, uncertain: null },
          ...{ revoked: [], keeps: true },
        },
      ],
    ]);
  });
});

describe('who may open', () => {
  it('refuses a receptionist, and reports it', () => {
    const receptionist = {
      ...amina,
      roles: [
        {
          id: 'r',
          codes: [{ system: 'x', code: 'S8000:G8001:R8009' }],
          text: 'Receptionist',
          organisation: null,
        },
      ],
    };
    const step = after(story.authorised, {
      type: 'identified',
      user: receptionist,
      host: hostGrace,
    });
    expect(reason(step)).toBe('not-clinician');
    expect(step[1]).toMatchObject([
      { type: 'end', refusal: { reason: { roleText: 'Receptionist' } } },
    ]);
  });

  it('refuses a user without any role', () => {
    const step = after(story.authorised, {
      type: 'identified',
      user: { ...amina, roles: [] },
      host: hostGrace,
    });
    expect(reason(step)).toBe('no-role');
  });

  it('refuses the user their own record by NHS number', () => {
    const self = { ...amina, nhsNumber: hostGrace.nhsNumber };
    expect(
      reason(after(story.authorised, { type: 'identified', user: self, host: hostGrace })),
    ).toBe('own-record');
  });

  it('knows the user’s own record by the number that replaced the host’s', () => {
    const { names, birthDate } = hostGrace;
    const by = nhsNumber('9990000026');
    const user = { ...amina, names, birthDate, nhsNumber: by };
    const identified = { type: 'identified', user, host: hostGrace } as const;
    const superseded = { type: 'traced', outcome: { type: 'superseded', by } } as const;
    expect(after(story.authorised, identified, superseded)[0]).toMatchObject({
      reason: { type: 'own-record', certainty: 'certain' },
    });
    expect(reason(after(story.authorised, story.identified, superseded))).toBe('superseded');
  });

  it('takes two numbers nobody knows for no match', () => {
    const superseded = { type: 'traced', outcome: { type: 'superseded', by: null } } as const;
    expect(amina.nhsNumber).toBeNull();
    expect(reason(after(story.authorised, story.identified, superseded))).toBe('superseded');
  });
});

describe('the right patient', () => {
  const trace = (outcome: Extract<Happening, { type: 'traced' }>['outcome']): Step =>
    after(story.authorised, story.identified, { type: 'traced', outcome });

  it('does not trace an NHS number the host says is not verified', () => {
    const host = { ...hostGrace, nhsNumberStatus: { type: 'unverified', code: '02' } } as const;
    const step = after(story.authorised, { type: 'identified', user: amina, host });
    expect(reason(step)).toBe('nhs-number');
    expect(asks(step)).toEqual(['end']);
  });

  it.each(['invalidated', 'not-found', 'several', 'unmatched'] as const)(
    'closes when the trace says %s',
    (type) => {
      expect(reason(trace({ type }))).toBe(type);
    },
  );

  it('closes when the trace says superseded', () => {
    expect(reason(trace({ type: 'superseded', by: nhsNumber('9990000026') }))).toBe('superseded');
  });

  it('does not trace a patient the host itself says is restricted, and reports it', () => {
    const host = { ...hostGrace, restricted: 'restricted' } as const;
    const step = after(story.authorised, { type: 'identified', user: amina, host });
    expect(reason(step)).toBe('restricted');
    expect(step[1]).toMatchObject([{ type: 'end', refusal: { reason: { type: 'restricted' } } }]);
  });

  it('closes on a number the demographics service itself does not vouch for', () => {
    const nhsNumberStatus = { type: 'unverified', code: '05' } as const;
    const [state] = trace({ ...found, patient: { ...tracedGrace, nhsNumberStatus } });
    expect(state).toMatchObject({
      reason: { type: 'nhs-number', problem: { type: 'unverified', code: '05' } },
    });
  });

  it('treats an answer with another NHS number as superseded, whatever it calls itself', () => {
    const other = { ...tracedGrace, nhsNumber: nhsNumber('9990000026') };
    expect(reason(trace({ ...found, patient: other }))).toBe('superseded');
  });

  it.each(['restricted', 'very-restricted'] as const)('closes a %s record', (restricted) => {
    expect(reason(trace({ ...found, patient: { ...tracedGrace, restricted } }))).toBe('restricted');
  });

  it.each(['formal', 'not-stated'] as const)(
    'closes when the exchange knows of a death (notice: %s)',
    (notice) => {
      const died = { ...tracedGrace, deceased: { notice, date: date('2026-11-19') } };
      expect(reason(trace({ ...found, patient: died }))).toBe('deceased');
    },
  );

  it('closes when the dates of birth differ, and shows both', () => {
    const other = { ...tracedGrace, birthDate: date('1945-06-14') };
    const [state] = trace({ ...found, patient: other });
    expect(state).toMatchObject({
      step: 'closed',
      reason: {
        type: 'mismatch',
        match: {
          fields: expect.arrayContaining([
            {
              field: 'birthDate',
              verdict: 'differs',
              host: '14-Jul-1945',
              exchange: '14-Jun-1945',
            },
          ]) as unknown,
        },
      },
    });
  });

  it('closes on dissent before the question is asked', () => {
    const step = after(story.authorised, story.identified, story.traced, {
      type: 'standing-read',
      standing: { ...standing, dissent: true },
    });
    expect(reason(step)).toBe('dissent');
  });

  it('closes when standing can not be read: dissent would not be known', () => {
    const step = after(story.authorised, story.identified, story.traced, {
      type: 'call-failed',
      stage: 'standing',
      failure,
    });
    expect(reason(step)).toBe('call-failed');
  });
});
