/** In which role, at which organisation, and about which number (domain.md 5 and 7). */
import { describe, expect, it } from 'vitest';
import type { FhirResource } from 'fhir/r4';
import { exchangeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { item, permissionItems, record } from './decisions.ts';
import { inTrail } from './events.ts';
import { exchangeHost } from './fake-host.ts';
import { numbers, staff } from './fixtures.ts';
import { withPolicy } from './policies.ts';
import { createSetting, refusalOf, summaryOf, traceOf, tracedId } from './setting.ts';

const ods = (value: string) => ({
  type: 'Organization',
  identifier: { system: identifierSystem.odsOrganisation, value },
});

/** A second job of the doctor's, by another code, elsewhere. */
const secondJob: readonly FhirResource[] = [
  {
    resourceType: 'PractitionerRole',
    id: 'role-second',
    identifier: [{ system: identifierSystem.sdsRoleProfileId, value: '999000100099' }],
    practitioner: { reference: 'Practitioner/gp-one' },
    organization: { reference: 'Organization/second' },
    code: [
      {
        coding: [{ system: exchangeSystem.sdsJobRole, code: 'S8000:G8000:R8003' }],
        text: 'Second',
      },
    ],
  },
  {
    resourceType: 'Organization',
    id: 'second',
    identifier: [{ system: identifierSystem.odsOrganisation, value: 'Z99902' }],
    name: 'Marston Ferry Clinic',
  },
];

async function withJobs(more: readonly FhirResource[] = secondJob, options = {}) {
  const setting = await createSetting(options);
  for (const one of more) setting.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, one);
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  const decide = (role?: string, organisation?: string) => {
    const items = role === undefined ? [] : [item('role', { valueString: role })];
    const organization = organisation === undefined ? {} : { organization: [ods(organisation)] };
    const words = { items: [...permissionItems, ...items] };
    return record(setting, 'gp-ada', id, words, (consent) => ({ ...consent, ...organization }));
  };
  return { setting, id, decide };
}

describe('a user of two roles', () => {
  it('is recorded in the one that was picked, and at its organisation, to the end', async () => {
    const { setting, id, decide } = await withJobs();
    expect((await decide('999000100099')).status).toBe(200);
    await (await summaryOf(setting, 'gp-ada', id)).text();
    for (const kind of ['opened', 'release', 'release-completed']) {
      const [event] = await inTrail(setting, kind);
      expect(event?.agent[0]).toMatchObject({ role: [{ text: 'Second' }] });
      expect(event?.agent[1]?.who?.display).toBe('Marston Ferry Clinic');
    }
  });

  it('is told apart by the Consent’s organisation where both roles match', async () => {
    const { setting, decide } = await withJobs();
    expect((await decide(undefined, 'Z99902')).status).toBe(200);
    const [event] = await inTrail(setting, 'opened');
    expect(event?.agent[0]).toMatchObject({ role: [{ text: 'Second' }] });
  });

  it('acts at no organisation but the one of that role', async () => {
    const { decide } = await withJobs();
    const refused = await refusalOf(await decide('999000100099', 'Z99901'));
    expect(refused).toMatchObject({ status: 403, reason: 'other-organisation' });
  });

  it('acts only in the one the token was issued for, where it names one', async () => {
    const { setting, id, decide } = await withJobs();
    setting.launch('gp-ada', 'gp-ada', {
      fhirUser: `${exchangeHost.fhirBase}/PractitionerRole/role-second`,
    });
    setting.pass(30_000);
    expect((await decide('R8000')).status).toBe(403);
    expect((await decide('R8003')).status).toBe(200);
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
  });
});

describe('who may look', () => {
  const student = staff('gp-one', { family: 'Berg', given: 'Ola' }, 'S8000:G8000:R8004');

  it('is the host’s policy: students only where it lists them', async () => {
    const shut = await createSetting();
    for (const one of student) {
      shut.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, one);
    }
    expect((await traceOf(shut, 'gp-ada', numbers.ada)).status).toBe(403);
    const policy = withPolicy({ clinicalRoles: ['R8000', 'R8004'] });
    const { decide } = await withJobs(student, policy);
    expect((await decide()).status).toBe(200);
  });

  it('is judged by the host’s own code with or without its system', async () => {
    for (const key of ['WARD-DR', 'urn:jobs|WARD-DR']) {
      const hosts = [{ ...exchangeHost, roleMap: { [key]: 'R8000' } }];
      const [practitioner, , organisation] = student;
      const role: FhirResource = {
        resourceType: 'PractitionerRole',
        id: 'role-gp-one',
        practitioner: { reference: 'Practitioner/gp-one' },
        code: [{ coding: [{ system: 'urn:jobs', code: 'WARD-DR' }], text: 'Ward doctor' }],
      };
      const people = [practitioner, role, organisation].flatMap((one) => one ?? []);
      expect((await (await withJobs(people, { hosts })).decide()).status).toBe(200);
    }
  });

  it('is recorded with the registration number beside the SDS user id', async () => {
    const identifier = [
      { system: identifierSystem.gmc, value: '9900017' },
      { system: identifierSystem.sdsUserId, value: '999000000017' },
    ];
    const both = staff('gp-one', { family: 'Patel', given: 'Sam' }, 'R8000', { identifier });
    const { setting } = await withJobs(both);
    const [event] = await inTrail(setting, 'trace');
    expect(event?.agent[0]).toMatchObject({
      altId: '9900017',
      who: { identifier: { value: '999000000017' } },
    });
    const only = staff('gp-one', { family: 'Patel', given: 'Sam' }, 'R8000', {
      identifier: identifier.slice(0, 1),
    });
    const [alone] = await inTrail((await withJobs(only)).setting, 'trace');
    expect(alone?.agent[0]).toMatchObject({ who: { identifier: { value: '9900017' } } });
    expect(alone?.agent[0]?.altId).toBeUndefined();
  });
});

describe('an NHS number from fhirContext', () => {
  const system = identifierSystem.nhsNumber;
  const of = (value: string, more = {}) => ({
    type: 'Patient',
    identifier: { system, value },
    ...more,
  });
  const rows: readonly (readonly [string, unknown, number])[] = [
    ['is the launch patient’s', [of(numbers.ada)], 200],
    ['is read with its spaces', [of('999 000 0018')], 200],
    ['may have the role launch', [of(numbers.ada, { role: 'launch' })], 200],
    ['may come twice alike', [of(numbers.ada), of(numbers.ada)], 200],
    ['stands beside what is about something else', [{ reference: 'x' }, of(numbers.ada)], 200],
    ['of two different people is nobody’s', [of(numbers.ada), of(numbers.ben)], 403],
    ['in another role is nobody’s', [of(numbers.ada, { role: 'mother' })], 403],
    ['of another resource is nobody’s', [of(numbers.ada, { type: 'Person' })], 403],
    [
      'of another system is nobody’s',
      [of(numbers.ada, { identifier: { system: 'urn:x', value: numbers.ada } })],
      403,
    ],
    ['that is not there is nobody’s', undefined, 403],
    ['in no list is nobody’s', 'Patient', 403],
  ];
  for (const [name, fhirContext, status] of rows) {
    it(name, async () => {
      const hosts = [{ ...exchangeHost, nhsNumberFrom: 'fhir-context' as const }];
      const setting = await createSetting({ hosts });
      setting.launch('context', 'gp-ada', { fhirContext });
      expect((await traceOf(setting, 'context', numbers.ada)).status).toBe(status);
    });
  }

  it('counts only where the host’s entry says so', async () => {
    const setting = await createSetting();
    setting.launch('context', 'gp-ada', { fhirContext: [of(numbers.ben)] });
    expect((await traceOf(setting, 'context', numbers.ben)).status).toBe(403);
    expect((await traceOf(setting, 'context', numbers.ada)).status).toBe(200);
  });
});

it('two NHS numbers in the host’s Patient are nobody’s', async () => {
  const setting = await createSetting();
  const ada = setting.host.resources.get('Patient/host-ada');
  const value = (number: string) => ({ system: identifierSystem.nhsNumber, value: number });
  const identifier = [value(numbers.ada), value(numbers.ben)];
  if (ada?.resourceType === 'Patient') {
    setting.host.resources.set('Patient/host-ada', { ...ada, identifier });
  }
  expect((await traceOf(setting, 'gp-ada', numbers.ada)).status).toBe(403);
});
