import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { AccessDecision, OwnPermit } from '../../src/domain/access.ts';
import type { Policy } from '../../src/flow/step.ts';
import {
  amina,
  breakGlass,
  coverage,
  earlierPermit,
  hostGrace,
  policy,
  receipt,
  registrar,
  session,
  standing,
  tracedGrace,
} from './people.ts';
import { asks, decided, happen, key, organisationsRead, reason, story, under } from './story.ts';

type Part = {
  permit?: OwnPermit;
  reopens?: string | null;
  encounterId?: string | null;
  family?: string;
  rules?: Policy;
};

const overridden: OwnPermit = { ...earlierPermit, basis: breakGlass.basis };

function arrive(part: Part = {}) {
  const { permit = earlierPermit, reopens = null, encounterId = 'enc-1', rules = policy } = part;
  const name = { family: part.family ?? 'Okafor', given: ['Grace'], prefix: [], use: 'current' };
  const patient = { ...tracedGrace, names: [name] as (typeof tracedGrace)['names'] };
  const way: readonly Happening[] = [
    { type: 'authorised', session: { ...session, encounterId, reopens } },
    story.identified,
    story.organisations,
    { type: 'traced', outcome: { type: 'found', patient, coverage } },
    { type: 'standing-read', standing: { ...standing, ownPermits: [permit] } },
  ];
  return under(rules, ...way);
}

const confirm: Happening = {
  type: 'permission-confirmed',
  decision: { decisionId: 'd7', confirmed: [], role: 'role-1' },
};

describe('permission given earlier in the encounter', () => {
  it('stands: one press opens, under a record of its own that names the first', () => {
    const gate = arrive()[0];
    expect(gate).toMatchObject({ step: 'verified', stands: { consentId: 'consent-0' } });
    expect(happen(gate, confirm)[1]).toMatchObject([
      {
        type: 'record',
        decided: {
          decisionId: 'd7',
          decision: { basis: { type: 'patient-agreed' } },
          reopens: { type: 'same-encounter', consentId: 'consent-0' },
        },
      },
    ]);
  });

  it('opens nothing by itself', () => {
    expect(asks(arrive())).toEqual([]);
  });

  it.each([
    ['in another encounter', { permit: { ...earlierPermit, encounterId: 'enc-0' } }],
    ['where the host names no encounter', { encounterId: null }],
    ['where the policy says no', { rules: { ...policy, permissionStands: false } }],
    ['when it was a break glass', { permit: overridden }],
  ])('does not stand %s', (_, part) => {
    const gate = arrive(part)[0];
    expect(gate).toMatchObject({ step: 'verified', stands: null });
    expect(happen(gate, confirm)).toEqual([gate, []]);
  });

  it('asks again about a name that differs now', () => {
    const gate = arrive({ family: 'Mensah' })[0];
    expect(happen(gate, confirm)).toEqual([gate, []]);
    const decision = { decisionId: 'd7', confirmed: ['family'], role: 'role-1' } as const;
    expect(asks(happen(gate, { type: 'permission-confirmed', decision }))).toEqual(['record']);
  });

  it('is given up when the patient refuses now', () => {
    const step = happen(arrive()[0], { type: 'permission-refused' });
    expect(reason(step)).toBe('patient-refused');
    expect(step[1]).toMatchObject([{ type: 'end', revoked: ['consent-0'] }]);
  });

  it('is given up however often it was used: no older one is left to stand', () => {
    const later = { ...earlierPermit, consentId: 'consent-1', recordedAt: '2026-11-22T11:00:00Z' };
    const other = { ...earlierPermit, consentId: 'consent-2', encounterId: 'enc-0' };
    const way: readonly Happening[] = [
      story.authorised,
      story.identified,
      story.organisations,
      story.traced,
      {
        type: 'standing-read',
        standing: { ...standing, ownPermits: [later, earlierPermit, other] },
      },
    ];
    const step = happen(under(policy, ...way)[0], { type: 'permission-refused' });
    expect(step[1]).toMatchObject([{ revoked: ['consent-1', 'consent-0', 'consent-2'] }]);
  });

  it('outlives Close record; a break glass does not, nor one without an encounter', () => {
    const close = (part: Part, basis: 'permission' | 'break-glass') => {
      const gate = arrive(part)[0];
      const recording = happen(gate, decided)[0];
      const open = happen(recording, {
        ...story.recorded,
        receipt: { ...receipt, basis },
      })[0];
      return happen(open, { type: 'ended-by-user' })[1];
    };
    expect(close({}, 'permission')).toMatchObject([{ type: 'end', keeps: true }]);
    expect(close({}, 'break-glass')).toMatchObject([{ type: 'end', keeps: false }]);
    expect(close({ encounterId: null }, 'permission')).toMatchObject([{ keeps: false }]);
  });
});

describe('a page reloaded within its launch', () => {
  it('goes on without a second justification, under a second record', () => {
    const step = arrive({ permit: overridden, reopens: 'consent-0' });
    expect(step[0].step).toBe('permitted');
    expect(step[1]).toMatchObject([
      {
        type: 'record',
        decided: {
          decisionId: key,
          decision: { basis: breakGlass.basis },
          reopens: { type: 'same-launch', consentId: 'consent-0' },
        },
      },
    ]);
  });

  it('asks for nothing clinical until that second record is acknowledged', () => {
    const step = arrive({ permit: overridden, reopens: 'consent-0' });
    expect(asks(step)).toEqual(['record']);
  });

  it('asks anew where what opened it is over', () => {
    const [state, effects] = arrive({ permit: overridden, reopens: 'consent-9' });
    expect([state.step, effects]).toEqual(['verified', []]);
  });

  it('asks anew where a name differs that was not confirmed', () => {
    const step = arrive({ permit: overridden, reopens: 'consent-0', family: 'Mensah' });
    expect([step[0].step, step[1]]).toEqual(['verified', []]);
  });

  it('asks anew where the role it was opened in is no longer held', () => {
    const permit = { ...overridden, roleKey: 'R0050' };
    expect(arrive({ permit, reopens: 'consent-0' })[0].step).toBe('verified');
  });
});

describe('the role', () => {
  const second = { ...registrar, id: 'role-2', text: 'Site lead' };
  const user = { ...amina, roles: [registrar, second] };
  const gate = under(
    policy,
    story.authorised,
    { type: 'identified', user, host: hostGrace },
    organisationsRead(user),
    story.traced,
    story.standing,
  )[0];
  const as = (role: string): Happening => {
    const decision: AccessDecision = { basis: { type: 'patient-agreed' }, confirmed: [], role };
    return { type: 'decided', decision, decisionId: 'd1' };
  };

  it('is the one the user chose, where several are held', () => {
    expect(happen(gate, as('role-2'))[1]).toMatchObject([{ decided: { role: second } }]);
  });

  it('nobody holds opens nothing', () => {
    expect(happen(gate, as(''))).toEqual([gate, []]);
    expect(happen(gate, as('role-9'))).toEqual([gate, []]);
  });
});
