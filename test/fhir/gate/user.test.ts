import { describe, expect, it } from 'vitest';
import { coversNow } from '../../../src/domain/period.ts';
import { practitionerUser } from '../../../src/fhir/gate/user.ts';
import { identifierSystem } from '../../../src/fhir/systems.ts';

const now = new Date('2026-11-20T09:14:00Z');

describe('the user', () => {
  const fhirUser = 'https://host.test/fhir/Practitioner/p1';
  const practitioner = {
    resourceType: 'Practitioner',
    id: 'p1',
    name: [{ text: 'Dr Amina Mensah', family: 'Mensah', given: ['Amina'] }],
  };
  const role = {
    resourceType: 'PractitionerRole',
    id: 'r1',
    practitioner: { reference: 'Practitioner/p1' },
    code: [
      {
        text: 'Emergency registrar',
        coding: [{ system: 'https://epr.example.org/role', code: 'ED-REG' }],
      },
    ],
  };
  const read = (
    more: object,
    roles: readonly unknown[] = [role],
    organisations: readonly unknown[] = [],
  ) =>
    practitionerUser(
      { fhirUser, practitioner: { ...practitioner, ...more }, roles, organisations },
      now,
    );

  it('is named by national registers first, in a fixed order', () => {
    const identifier = [
      { system: identifierSystem.gmc, value: '9900017' },
      { system: identifierSystem.sdsUserId, value: '999000000017' },
    ];
    expect(read({ identifier })).toMatchObject({
      user: { identifier: { system: identifierSystem.sdsUserId } },
    });
    expect(read({})).toMatchObject({
      user: { identifier: { system: 'https://host.test/fhir/Practitioner', value: 'p1' } },
    });
  });

  it('takes no role that is inactive or somebody else’s', () => {
    const theirs = { ...role, practitioner: { reference: 'Practitioner/p2' } };
    expect(read({}, [theirs, { ...role, active: false }, { nonsense: true }])).toMatchObject({
      user: { roles: [] },
    });
    expect(read({})).toMatchObject({ user: { roles: [{ text: 'Emergency registrar' }] } });
  });

  it.each(['gmc', 'nmc', 'gphc', 'hcpc'] as const)(
    'has a number in a professional register besides the SDS user id: %s',
    (register) => {
      const identifier = [
        { system: identifierSystem.sdsUserId, value: '999000000017' },
        { use: 'old', system: identifierSystem[register], value: '1111111' },
        { system: identifierSystem[register], value: '9900017' },
      ];
      expect(read({ identifier })).toMatchObject({
        user: {
          identifier: { system: identifierSystem.sdsUserId },
          registration: { system: identifierSystem[register], value: '9900017' },
        },
      });
    },
  );

  it('has none where the host gives none', () => {
    expect(read({})).toMatchObject({ user: { registration: null } });
  });

  it.each([
    ['yesterday', { end: '2026-11-19' }],
    ['last month', { end: '2026-10' }],
    ['a minute ago', { end: '2026-11-20T09:13:00Z' }],
    ['when, can not be read', { end: 'soon' }],
  ])('has no role that ended %s', (_, period) => {
    expect(read({}, [{ ...role, period }])).toMatchObject({ user: { roles: [] } });
  });

  it('has no role that is still to begin, and those that last', () => {
    const roles = [
      { ...role, period: { start: '2026-11-21' } },
      { ...role, id: 'r2', period: { start: '2020', end: '2026-11-20' } },
    ];
    expect(read({}, roles)).toMatchObject({ user: { roles: [{ id: 'r2' }] } });
  });

  const organisation = { resourceType: 'Organization', id: 'o1', name: 'Radcot Hospitals' };
  const employed = { ...role, organization: { reference: 'Organization/o1' } };
  const hostile = [
    ['markup', '<b>Dr</b>'],
    ['a direction override', 'Dr \u202EmA'],
    ['a line end', 'Dr\nMensah'],
    ['no end', 'x'.repeat(101)],
  ] as const;
  const implausible = { type: 'implausible' };

  describe.each(hostile)('with %s', (_, text) => {
    it.each([
      ['the name', { name: [{ text }] }, employed, organisation],
      ['a former name', { name: [{ use: 'old', family: text }] }, employed, organisation],
      ['the role’s text', {}, { ...employed, code: [{ text }] }, organisation],
      [
        'the role’s display',
        {},
        { ...employed, code: [{ coding: [{ display: text }] }] },
        organisation,
      ],
      ['the role’s code', {}, { ...employed, code: [{ coding: [{ code: text }] }] }, organisation],
      ['the role’s organisation', {}, { ...role, organization: { display: text } }, organisation],
      ['the organisation’s name', {}, employed, { ...organisation, name: text }],
      ['a number', { identifier: [{ system: identifierSystem.gmc, value: text }] }, employed, {}],
    ])('in %s is nobody an honest host sends', (__, more, held, at) => {
      expect(read(more, [held], [at])).toEqual(implausible);
    });
  });

  it('born in the future is nobody an honest host sends', () => {
    expect(read({ birthDate: '2027-01-01' })).toEqual(implausible);
  });

  it('is not shut out by what is wrong with a role that does not count', () => {
    expect(read({}, [role, { ...role, active: false, code: [{ text: '<b>' }] }])).toMatchObject({
      type: 'user',
    });
  });
});

describe('a period', () => {
  // 00:30 on 21 June in London.
  const night = new Date('2026-06-20T23:30:00Z');

  it('counts days as London does', () => {
    expect(coversNow({ end: '2026-06-20' }, night)).toBe(false);
    expect(coversNow({ start: '2026-06-21' }, night)).toBe(true);
  });

  it('without an end, or without anything, covers', () => {
    expect(coversNow({ start: '2026' }, night)).toBe(true);
    expect(coversNow({}, night)).toBe(true);
    expect(coversNow(undefined, night)).toBe(true);
  });
});
