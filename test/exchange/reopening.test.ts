import { describe, expect, it } from 'vitest';
import { ocs } from '../../src/fhir/systems.ts';
import {
  breakGlassItems,
  coded,
  end,
  item,
  permissionItems,
  record,
  recordedConsent,
} from './decisions.ts';
import { found, inTrail } from './events.ts';
import { numbers } from './fixtures.ts';
import { createSetting, refusalOf, summaryOf, tracedId } from './setting.ts';

const hour = 3_600_000;
const reopens = (id: string) => item('reopens', { valueString: id });
const standsOn = (id: string) => item('stands-on', { valueString: id });

/** Two launches of one encounter, one of another, one of none; all by the same user. */
async function launches() {
  const setting = await createSetting();
  const inTwoHours = setting.time.now.getTime() / 1000 + 7200;
  setting.launch('morning', 'gp-ada', { encounter: 'visit-1' });
  setting.launch('later', 'gp-ada', { encounter: 'visit-1', exp: inTwoHours });
  setting.launch('elsewhere', 'gp-ada', { encounter: 'visit-2' });
  const id = await tracedId(setting, 'morning', numbers.ada);
  const permit = (token: string, ...more: ReturnType<typeof item>[]) =>
    record(setting, token, id, { items: [...permissionItems, ...more] });
  const override = (token: string, ...more: ReturnType<typeof item>[]) =>
    record(setting, token, id, { breakGlass: true, items: [...breakGlassItems, ...more] });
  return { setting, id, permit, override };
}

describe('the encounter of a Consent', () => {
  it('is the token’s, and a permission of one encounter opens nothing in another', async () => {
    const { setting, id, permit } = await launches();
    const consent = await recordedConsent(permit('morning'));
    expect(consent['extension']).toEqual([
      { url: ocs.encounter, valueReference: { reference: 'Encounter/visit-1' } },
    ]);
    expect((await summaryOf(setting, 'later', id)).status).toBe(200);
    for (const token of ['elsewhere', 'gp-ada']) {
      const refused = await refusalOf(await summaryOf(setting, token, id));
      expect(refused).toMatchObject({ status: 403, reason: 'no-current-consent' });
      const listed = await setting.call(token, `/Consent?patient=${id}&status=active`);
      expect(await listed.json()).toMatchObject({ total: 0 });
    }
  });

  it('is none where the token has none, and then opens nothing in an encounter', async () => {
    const { setting, id, permit } = await launches();
    const consent = await recordedConsent(permit('gp-ada'));
    expect(consent['extension']).toBeUndefined();
    expect((await summaryOf(setting, 'gp-ada', id)).status).toBe(200);
    expect((await summaryOf(setting, 'morning', id)).status).toBe(403);
  });

  it('that is no FHIR id ends the call', async () => {
    const { setting, id } = await launches();
    setting.launch('odd', 'gp-ada', { encounter: '../Patient/1' });
    expect(await refusalOf(await summaryOf(setting, 'odd', id))).toMatchObject({
      status: 403,
      reason: 'token-context',
    });
  });
});

describe('a break glass', () => {
  it('lasts for its launch: a later one of the same encounter opens nothing by it', async () => {
    const { setting, id, override } = await launches();
    await override('morning');
    expect((await summaryOf(setting, 'morning', id)).status).toBe(200);
    expect((await summaryOf(setting, 'later', id)).status).toBe(403);
  });

  it('cannot be stood on', async () => {
    const { override } = await launches();
    const { id } = await recordedConsent(override('morning'));
    const refused = await refusalOf(await override('later', standsOn(id)));
    expect(refused).toMatchObject({ status: 403, reason: 'reopens' });
  });

  it('reopened by a reload never outlives the first, and ends with it', async () => {
    const { setting, id, override } = await launches();
    const first = await recordedConsent(override('morning'));
    setting.launch('morning', 'later');
    setting.pass(hour / 2);
    const again = await recordedConsent(override('morning', reopens(first.id)));
    const third = await recordedConsent(override('morning', reopens(again.id)));
    expect(again.provision.period.end).toBe(first.provision.period.end);
    expect(third.provision.period.end).toBe(first.provision.period.end);
    expect((await summaryOf(setting, 'morning', id)).status).toBe(200);
    expect((await end(setting, 'morning', third)).status).toBe(200);
    expect((await summaryOf(setting, 'morning', id)).status).toBe(403);
    expect(await inTrail(setting, 'ended')).toHaveLength(3);
    expect(await inTrail(setting, 'override-started')).toHaveLength(1);
    expect(await inTrail(setting, 'override-stopped')).toHaveLength(1);
  });

  it('is not reopened once it has run out', async () => {
    const { setting, override } = await launches();
    const first = await recordedConsent(override('morning'));
    setting.launch('morning', 'later');
    setting.pass(hour);
    expect(await refusalOf(await override('morning', reopens(first.id)))).toMatchObject({
      status: 403,
      reason: 'reopens',
    });
  });

  it('is reopened in its own launch only: another token’s is another launch', async () => {
    const { setting, id, override } = await launches();
    const first = await recordedConsent(override('morning'));
    const refused = await refusalOf(await override('later', reopens(first.id)));
    expect(refused).toMatchObject({ status: 403, reason: 'reopens' });
    expect((await summaryOf(setting, 'later', id)).status).toBe(403);
  });

  it('needs its justification again, word for word or not', async () => {
    const { setting, id, override } = await launches();
    const first = await recordedConsent(override('morning'));
    const silent = { breakGlass: true, items: [...breakGlassItems.slice(0, 3), reopens(first.id)] };
    expect((await record(setting, 'morning', id, silent)).status).toBe(400);
  });
});

describe('a permission', () => {
  it('is reopened in its own launch only: in a later one it is stood on', async () => {
    const { permit } = await launches();
    const { id } = await recordedConsent(permit('morning'));
    expect((await permit('morning', reopens(id))).status).toBe(200);
    const refused = await refusalOf(await permit('later', reopens(id)));
    expect(refused).toMatchObject({ status: 403, reason: 'reopens' });
  });

  it('stands for its encounter in a later launch, never longer than it was given for', async () => {
    const { setting, permit } = await launches();
    const first = await recordedConsent(permit('morning'));
    setting.pass(hour / 2);
    const standing = await recordedConsent(permit('later', standsOn(first.id)));
    const again = await recordedConsent(permit('later', standsOn(standing.id)));
    expect(standing.provision.period.end).toBe(first.provision.period.end);
    expect(again.provision.period.end).toBe(first.provision.period.end);
  });

  it('stands for no other encounter, nor where there is none', async () => {
    const { permit } = await launches();
    const visit = await recordedConsent(permit('morning'));
    const none = await recordedConsent(permit('gp-ada'));
    const tries = [
      ['elsewhere', visit.id],
      ['gp-ada', visit.id],
      ['gp-ada', none.id],
    ] as const;
    for (const [token, id] of tries) {
      const refused = await refusalOf(await permit(token, standsOn(id)));
      expect(refused).toMatchObject({ status: 403, reason: 'reopens' });
    }
  });

  it('is gone back to only by its own user, in its own answer, while it stands', async () => {
    const { setting, id, permit, override } = await launches();
    const first = await recordedConsent(permit('morning'));
    setting.launch('nurse', 'nurse-ada', { encounter: 'visit-1' });
    const nurse = await tracedId(setting, 'nurse', numbers.ada);
    const theirs = { user: 'nurse-two', items: [...permissionItems, reopens(first.id)] };
    const other = [
      item('attestation', { valueBoolean: true }),
      item('answer', coded('agreed-earlier')),
      item('asked-by', { valueString: 'Sister Okafor' }),
      item('asked-at', { valueString: '09:10' }),
    ];
    const tries = [
      () => record(setting, 'nurse', nurse, theirs),
      () => record(setting, 'morning', id, { items: [...other, reopens(first.id)] }),
      () => override('morning', reopens(first.id)),
      () => permit('morning', reopens(crypto.randomUUID())),
    ];
    for (const attempt of tries) {
      expect(await refusalOf(await attempt())).toMatchObject({ status: 403, reason: 'reopens' });
    }
    expect((await permit('morning', reopens(first.id), standsOn(first.id))).status).toBe(400);
    expect((await permit('morning', reopens(' '))).status).toBe(400);
    await end(setting, 'morning', first);
    expect((await permit('morning', reopens(first.id))).status).toBe(403);
  });
});

describe('the log of openings', () => {
  it('has one row for a second opening by reload, and the trail two openings', async () => {
    const { setting, id, permit } = await launches();
    const first = await recordedConsent(permit('morning'));
    await permit('morning', reopens(first.id));
    const { events } = await found(setting, 'morning', `?patient=${id}`);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0])).toContain('"reopened"');
    const opened = await inTrail(setting, 'opened');
    const own = opened.map(({ subtype }) =>
      subtype.filter(({ system }) => system === ocs.accessEvent).map(({ code }) => code),
    );
    expect(own).toEqual([[], ['reopened']]);
  });

  it('has a row of its own for a launch under a standing permission', async () => {
    const { setting, id, permit } = await launches();
    const first = await recordedConsent(permit('morning'));
    await permit('later', standsOn(first.id));
    expect((await found(setting, 'later', `?patient=${id}`)).events).toHaveLength(2);
  });
});
