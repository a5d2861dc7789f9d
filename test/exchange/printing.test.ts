/** A printing is on record before it happens, by who may see what is printed. */
import { describe, expect, it } from 'vitest';
import { ocs } from '../../src/fhir/systems.ts';
import { end, record, recordedConsent } from './decisions.ts';
import { found, inTrail } from './events.ts';
import { ada, allRecords, numbers, record as held, scenario } from './fixtures.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const printing = (patient: string, consent: string) => ({
  resourceType: 'AuditEvent',
  outcome: '0',
  subtype: [{ system: ocs.accessEvent, code: 'printed' }],
  entity: [
    { what: { reference: `Patient/${patient}` } },
    { what: { reference: `Consent/${consent}` } },
  ],
});
const as = (id: string) => ({ 'x-request-id': id });
const once = as('print-1');

async function opened(more: { breakGlass?: boolean; setting?: Setting } = {}) {
  const setting = more.setting ?? (await createSetting());
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  const words = { breakGlass: more.breakGlass ?? false };
  const consent = await recordedConsent(record(setting, 'gp-ada', id, words));
  return { setting, id, consent, event: printing(id, consent.id) };
}

describe('a printing', () => {
  it('is recorded, by the token’s user at the exchange’s time, and then answered', async () => {
    const { setting, id, consent, event } = await opened();
    const answer = await setting.post('gp-ada', { ...event, recorded: '1999-01-01' }, once);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ recorded: '2026-11-22T10:00:00.000Z' });
    const [stored] = await inTrail(setting, 'printed');
    expect(stored?.agent[0]?.name).toMatch(/Patel/);
    expect(stored?.entity.map(({ what }) => what?.reference)).toEqual([
      `Patient/${id}`,
      `Consent/${consent.id}`,
    ]);
  });

  it('is one however often it is sent, and answered alike', async () => {
    const { setting, event } = await opened();
    const first = await setting.post('gp-ada', event, once);
    setting.pass(1000);
    const again = await setting.post('gp-ada', event, once);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect((await setting.post('gp-ada', event, as('print-2'))).status).toBe(201);
    expect(await inTrail(setting, 'printed')).toHaveLength(2);
  });

  it('is in the one row of its launch, for whoever reads the log', async () => {
    const { setting, id, event } = await opened();
    const rows = async () => (await found(setting, 'gp-ada', `?patient=${id}`)).events;
    expect(JSON.stringify(await rows())).not.toContain('"printed"');
    await setting.post('gp-ada', event, once);
    const [row, more] = await rows();
    expect(more).toBeUndefined();
    expect(row?.subtype.map(({ code }) => code)).toEqual(['AuthZ-Consent', 'printed']);
  });

  it('of a break glass is in the review feed’s row', async () => {
    const { setting, event } = await opened({ breakGlass: true });
    await setting.post('gp-ada', event, once);
    const { events } = await found(setting, 'officer-ada', '');
    expect(events[0]?.subtype.map(({ code }) => code)).toContain('printed');
  });

  it('under a permission of the morning is in the row of the later launch', async () => {
    const setting = await createSetting();
    setting.launch('gp-ada', 'gp-ada', { encounter: 'visit-1' });
    const { id, event } = await opened({ setting });
    setting.launch('later', 'gp-ada');
    await (await setting.call('later', `/Patient/${id}/$summary`)).text();
    expect((await setting.post('later', event, once)).status).toBe(201);
    const { events } = await found(setting, 'later', `?patient=${id}`);
    const printed = events.map(({ subtype }) => subtype.some(({ code }) => code === 'printed'));
    expect(printed).toEqual([true, false]);
  });
});

describe('a printing is refused, and on record as refused,', () => {
  const refusal = async (setting: Setting, event: unknown, token = 'gp-ada') => {
    const answer = await refusalOf(await setting.post(token, event, once));
    expect(await inTrail(setting, 'printed')).toHaveLength(0);
    return answer;
  };

  it('where nothing was opened', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const event = printing(id, crypto.randomUUID());
    expect(await refusal(setting, event)).toMatchObject({ reason: 'no-current-consent' });
    expect(await inTrail(setting, 'refused')).toHaveLength(1);
  });

  it('under a Consent that has ended, or run out', async () => {
    const ended = await opened();
    await end(ended.setting, 'gp-ada', ended.consent);
    expect(await refusal(ended.setting, ended.event)).toMatchObject({ status: 403 });
    const old = await opened({ breakGlass: true });
    old.setting.pass(3_600_000);
    expect((await old.setting.post('gp-ada', old.event, once)).ok).toBe(false);
    expect(await inTrail(old.setting, 'printed')).toHaveLength(0);
  });

  it('under somebody else’s Consent, or another patient’s', async () => {
    const { setting, id, event } = await opened();
    const nurse = await tracedId(setting, 'nurse-ada', numbers.ada);
    const hers = await recordedConsent(record(setting, 'nurse-ada', nurse, { user: 'nurse-two' }));
    expect(await refusal(setting, printing(id, hers.id))).toMatchObject({
      ...{ status: 403, reason: 'other-consent' },
    });
    expect(await refusal(setting, event, 'nurse-ada')).toMatchObject({ reason: 'other-patient' });
    expect(await refusal(setting, event, 'gp-ben')).toMatchObject({ reason: 'other-patient' });
  });

  it('by a break glass of another launch', async () => {
    const { setting, event } = await opened({ breakGlass: true });
    setting.launch('later', 'gp-ada', { exp: 2e9 });
    expect(await refusal(setting, event, 'later')).toMatchObject({ status: 403 });
  });

  it('after the patient has chosen not to share', async () => {
    const dissented = { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' as const }) };
    const variants = [{ key: 'dissent', label: 'dissent', records: dissented }];
    const setting = await createSetting({
      scenarios: [scenario({ key: 'ada', demographics: ada }, allRecords('ada'), { variants })],
    });
    const { event } = await opened({ setting });
    await setting.sandbox('variant', { scenario: 'ada', variant: 'dissent' });
    expect(await refusal(setting, event)).toMatchObject({ status: 403, reason: 'dissent' });
  });

  it('without a request id, or without its Consent named', async () => {
    const { setting, event, id } = await opened();
    expect((await setting.post('gp-ada', event)).status).toBe(400);
    const bare = { ...event, entity: [{ what: { reference: `Patient/${id}` } }] };
    expect((await setting.post('gp-ada', bare, once)).status).toBe(400);
    expect(await inTrail(setting, 'printed')).toHaveLength(0);
  });

  it('where its request id is another printing’s', async () => {
    const { setting, id, event } = await opened();
    await setting.post('gp-ada', event, once);
    const second = await recordedConsent(record(setting, 'gp-ada', id));
    const other = await setting.post('gp-ada', printing(id, second.id), once);
    expect(other.status).toBe(409);
    expect(await inTrail(setting, 'printed')).toHaveLength(1);
  });
});
