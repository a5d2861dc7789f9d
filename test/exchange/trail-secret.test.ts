import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secretFile } from '../../mocks/exchange/trail-secret.ts';
import { record } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { bundleShape, createSetting, summaryOf, tracedId } from './setting.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocs-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'exchange.db');
const start = () => createSetting({ databaseFile: file() });

/** A permission and a reading, and that permission ended; then a break glass that still stands. */
async function used(): Promise<void> {
  const setting = await start();
  const id = await tracedId(setting, 'gp-ada', numbers.ada);
  const recorded = bundleShape.parse(await (await record(setting, 'gp-ada', id)).json());
  await (await summaryOf(setting, 'gp-ada', id)).text();
  const consent = recorded.entry[0]?.resource;
  const ended = await setting.call('gp-ada', `/Consent/${consent?.id ?? ''}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...consent, status: 'inactive' }),
  });
  expect(ended.status).toBe(200);
  await record(setting, 'gp-ada', id, { breakGlass: true });
  setting.exchange.close();
}

function inDatabase(work: (db: Database.Database) => void): void {
  const db = new Database(file());
  db.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete');
  work(db);
  db.close();
}

const doing =
  (...statements: readonly string[]) =>
  (db: Database.Database): void => {
    for (const statement of statements) db.exec(statement);
  };

const rowShape = z.object({
  ...{ seq: z.number(), kind: z.string(), recorded: z.string(), patient: z.string() },
  ...{ userKey: z.string(), decision: z.string(), launch: z.string(), request: z.string() },
  ...{ consent: z.string(), body: z.string() },
});

/** Rewrites the chain consistently, as anyone can who has the database and no key. */
function rewrite(db: Database.Database): void {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  db.exec("UPDATE audit SET body = replace(body, 'Sam Patel', 'Someone Else')");
  let prev = sha('ocs-audit-trail');
  for (const raw of db.prepare('SELECT * FROM audit ORDER BY seq').all()) {
    const { seq, ...row } = rowShape.parse(raw);
    const hash = sha(JSON.stringify([prev, seq, ...Object.values(row)]));
    db.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, seq);
    db.prepare('UPDATE audit_head SET seq = ?, hash = ?').run(seq, hash);
    prev = hash;
  }
}

const cutTo = (seq: number): readonly string[] => [
  `DELETE FROM audit WHERE seq > ${seq}`,
  `UPDATE audit_head SET seq = ${seq}, hash = (SELECT hash FROM audit WHERE seq = ${seq})`,
];

describe('a database changed by hand stops the exchange from starting', () => {
  const broken = /audit trail is broken at row \d+/;
  const unproven = /Consent \S+ is not what the trail says of it/;
  const changes: readonly (readonly [string, (db: Database.Database) => void, RegExp])[] = [
    ['the end of the trail cut off, head and all', doing(...cutTo(6)), broken],
    [
      'the end cut off together with its Consent',
      doing("DELETE FROM consent WHERE purpose = 'BTG'", ...cutTo(5)),
      broken,
    ],
    ['the trail emptied', doing('DELETE FROM audit', 'DELETE FROM audit_head'), broken],
    [
      'everything emptied',
      doing('DELETE FROM audit', 'DELETE FROM audit_head', 'DELETE FROM consent'),
      broken,
    ],
    ['the whole chain rewritten without the key', rewrite, broken],
    [
      'a Consent put in',
      doing(`INSERT INTO consent SELECT 'by-hand', 'urn:uuid:by-hand', hostKey, userKey, clientId,
        tracedId, patient, encounter, status, purpose, reason, role, root, launch, token, startsAt,
        endsAt, declared, digest, version, body FROM consent WHERE purpose = 'BTG'`),
      unproven,
    ],
    ['a Consent extended', doing('UPDATE consent SET endsAt = endsAt + 86400000'), unproven],
    [
      'a Consent carried into another encounter',
      doing("UPDATE consent SET encounter = 'another'"),
      unproven,
    ],
    ['a Consent given to another launch', doing("UPDATE consent SET token = 'another'"), unproven],
    ['a Consent given to another', doing("UPDATE consent SET userKey = 'nobody'"), unproven],
    ['a Consent in other words', doing("UPDATE consent SET body = body || ' '"), unproven],
    [
      'an ended Consent opened again',
      doing("UPDATE consent SET status = 'active', version = 1 WHERE purpose = 'TREAT'"),
      unproven,
    ],
    ['a Consent taken out', doing("DELETE FROM consent WHERE purpose = 'BTG'"), unproven],
  ];
  for (const [name, change, message] of changes) {
    it(name, async () => {
      await used();
      inDatabase(change);
      await expect(start()).rejects.toThrow(message);
    });
  }
});

it('a chain rewritten without the key is noticed even where no head was kept', async () => {
  (await start()).exchange.close();
  const headless = readFileSync(secretFile(file()), 'utf8');
  await used();
  inDatabase(rewrite);
  writeFileSync(secretFile(file()), headless);
  await expect(start()).rejects.toThrow(/audit trail is broken at row 1\./);
});

describe('the file beside the database', () => {
  it('is for its owner only, and lets an unchanged database start', async () => {
    await used();
    expect(statSync(secretFile(file())).mode & 0o777).toBe(0o600);
    const again = await start();
    expect((await again.events()).length).toBe(7);
    again.exchange.close();
  });

  it('may lag behind, as after a kill between a commit and its head, and catches up', async () => {
    const first = await start();
    const early = readFileSync(secretFile(file()), 'utf8');
    first.exchange.close();
    await used();
    const late = readFileSync(secretFile(file()), 'utf8');
    writeFileSync(secretFile(file()), early);
    (await start()).exchange.close();
    expect(readFileSync(secretFile(file()), 'utf8')).toBe(late);
    expect(late).not.toBe(early);
  });

  it('is needed once anything was recorded, and must be readable', async () => {
    await used();
    writeFileSync(secretFile(file()), 'not a key');
    await expect(start()).rejects.toThrow(/not readable/);
    rmSync(secretFile(file()));
    await expect(start()).rejects.toThrow(/key of the audit trail is missing/);
  });

  it('is another after a fresh start, which forgets both', async () => {
    await used();
    const before = readFileSync(secretFile(file()), 'utf8');
    const again = await createSetting({ databaseFile: file(), fresh: true });
    expect(await again.events()).toEqual([]);
    again.exchange.close();
    expect(readFileSync(secretFile(file()), 'utf8').slice(0, 64)).not.toBe(before.slice(0, 64));
  });
});
