/** The parts of a Consent that say who for, when, in which words and under which terms. */
import { describe, expect, it } from 'vitest';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { coded, item, permissionItems, record } from './decisions.ts';
import type { DecisionWords } from './decisions.ts';
import { allRecords, numbers, patient, scenario } from './fixtures.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

async function opened(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting(more);
  return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

/** A host that gives its organisation a name and no ODS code. */
async function unnumbered(): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting();
  const name = 'Hollow Way Medical Centre';
  setting.host.resources.set('Organization/org', { resourceType: 'Organization', id: 'org', name });
  return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

const ods = (value: string, system: string = identifierSystem.odsOrganisation) => ({
  type: 'Organization',
  identifier: { system, value },
  display: 'Hollow Way Medical Centre',
});
const named = (display: string) => ({ type: 'Organization', display });

async function withOrganization(at: { setting: Setting; id: string }, organization: object) {
  return record(at.setting, 'gp-ada', at.id, {}, (c) => ({ ...c, organization: [organization] }));
}

describe('the organisation of a Consent', () => {
  it('is the caller’s own, by ODS code', async () => {
    expect((await withOrganization(await opened(), ods('Z99901'))).status).toBe(200);
  });

  const forged: readonly (readonly [string, object])[] = [
    ['another ODS code', ods('ZZZ99')],
    ['the own code in another system', ods('Z99901', 'urn:x')],
    ['a value in another system', ods('FAKE', 'urn:x')],
    ['a name alone where there is an ODS code', named('Hollow Way Medical Centre')],
  ];
  for (const [name, organization] of forged) {
    it(`is refused with ${name}`, async () => {
      const at = await opened();
      const refused = await refusalOf(await withOrganization(at, organization));
      expect(refused).toMatchObject({ status: 403, reason: 'other-organisation' });
      expect((await at.setting.events()).some(({ type }) => type === 'opened')).toBe(false);
    });
  }

  it('is its name where the host has no ODS code for it, and no other name or code', async () => {
    const at = await unnumbered();
    expect((await withOrganization(at, named('Fake Trust'))).status).toBe(403);
    expect((await withOrganization(at, ods('Z99901'))).status).toBe(403);
    expect((await withOrganization(at, named('Hollow Way Medical Centre'))).status).toBe(200);
  });
});

describe('the time of a Consent', () => {
  // The exchange's clock says 2026-11-22T10:00:00Z.
  const times: readonly (readonly [string, number])[] = [
    ['2026-11-22T10:10:00Z', 200],
    ['2026-11-22T10:10:01Z', 400],
    ['2026-11-21T10:00:00Z', 200],
    ['2026-11-21T09:59:59Z', 400],
    ['1900-01-01T00:00:00Z', 400],
    ['2999-01-01T00:00:00Z', 400],
    ['2026-11-22', 400],
    ['2026-11-22T10:00:00', 400],
    ['2026-11-22T11:00:00+01:00', 200],
  ];
  for (const [dateTime, status] of times) {
    it(`${dateTime} answers ${status}`, async () => {
      const { setting, id } = await opened();
      const answer = await record(setting, 'gp-ada', id, {}, (c) => ({ ...c, dateTime }));
      expect(answer.status).toBe(status);
    });
  }
});

describe('the words of a Consent', () => {
  const terms = (value: string): DecisionWords => ({
    items: [...permissionItems, item('terms', { valueString: value })],
  });
  const asked = (by: string, at: string): DecisionWords => ({
    items: [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('agreed-earlier')),
      item('asked-by', { valueString: by }),
      item('asked-at', { valueString: at }),
    ],
  });
  const cases: readonly (readonly [string, DecisionWords, number])[] = [
    ['terms by their address', terms('https://ocs.example.org/terms|2026-11'), 200],
    ['terms by address and version', terms('https://terms.test/ocs|2.1'), 200],
    ['terms that are a script', terms('<script>x</script> not a url'), 400],
    ['terms with another scheme', terms('javascript:alert(1)'), 400],
    ['terms without a host', terms('https://'), 400],
    ['terms on a relative address', terms('/terms'), 400],
    ['terms of 201 characters', terms(`https://t.test/${'x'.repeat(186)}`), 400],
    ['blank terms', terms(' '), 400],
    ['terms that are not words', { items: [...permissionItems, item('terms', coded('x'))] }, 400],
    ['who asked, and when, in free words', asked('Sister Okafor, ward 5', 'this morning'), 200],
    ['a blank asker', asked('  ', '09:30'), 400],
    ['a blank time of asking', asked('Sister Okafor', ' '), 400],
    ['an asker of 201 characters', asked('x'.repeat(201), '09:30'), 400],
    ['an asker over two lines', asked('Sister\nOkafor', '09:30'), 400],
    ['a time with a control character', asked('Sister Okafor', '09:30\u0007'), 400],
  ];
  for (const [name, words, status] of cases) {
    it(`with ${name} answer ${status}`, async () => {
      const { setting, id } = await opened();
      expect((await record(setting, 'gp-ada', id, words)).status).toBe(status);
    });
  }
});

describe('a young person’s own agreement', () => {
  const words = {
    items: [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('young-person-agreed')),
    ],
  };
  const ages: readonly (readonly [string, string, number])[] = [
    ['a day before sixteen', '2010-11-23', 200],
    ['at sixteen', '2010-11-22', 403],
    ['at eighty-one', '1945-07-14', 403],
    ['certainly under sixteen, the day not known', '2012', 200],
    ['perhaps sixteen, the day not known', '2010', 403],
    ['of unknown age', '', 403],
  ];
  for (const [name, birthDate, status] of ages) {
    it(`${name} answers ${status}`, async () => {
      const who = { id: 'host-ada', nhsNumber: numbers.ada, family: 'Example', given: 'Ada' };
      const { setting, id } = await opened({
        scenarios: [
          scenario(
            { key: 'young', demographics: patient({ ...who, birthDate }) },
            allRecords('ada'),
          ),
        ],
      });
      expect((await record(setting, 'gp-ada', id, words)).status).toBe(status);
    });
  }
});
