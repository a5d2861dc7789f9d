/** What may be decided, and how it is coded (domain.md 3 and 4). */
import { describe, expect, it } from 'vitest';
import { codeSystem, exchangeSystem, ocs } from '../../src/fhir/systems.ts';
import { breakGlassFor, coded, item, record } from './decisions.ts';
import type { DecisionWords } from './decisions.ts';
import { codesOf, inTrail } from './events.ts';
import { allRecords, numbers, patient, scenario } from './fixtures.ts';
import { dead, everyReason, labelled, withAda, withPolicy } from './policies.ts';
import { createSetting, refusalOf, summaryOf, tracedId } from './setting.ts';

const btg = `${codeSystem.actReason}|BTG`;
const act = (code: string) => `${codeSystem.actReason}|${code}`;
const scr = (code: string) => `${exchangeSystem.scrAlertReason}|${code}`;
const ours = (code: string) => `${ocs.accessReason}|${code}`;

const because = (reason: string): DecisionWords => {
  const words = { breakGlass: true, items: breakGlassFor(reason) };
  return reason === 'required-by-statute' || reason === 'required-by-court-order'
    ? { ...words, duty: reason }
    : words;
};

async function decided(words: DecisionWords, options = {}) {
  const setting = await createSetting(options);
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  return { setting, id, answer: await record(setting, 'gp-ada', id, words) };
}

describe('a reason for a break glass', () => {
  const codes: readonly (readonly [string, readonly string[]])[] = [
    ['unconscious', [btg, ours('unconscious'), act('OVRER'), scr('5')]],
    ['lacks-capacity', [btg, ours('lacks-capacity'), act('OVRINCOMP'), scr('5')]],
    ['not-reachable', [btg, ours('not-reachable'), scr('5')]],
    ['risk-in-asking', [btg, ours('risk-in-asking'), scr('1')]],
    ['other', [btg, ours('other'), scr('6')]],
    ['public-interest', [btg, ours('public-interest'), act('OVRTPS'), scr('1')]],
    ['required-by-statute', [ours('required-by-statute'), ours('required-by-statute'), scr('2')]],
    [
      'required-by-court-order',
      [ours('required-by-court-order'), ours('required-by-court-order'), scr('3')],
    ],
  ];
  for (const [reason, expected] of codes) {
    it(`${reason} is recorded in its codes`, async () => {
      const options = withPolicy({ breakGlassReasons: everyReason });
      const { setting, id, answer } = await decided(because(reason), options);
      expect(answer.status).toBe(200);
      const [opened] = await inTrail(setting, 'opened');
      expect(opened && codesOf(opened)).toEqual(expected);
      expect(await inTrail(setting, 'override-started')).toHaveLength(1);
      expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    });
  }

  it('is in the words of the screen, too', async () => {
    const { setting } = await decided(because('risk-in-asking'));
    const [opened] = await inTrail(setting, 'opened');
    expect(opened?.purposeOfEvent[1]?.text).toBe('Asking could put someone at serious risk');
  });

  for (const reason of everyReason.slice(5, 8)) {
    it(`${reason} is refused unless its host’s policy allows it`, async () => {
      const { answer } = await decided(because(reason));
      expect(await refusalOf(answer)).toMatchObject({ status: 403, reason: 'reason' });
    });
  }

  it('of the law’s own is no break glass, and a break glass is none of the law’s', async () => {
    const options = withPolicy({ breakGlassReasons: everyReason });
    const mixed: readonly DecisionWords[] = [
      { breakGlass: true, items: breakGlassFor('required-by-statute') },
      { breakGlass: true, duty: 'required-by-statute', items: breakGlassFor('unconscious') },
      { duty: 'required-by-statute' },
    ];
    for (const words of mixed) expect((await decided(words, options)).answer.status).toBe(400);
  });
});

describe('after a death', () => {
  it('certifying it is the only thing accepted, where policy and notice are formal', async () => {
    const { setting, id, answer } = await decided(because('certifying-death'), dead);
    expect(answer.status).toBe(200);
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    const [opened] = await inTrail(setting, 'opened');
    expect(opened && codesOf(opened)).toEqual([btg, ours('certifying-death')]);
    for (const words of [{}, because('unconscious'), because('required-by-statute')]) {
      const refused = await refusalOf((await decided(words, dead)).answer);
      expect(refused).toMatchObject({ status: 403, reason: 'deceased' });
    }
  });

  it('is shut to certifying by default, and nobody alive is certified', async () => {
    const allowed = { breakGlassReasons: everyReason };
    const shut = { ...dead, ...withPolicy(allowed) };
    const words = because('certifying-death');
    expect(await refusalOf((await decided(words, shut)).answer)).toMatchObject({
      status: 403,
      reason: 'deceased',
    });
    const alive = withPolicy({ ...allowed, deceased: 'certify' });
    expect(await refusalOf((await decided(words, alive)).answer)).toMatchObject({
      status: 403,
      reason: 'not-deceased',
    });
  });

  it('notified informally opens when the patient is alive, not to certifying', async () => {
    const informal = {
      ...withPolicy({ deceased: 'certify', breakGlassReasons: everyReason }),
      ...withAda({
        deceasedDateTime: '2026-11-19',
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
            valueCodeableConcept: { coding: [{ code: '1' }] },
          },
        ],
      }),
    };
    expect((await decided(because('certifying-death'), informal)).answer.status).toBe(403);
    expect((await decided({}, informal)).answer.status).toBe(403);
    const alive = item('patient-is-alive', { valueBoolean: true });
    const items = [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('patient-agreed')),
      alive,
    ];
    expect((await decided({ items }, informal)).answer.status).toBe(200);
  });
});

describe('a protected record', () => {
  const open = withPolicy({ restricted: 'open-without-location' });
  const rows: readonly (readonly [string, object, number])[] = [
    ['R is shut by default', labelled('R'), 403],
    ['R opens where the policy says so', { ...labelled('R'), ...open }, 200],
    ['V stays shut whatever the policy', { ...labelled('V'), ...open }, 403],
    ['V beside R stays shut whatever the policy', { ...labelled('R', 'V'), ...open }, 403],
  ];
  for (const [name, options, status] of rows) {
    it(name, async () => {
      for (const words of [{}, because('unconscious')]) {
        expect((await decided(words, options)).answer.status).toBe(status);
      }
    });
  }
});

describe('who may decide', () => {
  const proxy = (kind: string) => ({
    items: [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('proxy-agreed')),
      item('proxy', coded(kind)),
    ],
  });
  const rows: readonly (readonly [string, string, string, number])[] = [
    ['the patient, presumed able, at sixteen', 'patient', '2010-11-22', 200],
    ['not the patient as an adult would, a day before', 'patient', '2010-11-23', 403],
    ['an attorney at eighteen', 'attorney', '2008-11-22', 200],
    ['no attorney a day before', 'attorney', '2008-11-23', 403],
    ['a deputy at sixteen', 'deputy', '2010-11-22', 200],
    ['no deputy a day before', 'deputy', '2010-11-23', 403],
    ['a parent a day before eighteen', 'parental-responsibility', '2008-11-23', 200],
    ['no parent at eighteen', 'parental-responsibility', '2008-11-22', 403],
    ['never next of kin', 'next-of-kin', '1945-07-14', 400],
    ['no attorney where the age is not certain', 'attorney', '2008', 403],
    ['no parent where the age is not certain', 'parental-responsibility', '2008', 403],
  ];
  for (const [name, who, birthDate, status] of rows) {
    it(name, async () => {
      const ada = { id: 'host-ada', nhsNumber: numbers.ada, family: 'Example', given: 'Ada' };
      const demographics = patient({ ...ada, birthDate });
      const setting = await createSetting({
        scenarios: [scenario({ key: 'ada', demographics }, allRecords('ada'))],
      });
      const id = await tracedId(setting, 'gp-ada', numbers.ada);
      const relatedPerson = {
        resourceType: 'RelatedPerson',
        id: 'proxy',
        patient: { reference: `Patient/${id}` },
        relationship: [{ coding: [{ system: ocs.accessReason, code: who }] }],
      };
      const answer = await (who === 'patient'
        ? record(setting, 'gp-ada', id)
        : record(setting, 'gp-ada', id, proxy(who), (consent) => ({
            ...consent,
            performer: [{ reference: '#proxy' }],
            contained: [...consent.contained, relatedPerson],
          })));
      expect(answer.status).toBe(status);
    });
  }
});

describe('a refusal', () => {
  it('says why in a code that a log can put into words', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await summaryOf(setting, 'gp-ada', id);
    const [refused] = await inTrail(setting, 'refused');
    expect(refused && codesOf(refused)).toEqual([ours('no-current-consent')]);
  });
});
