import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { record } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { createSetting, refusalOf, summaryOf, traceOf, tracedId } from './setting.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocs-trail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'exchange.db');

/** One whole path, then the exchange is stopped. */
async function usedOnce(): Promise<void> {
  const setting = await createSetting({ databaseFile: file() });
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  await record(setting, 'gp-ada', id, { breakGlass: true });
  await (await summaryOf(setting, 'gp-ada', id)).text();
  setting.exchange.close();
}

function tamper(...statements: readonly string[]): void {
  const db = new Database(file());
  for (const statement of statements) db.exec(statement);
  db.close();
}

const off = ['DROP TRIGGER audit_no_update', 'DROP TRIGGER audit_no_delete'];

describe('the audit trail', () => {
  it('survives a restart, with the access log and the opaque id', async () => {
    await usedOnce();
    const again = await createSetting({ databaseFile: file() });
    const types = (await again.events()).map(({ type }) => type);
    const released = ['release', 'release-completed'];
    expect(types).toEqual(['trace', 'opened', 'override-started', ...released]);
    const id = await tracedId(again, 'gp-ada', numbers.ada);
    expect((await summaryOf(again, 'gp-ada', id)).status).toBe(200);
    again.exchange.close();
  });

  it('is gone after a fresh start', async () => {
    await usedOnce();
    const again = await createSetting({ databaseFile: file(), fresh: true });
    expect(await again.events()).toEqual([]);
    again.exchange.close();
  });

  it('is one exchange’s alone: a second one does not start on it, nor afresh under it', async () => {
    const first = await createSetting({ databaseFile: file() });
    for (const fresh of [false, true]) {
      await expect(createSetting({ databaseFile: file(), fresh })).rejects.toThrow(/in use/);
    }
    const id = await tracedId(first, 'gp-ada', numbers.ada);
    expect((await record(first, 'gp-ada', id)).status).toBe(200);
    first.exchange.close();
    const again = await createSetting({ databaseFile: file() });
    expect((await again.events()).map(({ type }) => type)).toEqual(['trace', 'opened']);
    again.exchange.close();
  });

  it('cannot be updated or deleted from', async () => {
    await usedOnce();
    expect(() => tamper("UPDATE audit SET userKey = 'nobody'")).toThrow(/append-only/);
    expect(() => tamper('DELETE FROM audit')).toThrow(/append-only/);
  });

  const changes: readonly (readonly [string, readonly string[]])[] = [
    [
      'a word changed',
      [`UPDATE audit SET body = replace(body, 'Sam Patel', 'Someone') WHERE seq = 2`],
    ],
    ['a time changed', [`UPDATE audit SET recorded = '2020-01-01T00:00:00Z' WHERE seq = 3`]],
    ['a row taken out', ['DELETE FROM audit WHERE seq = 2']],
    ['the first row taken out', ['DELETE FROM audit WHERE seq = 1']],
    ['the last row taken out', ['DELETE FROM audit WHERE seq = 5']],
    ['everything taken out', ['DELETE FROM audit']],
    [
      'two rows exchanged',
      [
        'UPDATE audit SET seq = 99 WHERE seq = 2',
        'UPDATE audit SET seq = 2 WHERE seq = 3',
        'UPDATE audit SET seq = 3 WHERE seq = 99',
      ],
    ],
  ];
  for (const [name, statements] of changes) {
    it(`with ${name} stops the exchange from starting, and says so`, async () => {
      await usedOnce();
      tamper(...off, ...statements);
      await expect(createSetting({ databaseFile: file() })).rejects.toThrow(
        /audit trail is broken at row \d+/,
      );
    });
  }
});

describe('the manifest', () => {
  const bodies = (): string[] => {
    const db = new Database(file());
    const rows = db.prepare("SELECT body FROM audit WHERE kind = 'release-completed'").all();
    db.close();
    return rows.map((row) => z.object({ body: z.string() }).parse(row).body);
  };

  it('names what was released by id and version, under its Consent, and holds no content', async () => {
    await usedOnce();
    const [body = ''] = bodies();
    expect(body).toContain('Condition/zzh-c1/_history/3');
    expect(body).toContain('Condition/z99901-c1/_history/3');
    expect(body).toMatch(/"reference":"Consent\/[0-9a-f-]{36}"/);
    expect(body).not.toMatch(/asthma|heart failure/);
  });
});

describe('when the database cannot write', () => {
  const full = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END";

  it('nothing is traced', async () => {
    const setting = await createSetting({ databaseFile: file() });
    tamper(full);
    const refused = await refusalOf(await traceOf(setting, 'gp-ada', numbers.ada));
    expect(refused).toMatchObject({ status: 503, reason: 'record' });
    setting.exchange.close();
  });

  it('no Consent is acknowledged, none is kept, and nothing is released', async () => {
    const setting = await createSetting({ databaseFile: file() });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    tamper(full);
    const answer = await record(setting, 'gp-ada', id);
    expect(await refusalOf(answer)).toMatchObject({ status: 503, reason: 'record' });
    tamper('DROP TRIGGER full');
    const shut = await summaryOf(setting, 'gp-ada', id);
    expect(await refusalOf(shut)).toMatchObject({ status: 403, reason: 'no-current-consent' });
    setting.exchange.close();
  });

  it('no byte of a summary leaves in either format', async () => {
    const setting = await createSetting({ databaseFile: file() });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    tamper(full);
    for (const accept of ['application/fhir+json', 'application/fhir+ndjson']) {
      const response = await summaryOf(setting, 'gp-ada', id, { headers: { accept } });
      expect(await response.clone().text()).not.toContain('heart failure');
      expect(await refusalOf(response)).toMatchObject({ status: 503, reason: 'record' });
    }
    setting.exchange.close();
  });

  it('a stream whose end cannot be recorded never gets its last line', async () => {
    const setting = await createSetting({ databaseFile: file() });
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    const accept = 'application/fhir+ndjson';
    const response = await summaryOf(setting, 'gp-ada', id, { headers: { accept } });
    tamper(full);
    await expect(response.text()).rejects.toThrow();
    setting.exchange.close();
  });
});
