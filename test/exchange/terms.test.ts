import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { item, permissionItems, record } from './decisions.ts';
import { found, inTrail } from './events.ts';
import { numbers } from './fixtures.ts';
import { createSetting, refusalOf, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const url = 'https://ocs.example.org/terms';
const inForce = `${url}|2026-11`;
const day = 24 * 3_600_000;
const earlier = {
  hostKey: 'gp',
  sub: 'sub-gp-one',
  name: 'Sam Patel',
  version: '2025-04',
  recorded: '2025-04-02T09:00:00Z',
};
const options = {
  terms: { url, version: '2026-11', putOffDays: 14 },
  earlierAcceptances: [earlier],
};

const said = (code: string, policy = inForce) => ({
  resourceType: 'AuditEvent',
  outcome: '0',
  subtype: [{ system: 'https://ocs.example.org/CodeSystem/access-event', code }],
  recorded: '2001-01-01T00:00:00Z',
  agent: [{ name: 'Somebody Else', requestor: true, policy: [policy] }],
});

async function withTerms(more = {}): Promise<{ setting: Setting; id: string }> {
  const setting = await createSetting({ ...options, ...more });
  for (const token of ['gp-ada', 'nurse-ada']) setting.launch(token, token, { exp: 2e9 });
  return { setting, id: await tracedId(setting, 'gp-ada', numbers.ada) };
}

const terms = { status: 403, reason: 'terms' };

describe('the terms of use', () => {
  it('nobody opens before the terms are accepted', async () => {
    const { setting } = await withTerms();
    const id = await tracedId(setting, 'nurse-ada', numbers.ada);
    for (const breakGlass of [false, true]) {
      const words = { user: 'nurse-two', breakGlass };
      expect(await refusalOf(await record(setting, 'nurse-ada', id, words))).toMatchObject(terms);
    }
    expect((await setting.post('nurse-ada', said('terms-accepted'))).status).toBe(201);
    expect((await record(setting, 'nurse-ada', id, { user: 'nurse-two' })).status).toBe(200);
  });

  it('are accepted by the token’s user at the exchange’s time, naming no patient', async () => {
    const { setting } = await withTerms();
    const answer = await setting.post('nurse-ada', said('terms-accepted'));
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      recorded: '2026-11-22T10:00:00.000Z',
      agent: [{ name: 'Ben Carver', policy: [inForce] }, {}, {}],
    });
    expect(text).not.toMatch(/Patient|9990000018/);
    const [row] = (await setting.events())
      .filter(({ type }) => type === 'terms-accepted')
      .slice(-1);
    expect(row).toMatchObject({ user: 'Ben Carver', patient: '' });
    expect(row?.detail).toContain(inForce);
  });

  it('are asked for once, not at each host window: the exchange remembers, for their user', async () => {
    const { setting } = await withTerms();
    await setting.post('nurse-ada', said('terms-accepted'));
    setting.launch('nurse-later', 'nurse-ada');
    const all = `?policy=${encodeURIComponent(url)}`;
    const one = `?policy=${encodeURIComponent(inForce)}`;
    const nurse = await found(setting, 'nurse-later', one);
    expect(nurse.events.map(({ agent }) => agent[0]?.policy)).toEqual([[inForce]]);
    expect(nurse.text).not.toContain('Patient/');
    expect((await found(setting, 'gp-ada', one)).events).toHaveLength(0);
    const doctor = await found(setting, 'gp-ada', all);
    expect(doctor.events.map(({ agent }) => agent[0]?.policy)).toEqual([[`${url}|2025-04`]]);
    expect((await found(setting, 'gp-ada', `${all}&date=ge2026-01-01`)).events).toHaveLength(0);
  });

  it('can be put off 14 days once an earlier version was accepted', async () => {
    const { setting, id } = await withTerms();
    expect(await refusalOf(await record(setting, 'gp-ada', id))).toMatchObject(terms);
    expect((await setting.post('gp-ada', said('terms-put-off'))).status).toBe(201);
    expect((await record(setting, 'gp-ada', id)).status).toBe(200);
    setting.pass(14 * day - 1);
    expect((await setting.post('gp-ada', said('terms-put-off'))).status).toBe(201);
    expect((await record(setting, 'gp-ada', id)).status).toBe(200);
    setting.pass(1);
    expect(await refusalOf(await record(setting, 'gp-ada', id))).toMatchObject(terms);
    const late = await setting.post('gp-ada', said('terms-put-off'));
    expect(await refusalOf(late)).toMatchObject(terms);
    await setting.post('gp-ada', said('terms-accepted'));
    expect((await record(setting, 'gp-ada', id)).status).toBe(200);
  });

  it('the first may not be put off', async () => {
    const { setting } = await withTerms();
    const answer = await setting.post('nurse-ada', said('terms-put-off'));
    expect(await refusalOf(answer)).toMatchObject(terms);
    expect(await inTrail(setting, 'terms-put-off')).toHaveLength(0);
  });

  it('are the version in force, and a clinician’s to accept', async () => {
    const { setting } = await withTerms();
    const old = await setting.post('nurse-ada', said('terms-accepted', `${url}|2025-04`));
    expect(await refusalOf(old)).toMatchObject({ status: 400, reason: 'terms' });
    const clerk = await setting.post('clerk-ada', said('terms-accepted'));
    expect(await refusalOf(clerk)).toMatchObject({ status: 403, reason: 'wrong-role' });
    const failed = { ...said('terms-accepted'), outcome: '8' };
    expect((await setting.post('nurse-ada', failed)).status).toBe(400);
  });

  it('named in a decision are a version that its user did accept', async () => {
    const { setting, id } = await withTerms();
    const naming = (version: string) => ({
      items: [...permissionItems, item('terms', { valueString: `${url}|${version}` })],
    });
    await setting.post('gp-ada', said('terms-put-off'));
    expect((await record(setting, 'gp-ada', id, naming('2025-04'))).status).toBe(200);
    const untrue = await record(setting, 'gp-ada', id, naming('2026-11'));
    expect(await refusalOf(untrue)).toMatchObject(terms);
  });

  it('accepted twice by one request are accepted once', async () => {
    const { setting } = await withTerms();
    const id = { 'x-request-id': 'c2a2f5c0-9a55-4b05-8d1f-0e5f3f1f7b10' };
    await setting.post('nurse-ada', said('terms-accepted'), id);
    await setting.post('nurse-ada', said('terms-accepted'), id);
    expect(await inTrail(setting, 'terms-accepted')).toHaveLength(2);
  });

  it('accepted before this trail are added to it once, and of a known host', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ocs-terms-'));
    const databaseFile = join(folder, 'exchange.db');
    for (let start = 0; start < 2; start += 1) {
      const { setting } = await withTerms({ databaseFile });
      expect(await inTrail(setting, 'terms-accepted')).toHaveLength(1);
      setting.exchange.close();
    }
    const nowhere = [{ ...earlier, hostKey: 'nowhere' }];
    await expect(withTerms({ databaseFile, earlierAcceptances: nowhere })).rejects.toThrow(
      /No host has the key/,
    );
    rmSync(folder, { recursive: true });
  });
});
