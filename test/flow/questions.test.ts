import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { Declaration } from '../../src/domain/access.ts';
import type { TracedPatient } from '../../src/domain/person.ts';
import type { TermsStanding } from '../../src/domain/terms.ts';
import type { User } from '../../src/domain/user.ts';
import {
  amina,
  coverage,
  date,
  earlierPermit,
  hostGrace,
  nhsNumber,
  policy,
  session,
  standing,
  tracedGrace,
  unconscious,
} from './people.ts';
import {
  after,
  asks,
  decided,
  failure,
  happen,
  organisationsRead,
  reason,
  story,
  under,
} from './story.ts';

/** As far as standing, with another user, patient or terms. */
function arrive(part: {
  user?: User;
  patient?: Partial<TracedPatient>;
  terms?: TermsStanding;
  reopens?: readonly Declaration[];
}): readonly Happening[] {
  const { user = amina, patient = {}, terms = standing.terms, reopens } = part;
  const ownPermits = reopens ? [{ ...earlierPermit, declared: reopens }] : [];
  return [
    { type: 'authorised', session: { ...session, reopens: reopens ? 'consent-0' : null } },
    { type: 'identified', user, host: hostGrace },
    {
      type: 'traced',
      outcome: { type: 'found', patient: { ...tracedGrace, ...patient }, coverage },
    },
    organisationsRead(user),
    { type: 'standing-read', standing: { ...standing, terms, ownPermits } },
  ];
}

const { names, birthDate } = hostGrace;
const namesake: User = { ...amina, names, birthDate };
const due = { type: 'due', version: '2026-11', accepted: null, mayPutOff: false } as const;
const informal = { deceased: { notice: 'informal', date: date('2026-11-19') } } as const;

describe('a namesake', () => {
  it.each([
    ['without a number', null],
    ['under another number: it may be superseded', nhsNumber('9990000026')],
  ])('%s is asked, and the attempt is reported at once', (_, own) => {
    const [state, effects] = after(...arrive({ user: { ...namesake, nhsNumber: own } }));
    expect(state).toMatchObject({ step: 'asking', question: 'namesake' });
    expect(effects).toMatchObject([
      { type: 'report', refusal: { reason: { type: 'own-record', certainty: 'likely' } } },
    ]);
  });

  it('who says "this is not me" goes on, and the record says so', () => {
    const asked = after(...arrive({ user: namesake }))[0];
    const gate = happen(asked, { type: 'declared', declaration: 'not-me' })[0];
    expect(gate.step).toBe('verified');
    expect(happen(gate, decided)[1]).toMatchObject([
      { type: 'record', decided: { declared: ['not-me'] } },
    ]);
  });

  it('who does not, is refused, and it is recorded', () => {
    const step = happen(after(...arrive({ user: namesake }))[0], { type: 'question-declined' });
    expect(reason(step)).toBe('own-record');
    expect(step[1]).toMatchObject([{ type: 'end', refusal: { reason: { type: 'own-record' } } }]);
  });

  it('can not answer with another declaration', () => {
    const asked = after(...arrive({ user: namesake }))[0];
    expect(happen(asked, { type: 'declared', declaration: 'patient-is-alive' })).toEqual([
      asked,
      [],
    ]);
    expect(happen(asked, decided)).toEqual([asked, []]);
  });

  it('is known by the exchange’s name for the patient, too', () => {
    const other = { ...namesake, names: [{ ...names[0], family: 'Mensah' }] } as User;
    const patient = { names: [...other.names, ...tracedGrace.names] };
    expect(after(...arrive({ user: other, patient }))[0]).toMatchObject({ question: 'namesake' });
  });
});

describe('a death that was notified', () => {
  it('informally has a way on: the patient is alive, recorded', () => {
    const asked = after(...arrive({ patient: informal }))[0];
    expect(asked).toMatchObject({ step: 'asking', question: 'informal-death' });
    const gate = happen(asked, { type: 'declared', declaration: 'patient-is-alive' })[0];
    expect(happen(gate, decided)[1]).toMatchObject([
      { type: 'record', decided: { declared: ['patient-is-alive'] } },
    ]);
  });

  it('only to the host counts as informal', () => {
    const host = { ...hostGrace, deceased: { notice: 'not-stated', date: null } } as const;
    const [first, , ...rest] = arrive({});
    const step = after(
      first ?? story.authorised,
      { type: 'identified', user: amina, host },
      ...rest,
    );
    expect(step[0]).toMatchObject({ question: 'informal-death' });
  });

  it('formally opens for certifying it alone, where the policy says so', () => {
    const rules = { ...policy, deceased: 'certify' } as const;
    const formal = { deceased: { notice: 'formal', date: date('2026-11-19') } } as const;
    expect(reason(after(...arrive({ patient: formal })))).toBe('deceased');
    const gate = under(rules, ...arrive({ patient: formal }))[0];
    expect(gate.step).toBe('verified');
    const certify = (reasonCode: 'certifying-death' | 'unconscious'): Happening => ({
      ...decided,
      decision: {
        ...{ confirmed: [], role: 'role-1' },
        basis: {
          ...{ type: 'break-glass', reason: reasonCode, short: false },
          justification: 'Medical certificate of cause of death',
        },
      },
    });
    const press = (what: Happening) => asks(happen(gate, what, 'launch-1', rules));
    expect(press(decided)).toEqual([]);
    expect(press(certify('unconscious'))).toEqual([]);
    expect(press(certify('certifying-death'))).toEqual(['record']);
  });

  it('is no reason to open the record of somebody alive', () => {
    const rules = { ...policy, deceased: 'certify' } as const;
    const gate = under(rules, ...arrive({}))[0];
    const decision = {
      ...{ confirmed: [], role: 'role-1' },
      basis: { ...unconscious, reason: 'certifying-death' },
    } as const;
    expect(asks(happen(gate, { ...decided, decision }, 'launch-1', rules))).toEqual([]);
  });
});

describe('the terms', () => {
  it('are asked at first use, and nothing is asked of the patient before', () => {
    const asked = after(...arrive({ terms: due }))[0];
    expect(asked).toMatchObject({ step: 'asking', question: 'terms' });
    expect(happen(asked, decided)).toEqual([asked, []]);
  });

  it('count only once the exchange has acknowledged the acceptance', () => {
    const asked = after(...arrive({ terms: due }))[0];
    const [waiting, effects] = happen(asked, { type: 'terms-answered', answer: 'accepted' });
    expect(effects).toEqual([{ type: 'record-terms', answer: 'accepted' }]);
    expect(waiting.step).toBe('accepting');
    expect(happen(waiting, decided)).toEqual([waiting, []]);
    const failed = happen(waiting, { type: 'terms-failed', failure })[0];
    expect(failed).toMatchObject({ step: 'asking', question: 'terms', failure });
    const gate = happen(waiting, { type: 'terms-recorded' })[0];
    expect(happen(gate, decided)[1]).toMatchObject([{ decided: { terms: '2026-11' } }]);
  });

  it('can not be put off at first use', () => {
    const asked = after(...arrive({ terms: due }))[0];
    expect(happen(asked, { type: 'terms-answered', answer: 'put-off' })).toEqual([asked, []]);
  });

  it('of a new version can be put off, and the record names the version accepted', () => {
    const later = { ...due, accepted: '2025-04', mayPutOff: true };
    const asked = after(...arrive({ terms: later }))[0];
    const waiting = happen(asked, { type: 'terms-answered', answer: 'put-off' })[0];
    const gate = happen(waiting, { type: 'terms-recorded' })[0];
    expect(happen(gate, decided)[1]).toMatchObject([{ decided: { terms: '2025-04' } }]);
  });

  it('not accepted, close the record and are recorded as such', () => {
    const step = happen(after(...arrive({ terms: due }))[0], { type: 'question-declined' });
    expect(reason(step)).toBe('terms-not-accepted');
    expect(step[1]).toMatchObject([{ refusal: { reason: { type: 'terms-not-accepted' } } }]);
  });

  it('come after the other questions, each asked once', () => {
    const asked = after(...arrive({ user: namesake, patient: informal, terms: due }))[0];
    const second = happen(asked, { type: 'declared', declaration: 'not-me' })[0];
    expect(second).toMatchObject({ question: 'informal-death' });
    const third = happen(second, { type: 'declared', declaration: 'patient-is-alive' })[0];
    expect(third).toMatchObject({ question: 'terms', declared: ['not-me', 'patient-is-alive'] });
  });
});

describe('what was declared before the page was reloaded', () => {
  it('is not asked again, and stands in the record', () => {
    const step = after(...arrive({ user: namesake, reopens: ['not-me'] }));
    expect(step).toMatchObject([
      { step: 'permitted' },
      [{ type: 'record', decided: { declared: ['not-me'] } }],
    ]);
  });

  it('is asked where it was not declared', () => {
    expect(after(...arrive({ user: namesake, reopens: [] }))[0]).toMatchObject({
      question: 'namesake',
    });
  });
});
