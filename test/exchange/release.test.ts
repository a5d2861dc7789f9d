import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Patient } from 'fhir/r4';
import { codeSystem } from '../../src/fhir/systems.ts';
import type { Variant } from '../../mocks/scenarios/types.ts';
import { coded, item, record } from './decisions.ts';
import { ada, allRecords, numbers, record as sourceRecord, scenario, staff } from './fixtures.ts';
import { createSetting, refusalOf, summaryOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const ndjson = { accept: 'application/fhir+ndjson' };
const breakGlassHeader = {
  category:
    'http://terminology.hl7.org/CodeSystem/v3-ActReason#BTG; scheme="http://hl7.org/fhir/tag/security"; label="break the glass"',
};

/** Refused in both formats, with no clinical word in either answer and no release in the trail. */
async function expectShut(
  setting: Setting,
  token: string,
  id: string,
  reason: string,
  status = 403,
): Promise<void> {
  for (const headers of [{}, ndjson]) {
    const response = await summaryOf(setting, token, id, { headers });
    const body = await response.clone().text();
    expect(body).not.toMatch(/asthma|heart failure|depression/);
    expect(await refusalOf(response)).toMatchObject({ status, reason });
  }
  expect((await setting.events()).some(({ type }) => type === 'release')).toBe(false);
}

/** @param together launches of one encounter */
async function recorded(more = {}, words = {}, together: readonly string[] = []) {
  const setting = await createSetting(more);
  for (const one of together) setting.launch(one, one, { encounter: 'visit-1' });
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  expect((await record(setting, 'gp-ada', id, words)).status).toBe(200);
  return { setting, id };
}

const withVariant = (variant: Omit<Variant, 'label'>) => ({
  scenarios: [
    scenario({ key: 'ada', demographics: ada }, allRecords('ada'), {
      variants: [{ label: variant.key, ...variant }],
    }),
  ],
});
const dissented = {
  'hollow-way': sourceRecord('ada-gp', 'asthma', { sharing: 'dissent' as const }),
};

describe('nothing is released', () => {
  it('without a recorded Consent', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await expectShut(setting, 'gp-ada', id, 'no-current-consent');
  });

  it("under another user's Consent", async () => {
    const { setting } = await recorded();
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    await expectShut(setting, 'nurse-ada', nurse, 'no-current-consent');
  });

  it("with another user's opaque id", async () => {
    const { setting, id } = await recorded();
    await expectShut(setting, 'nurse-ada', id, 'other-patient');
  });

  it('to another client of the same user, in the same encounter', async () => {
    const { setting, id } = await recorded({}, {}, ['gp-ada', 'gp-ada-other-app']);
    await expectShut(setting, 'gp-ada-other-app', id, 'no-current-consent');
  });

  it('about another patient than the token’s', async () => {
    const { setting, id } = await recorded();
    await expectShut(setting, 'gp-ben', id, 'other-patient');
    const ben = await tracedId(setting, 'gp-ben', numbers.ben);
    await expectShut(setting, 'gp-ben', ben, 'no-current-consent');
  });

  it('once the permission has expired', async () => {
    const { setting, id } = await recorded();
    setting.host.tokens.set('gp-ada', { ...setting.host.tokens.get('gp-ada'), exp: 2_000_000_000 });
    setting.pass(12 * 3_600_000);
    await expectShut(setting, 'gp-ada', id, 'no-current-consent');
  });

  it('once the Consent is inactive', async () => {
    const { setting, id } = await recorded();
    const found = await setting.call('gp-ada', `/Consent?patient=Patient/${id}&status=active`);
    const shape = z.object({
      entry: z.array(z.object({ resource: z.looseObject({ id: z.string() }) })),
    });
    const consent = shape.parse(await found.json()).entry[0]?.resource;
    const ended = await setting.call('gp-ada', `/Consent/${consent?.id ?? ''}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ ...consent, status: 'inactive' }),
    });
    expect(ended.status).toBe(200);
    await expectShut(setting, 'gp-ada', id, 'no-current-consent');
  });

  it('once dissent is recorded in between, break glass or not', async () => {
    const more = withVariant({ key: 'dissent', records: dissented });
    for (const breakGlass of [false, true]) {
      const { setting, id } = await recorded(more, { breakGlass });
      await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
      await expectShut(setting, 'gp-ada', id, 'dissent');
    }
  });

  it('once a dissent recorded a while after opening takes effect, and not before', async () => {
    const setting = await createSetting({
      scenarios: [
        scenario(
          { key: 'ada', demographics: ada },
          { ...allRecords('ada'), ...dissented },
          {
            variants: [
              {
                key: 'later',
                label: 'Dissent recorded while open',
                afterOpenMs: 60_000,
                recordsBefore: allRecords('ada'),
                records: dissented,
              },
            ],
          },
        ),
      ],
    });
    await setting.sandbox('variant', { scenario: 'ada', variant: 'later' });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    expect((await record(setting, 'gp-ada', id)).status).toBe(200);
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    setting.pass(60_000);
    expect(await refusalOf(await summaryOf(setting, 'gp-ada', id))).toMatchObject({
      status: 403,
      reason: 'dissent',
    });
  });

  it('when the record is dissented before the decision: no Consent can be recorded', async () => {
    const setting = await createSetting(withVariant({ key: 'dissent', records: dissented }));
    await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    for (const breakGlass of [false, true]) {
      const refused = await refusalOf(await record(setting, 'gp-ada', id, { breakGlass }));
      expect(refused).toEqual({ status: 403, reason: 'dissent', spine: 'NO_PATIENT_CONSENT' });
    }
    await expectShut(setting, 'gp-ada', id, 'dissent');
  });

  it('while the practice cannot say whether the patient shares', async () => {
    const { setting, id } = await recorded();
    await setting.sandbox('sources', { key: 'hollow-way', state: 'down' });
    await expectShut(setting, 'gp-ada', id, 'sharing-unknown', 503);
  });

  it('about a patient who became restricted, or has died', async () => {
    const security = [{ system: codeSystem.confidentiality, code: 'R' }];
    const changes: readonly (readonly [string, Patient])[] = [
      ['restricted', { ...ada, meta: { security } }],
      ['deceased', { ...ada, deceasedDateTime: '2026-11-19' }],
    ];
    for (const [reason, demographics] of changes) {
      const { setting, id } = await recorded(withVariant({ key: reason, demographics }));
      await setting.sandbox('variant', { scenario: 'ada', variant: reason });
      await expectShut(setting, 'gp-ada', id, reason);
      expect(
        await refusalOf(await record(setting, 'gp-ada', id, { breakGlass: true })),
      ).toMatchObject({ reason });
    }
  });

  it('to someone whose role is no longer clinical, thirty seconds later at most', async () => {
    const { setting, id } = await recorded();
    const [, role] = staff('gp-one', { family: 'Patel', given: 'Sam' }, 'S8000:G8001:R8006');
    if (role) setting.host.resources.set('PractitionerRole/role-gp-one', role);
    setting.pass(30_000);
    await expectShut(setting, 'gp-ada', id, 'wrong-role');
  });

  it('with a break glass header and only a permission behind it', async () => {
    const { setting, id } = await recorded();
    const response = await summaryOf(setting, 'gp-ada', id, { headers: breakGlassHeader });
    expect(await refusalOf(response)).toMatchObject({ status: 403, reason: 'no-break-glass' });
  });
});

describe('what is released', () => {
  it('is released with a break glass header over a break glass Consent', async () => {
    const { setting, id } = await recorded({}, { breakGlass: true });
    const response = await summaryOf(setting, 'gp-ada', id, { headers: breakGlassHeader });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('heart failure');
  });

  it('is released to POST as to GET', async () => {
    const { setting, id } = await recorded();
    const response = await summaryOf(setting, 'gp-ada', id, { method: 'POST' });
    expect(await response.text()).toContain('heart failure');
  });
});

describe('own record', () => {
  const me = (more: object) =>
    staff('gp-one', { family: 'Example', given: 'Ada' }, 'S8000:G8000:R8000', more);

  async function asMe(more: object) {
    const setting = await createSetting();
    for (const one of me(more))
      setting.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, one);
    return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
  }

  it('is refused at every gate where the NHS numbers are equal', async () => {
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '999 000 0018' }];
    const { setting, id } = await asMe({ identifier });
    for (const breakGlass of [false, true]) {
      const answer = await record(setting, 'gp-ada', id, { breakGlass });
      expect(await refusalOf(answer)).toMatchObject({ status: 403, reason: 'own-record' });
    }
    await expectShut(setting, 'gp-ada', id, 'own-record');
    const log = await setting.call('gp-ada', `/AuditEvent?patient=Patient/${id}`);
    expect(await refusalOf(log)).toMatchObject({ reason: 'own-record' });
  });

  it('lets a namesake on only after "This is not me"', async () => {
    const { setting, id } = await asMe({ birthDate: '1945-07-14' });
    const answers = [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('patient-agreed')),
    ];
    const silent = await record(setting, 'gp-ada', id, { items: answers });
    expect(await refusalOf(silent)).toMatchObject({ status: 403, reason: 'namesake' });
    const said = { items: [...answers, item('not-me', { valueBoolean: true })] };
    expect((await record(setting, 'gp-ada', id, said)).status).toBe(200);
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
  });
});
