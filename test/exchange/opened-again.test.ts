/** A release under a permission of an earlier launch is an opening of its own (domain.md 8). */
import { describe, expect, it } from 'vitest';
import { end, item, permissionItems, record, recordedConsent } from './decisions.ts';
import { codesOf, found, inTrail } from './events.ts';
import { numbers } from './fixtures.ts';
import { ndjson } from './lines.ts';
import { createSetting, refusalOf, summaryOf, tracedId } from './setting.ts';

/** A permission given in the morning's launch; a later one of the same encounter. */
async function morning() {
  const setting = await createSetting();
  setting.launch('morning', 'gp-ada', { encounter: 'visit-1' });
  setting.launch('later', 'gp-ada', { encounter: 'visit-1' });
  const id = await tracedId(setting, 'morning', numbers.ada);
  const consent = await recordedConsent(record(setting, 'morning', id));
  const rows = async () => (await found(setting, 'later', `?patient=${id}`)).events;
  return { setting, id, consent, rows };
}

const calls: Readonly<Record<string, (id: string) => readonly [string, RequestInit]>> = {
  'a document at once': (id) => [`/Patient/${id}/$summary`, {}],
  'a stream': (id) => [`/Patient/${id}/$summary`, ndjson],
  'a letter': () => ['/Binary/zzh-b1', {}],
};

describe('what leaves under a permission of an earlier launch', () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`is an opening of this launch before it leaves, once, as ${name}`, async () => {
      const { setting, id, consent, rows } = await morning();
      const before = (await setting.events()).length;
      const answer = await setting.call('later', ...call(id));
      expect(answer.status).toBe(200);
      const kinds = (await setting.events()).slice(before).map(({ type }) => type);
      expect(kinds[0]).toBe('opened-again');
      await answer.text();
      await (await setting.call('later', ...call(id))).text();
      const [event, another] = await inTrail(setting, 'opened-again');
      expect(another).toBeUndefined();
      expect(event?.subtype.map(({ code }) => code)).toEqual(['AuthZ-Consent', 'reopened']);
      expect(event?.entity[1]?.what?.reference).toBe(`Consent/${consent.id}`);
      const [row, first, more] = await rows();
      expect(more).toBeUndefined();
      expect([row?.outcome, first?.outcome]).toEqual(['0', '0']);
      expect(JSON.stringify(row)).toContain('"reopened"');
      expect(codesOf(row ?? expect.fail()).join()).toContain('patient-agreed');
    });
  }

  it('leaves not at all where the token names no encounter', async () => {
    const setting = await createSetting();
    setting.launch('again', 'gp-ada');
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await recordedConsent(record(setting, 'gp-ada', id));
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    for (const path of [`/Patient/${id}/$summary`, '/Binary/zzh-b1']) {
      const refused = await refusalOf(await setting.call('again', path));
      expect(refused).toMatchObject({ status: 403, reason: 'no-current-consent' });
    }
    expect(await inTrail(setting, 'opened-again')).toHaveLength(0);
  });

  it('is no second opening where this launch has a record of its own', async () => {
    const { setting, id, consent, rows } = await morning();
    const items = [...permissionItems, item('stands-on', { valueString: consent.id })];
    const own = await recordedConsent(record(setting, 'later', id, { items }));
    // The morning's launch records once more: the newest is not this launch's.
    setting.pass(1000);
    await recordedConsent(record(setting, 'morning', id));
    await (await summaryOf(setting, 'later', id)).text();
    expect(await inTrail(setting, 'opened-again')).toHaveLength(0);
    const [release] = await inTrail(setting, 'release');
    expect(release?.entity[1]?.what?.reference).toBe(`Consent/${own.id}`);
    expect(await rows()).toHaveLength(2);
  });

  it('is one row with a refusal of the same launch', async () => {
    const { setting, id, consent, rows } = await morning();
    const forged = { user: 'nurse-two' };
    expect((await record(setting, 'later', id, forged)).status).toBe(403);
    await (await summaryOf(setting, 'later', id)).text();
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['0', '0']);
    await end(setting, 'later', consent);
    expect((await summaryOf(setting, 'later', id)).status).toBe(403);
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['0', '0']);
  });
});
