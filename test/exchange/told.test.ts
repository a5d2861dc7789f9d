import { describe, expect, it } from 'vitest';
import { codeSystem, ocs } from '../../src/fhir/systems.ts';
import { breakGlassFor, breakGlassItems, end, item, record, recordedConsent } from './decisions.ts';
import { found, inTrail } from './events.ts';
import { numbers } from './fixtures.ts';
import { dead } from './policies.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';

const hour = 3_600_000;
const openItems = `?subtype=${encodeURIComponent(`${codeSystem.dcm}|110127`)}`;

const said = (code: string, consent: string) => ({
  resourceType: 'AuditEvent',
  outcome: '0',
  subtype: [{ system: ocs.accessEvent, code }],
  entity: [{ what: { reference: `Consent/${consent}` } }],
});

/** A break glass of the doctor's about Ada that has run out, and a later launch of hers and Ben's. */
async function afterBreakGlass() {
  const setting = await createSetting();
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  const consent = await recordedConsent(record(setting, 'gp-ada', id, { breakGlass: true }));
  const exp = 2e9;
  setting.launch('ada-later', 'gp-ada', { exp });
  setting.launch('ben-later', 'gp-ben', { exp });
  setting.launch('nurse-later', 'nurse-ada', { exp });
  const listed = async (token: string) => (await found(setting, token, openItems)).events;
  return { setting, id, consent, listed };
}

describe('an open item', () => {
  it('asks at the next launch, even where the window was just closed; not at its own', async () => {
    const { listed } = await afterBreakGlass();
    expect(await listed('gp-ada')).toHaveLength(0);
    expect(await listed('ben-later')).toHaveLength(1);
  });

  it('asks once the break glass has ended, by its time or by its end', async () => {
    const { setting, consent, listed } = await afterBreakGlass();
    setting.pass(hour);
    const [open] = await listed('ben-later');
    expect(open?.entity.map(({ what }) => what?.reference)).toEqual([`Consent/${consent.id}`]);
    const ended = await afterBreakGlass();
    await end(ended.setting, 'gp-ada', ended.consent);
    expect(await ended.listed('ben-later')).toHaveLength(1);
  });

  it('is shown without the other patient, and with the one that is there', async () => {
    const { setting, id } = await afterBreakGlass();
    setting.pass(hour);
    const other = await found(setting, 'ben-later', openItems);
    expect(other.text).not.toMatch(/Patient\/|9990000018|collapsed/);
    const same = await found(setting, 'ada-later', openItems);
    expect(same.text).toContain(`Patient/${id}`);
    expect(same.text).not.toContain('collapsed');
  });

  it('is its author’s: nobody else sees it', async () => {
    const { setting, listed } = await afterBreakGlass();
    setting.pass(hour);
    expect(await listed('nurse-later')).toHaveLength(0);
  });

  it('is closed by told and by unsafe, and stays with not yet', async () => {
    for (const [code, left] of [
      ['not-yet-told', 1],
      ['told', 0],
      ['unsafe-to-tell', 0],
    ] as const) {
      const { setting, consent, listed } = await afterBreakGlass();
      setting.pass(hour);
      const answer = await setting.post('ben-later', said(code, consent.id));
      expect(answer.status).toBe(201);
      expect(await answer.text()).not.toContain('Patient/');
      expect(await listed('ben-later')).toHaveLength(left);
      const [event] = await inTrail(setting, code);
      const [opened] = (await setting.events()).filter(({ type }) => type === 'opened');
      const [row] = (await setting.events()).filter(({ type }) => type === code);
      expect(row?.patient).toBe(opened?.patient);
      expect(event?.entity[1]?.what?.reference).toBe(`Consent/${consent.id}`);
    }
  });

  it('is not closed in the launch that opened, while it may still be open', async () => {
    const { setting, consent, listed } = await afterBreakGlass();
    for (const code of ['told', 'unsafe-to-tell']) {
      const refused = await refusalOf(await setting.post('gp-ada', said(code, consent.id)));
      expect(refused).toMatchObject({ status: 409, reason: 'not-over' });
    }
    setting.pass(hour);
    expect(await listed('ada-later')).toHaveLength(1);
  });

  it('only its author may close it, and only a break glass is one', async () => {
    const { setting, consent, id, listed } = await afterBreakGlass();
    const permission = await recordedConsent(record(setting, 'gp-ada', id));
    setting.pass(hour);
    const tries = [
      ['nurse-later', consent.id],
      ['ben-later', permission.id],
      ['ben-later', crypto.randomUUID()],
    ] as const;
    for (const [token, about] of tries) {
      const refused = await refusalOf(await setting.post(token, said('told', about)));
      expect(refused).toMatchObject({ status: 403, reason: 'other-consent' });
    }
    expect((await setting.post('ben-later', said('told', '../x'))).status).toBe(400);
    expect(await listed('ben-later')).toHaveLength(1);
  });

  it('is one for a launch, however often its page was loaded', async () => {
    const { setting, id, consent, listed } = await afterBreakGlass();
    const again = [...breakGlassItems, item('reopens', { valueString: consent.id })];
    const reopened = await recordedConsent(
      record(setting, 'gp-ada', id, { breakGlass: true, items: again }),
    );
    setting.pass(hour);
    const open = await listed('ben-later');
    expect(open).toHaveLength(1);
    expect(JSON.stringify(open)).not.toContain(reopened.id);
    await setting.post('ben-later', said('told', reopened.id));
    expect(await listed('ben-later')).toHaveLength(0);
  });

  it('is no row of the patient’s access log, and comes with nothing else', async () => {
    const { setting, consent, id } = await afterBreakGlass();
    setting.pass(hour);
    expect((await setting.post('ada-later', said('told', consent.id))).status).toBe(201);
    await record(setting, 'ada-later', id);
    expect((await found(setting, 'ada-later', `?patient=${id}`)).events).toHaveLength(2);
    const other = `?subtype=${encodeURIComponent(`${codeSystem.dcm}|110113`)}`;
    for (const query of [other, `${openItems}&patient=${id}`]) {
      expect((await setting.call('ada-later', `/AuditEvent${query}`)).status).toBe(400);
    }
  });

  it('told twice by one request is told once', async () => {
    const { setting, consent } = await afterBreakGlass();
    setting.pass(hour);
    const request = { 'x-request-id': 'e3a1c0de-9a55-4b05-8d1f-0e5f3f1f7b10' };
    await setting.post('ben-later', said('told', consent.id), request);
    await setting.post('ben-later', said('told', consent.id), request);
    expect(await inTrail(setting, 'told')).toHaveLength(1);
  });

  it('does not ask whether the dead were told', async () => {
    const setting = await createSetting(dead);
    setting.launch('gp-later', 'gp-ben', { exp: 2e9 });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    const words = { breakGlass: true, items: breakGlassFor('certifying-death') };
    await recordedConsent(record(setting, 'gp-ada', id, words));
    setting.pass(hour);
    expect((await found(setting, 'gp-later', openItems)).events).toHaveLength(0);
  });
});
