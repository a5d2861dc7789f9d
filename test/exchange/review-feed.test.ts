import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scanAudit } from '../../mocks/exchange/audit-query.ts';
import type { AuditQuery } from '../../mocks/exchange/audit-query.ts';
import { ocs } from '../../src/fhir/systems.ts';
import { breakGlassFor, end, item, record, recordedConsent } from './decisions.ts';
import { codesOf, eventShape, found, inTrail } from './events.ts';
import { exchangeHost } from './fake-host.ts';
import { numbers } from './fixtures.ts';
import { everyReason, withPolicy } from './policies.ts';
import {
  base,
  bundleShape,
  createSetting,
  refusalOf,
  summaryOf,
  traceOf,
  tracedId,
} from './setting.ts';

const reported = (code: string, subtype: string) => ({
  resourceType: 'AuditEvent',
  outcome: subtype === 'abandoned' ? '4' : '8',
  subtype: [{ system: ocs.accessEvent, code: subtype }],
  purposeOfEvent: [{ coding: [{ system: ocs.accessReason, code }] }],
});

/** One of everything that is reviewed, about Ada and Ben, and a permission, which is not. */
async function used() {
  const setting = await createSetting(withPolicy({ breakGlassReasons: everyReason }));
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  const ben = await tracedId(setting, 'gp-ben', numbers.ben);
  await record(setting, 'gp-ada', id);
  const short = [
    ...breakGlassFor('unconscious'),
    item('justification-short', { valueBoolean: true }),
  ];
  const broken = await recordedConsent(
    record(setting, 'gp-ada', id, { breakGlass: true, items: short }),
  );
  await recordedConsent(
    record(setting, 'gp-ben', ben, {
      breakGlass: true,
      duty: 'required-by-statute',
      items: breakGlassFor('required-by-statute'),
    }),
  );
  await summaryOf(setting, 'nurse-ada', id);
  await setting.post('clerk-ada', reported('not-clinician', 'refused'));
  await setting.post('gp-ben', reported('left', 'abandoned'));
  await end(setting, 'gp-ada', broken);
  await setting.post('gp-ada', {
    resourceType: 'AuditEvent',
    outcome: '0',
    subtype: [{ system: ocs.accessEvent, code: 'told' }],
    entity: [{ what: { reference: `Consent/${broken.id}` } }],
  });
  return { setting, id };
}

describe('the review feed of a privacy officer', () => {
  it('has overrides, refusals, abandoned attempts and tellings, newest first', async () => {
    const { setting } = await used();
    const { events } = await found(setting, 'officer-ada', '');
    const kinds = events.map((event) => {
      const own = event.subtype.find(({ system }) => system === ocs.accessEvent)?.code;
      return own ?? codesOf(event)[0]?.split('|').at(-1);
    });
    expect(kinds).toEqual([
      ...['told', 'abandoned', 'refused', 'refused'],
      ...['required-by-statute', 'BTG'],
    ]);
    expect(events.map(({ agent }) => agent[0]?.name)).toEqual([
      ...['Sam Patel', 'Sam Patel', 'Rita Shaw', 'Ben Carver'],
      ...['Sam Patel', 'Sam Patel'],
    ]);
  });

  it('has justifications, and no patient’s name, number or id', async () => {
    const { setting, id } = await used();
    const { events, text } = await found(setting, 'officer-ada', '');
    expect(text).toContain('Found collapsed; no history from anyone.');
    expect(text).toContain('justification-short');
    expect(text).not.toMatch(/Patient\/|Example|Sample|99900000(?:18|26)|asthma|heart failure/);
    expect(text).not.toContain(id);
    const pseudonyms = events.map(({ entity }) => entity[0]?.what?.identifier);
    expect(pseudonyms.every((each) => each?.system === ocs.patientPseudonym)).toBe(true);
    const values = pseudonyms.map((each) => each?.value);
    // Told, abandoned, refused twice, statute, break glass: Ada, Ben, Ada, Ada, Ben, Ada.
    const [first, second] = values;
    expect(values).toEqual([first, second, first, first, second, first]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    const trail = JSON.stringify(await setting.events());
    expect(trail).not.toContain(first);
  });

  it('is filtered by date, and comes in pages on the same base', async () => {
    const { setting } = await used();
    const none = await found(setting, 'officer-ada', '?date=le2026-11-21');
    expect(none.events).toHaveLength(0);
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    // Permissions in between must not cut a page short.
    for (let n = 0; n < 60; n += 1) {
      await record(setting, 'gp-ada', id);
      await setting.post('clerk-ada', reported('closed-by-user', 'abandoned'));
    }
    const first = await found(setting, 'officer-ada', '');
    expect(first.events).toHaveLength(50);
    expect(first.next?.startsWith(`${base}/AuditEvent?`)).toBe(true);
    const path = (first.next ?? '').slice(`${base}/AuditEvent`.length);
    const second = await found(setting, 'officer-ada', path);
    expect(second.events).toHaveLength(16);
    expect(second.next).toBeUndefined();
  });

  it('says a refusal once, which the exchange and the app both told of', async () => {
    const { setting } = await used();
    const before = (await found(setting, 'officer-ada', '')).events.length;
    await setting.post('clerk-ada', reported('implausible-host-name', 'refused'));
    await setting.post('clerk-ada', reported('implausible-host-name', 'refused'));
    expect((await found(setting, 'officer-ada', '')).events).toHaveLength(before + 1);
  });

  it('is a reading that is recorded, or not given', async () => {
    const { setting } = await used();
    await found(setting, 'officer-ada', '');
    expect((await inTrail(setting, 'log-read')).map(({ agent }) => agent[0]?.name)).toEqual([
      'Kit Doyle',
    ]);
  });

  it('is of this host’s users only', async () => {
    const other = { ...exchangeHost, key: 'other', issuer: 'https://other.test' };
    const setting = await createSetting({ hosts: [exchangeHost, other] });
    await setting.post('clerk-ada', reported('not-clinician', 'refused'));
    const feedOf = async (host: string) => {
      const url = `https://exchange.test/${host}/fhir/AuditEvent`;
      const headers = { authorization: 'Bearer officer-ada' };
      const answer = await setting.exchange.fetch(new Request(url, { headers }));
      return bundleShape.parse(await answer.json()).entry;
    };
    expect(await feedOf('gp')).toHaveLength(1);
    expect(await feedOf('other')).toHaveLength(0);
  });

  it('looks on beyond the rows that are not in it', () => {
    const row = (seq: number, kind: 'opened' | 'refused') => ({
      ...{ seq, kind, recorded: '', patient: '', userKey: '', decision: '', launch: '' },
      ...{ request: '', body: '', hash: '' },
    });
    const rows = Array.from({ length: 2001 }, (_, n) =>
      row(2001 - n, n === 2000 ? 'refused' : 'opened'),
    );
    const find = ({ before = Infinity, limit }: AuditQuery) =>
      rows.filter(({ seq }) => seq < before).slice(0, limit);
    const kept = scanAudit(find, { kinds: [], limit: 51 }, ({ kind }) => kind === 'refused');
    expect(kept.map(({ seq }) => seq)).toEqual([1]);
    expect(scanAudit(find, { kinds: [], limit: 51 }, () => true)).toHaveLength(51);
  });

  it('is nobody else’s, and opens neither trace, Consent, log nor summary to its reader', async () => {
    const { setting, id } = await used();
    for (const token of ['gp-ada', 'nurse-ada', 'clerk-ada']) {
      expect((await setting.call(token, '/AuditEvent')).status).toBe(400);
    }
    const shut = [
      await traceOf(setting, 'officer-ada', numbers.ada),
      await setting.call('officer-ada', `/Consent?patient=${id}&status=active`),
      await record(setting, 'officer-ada', id, { user: 'officer-nine' }),
      await summaryOf(setting, 'officer-ada', id),
      await setting.call('officer-ada', `/AuditEvent?patient=${id}`),
    ];
    for (const answer of shut) expect((await refusalOf(answer)).status).toBe(403);
  });
});

describe('the trail on the sandbox’s page', () => {
  it('gives one row whole, for reading, and says where there is none', async () => {
    const { setting } = await used();
    const read = (seq: string) =>
      setting.exchange.fetch(new Request(`https://exchange.test/sandbox/audit/${seq}`));
    const [opened] = (await setting.events()).filter(({ type }) => type === 'opened');
    const answer = await read(String(opened?.seq));
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const event = eventShape.parse(await answer.json());
    expect(event.id).toBe(`log-${opened?.seq ?? 0}`);
    expect(z.string().parse(event['resourceType'])).toBe('AuditEvent');
    for (const seq of ['0', '9999', 'x', '-1', '1e3']) expect((await read(seq)).status).toBe(404);
  });

  it('is not there outside a sandbox', async () => {
    const setting = await createSetting({ sandbox: false });
    const url = 'https://exchange.test/sandbox/audit/1';
    expect((await setting.exchange.fetch(new Request(url))).status).toBe(404);
  });
});
