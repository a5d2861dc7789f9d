import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ndjson, recorded } from './lines.ts';
import { refusalOf, summaryOf } from './setting.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocs-early-'));
  // No source ever answers; each that is asked waits, and so does its deadline.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe('the sources of a summary', () => {
  it('are asked beside the record, and nobody is left waiting where it cannot be made', async () => {
    const databaseFile = join(folder, 'exchange.db');
    const { setting, id } = await recorded({ databaseFile });
    const db = new Database(databaseFile);
    db.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END");
    db.close();
    const seen = { waits: 0, isOver: false };
    const answer = summaryOf(setting, 'gp-ada', id, ndjson).finally(() => {
      seen.isOver = true;
    });
    while (!seen.isOver) {
      seen.waits = Math.max(seen.waits, vi.getTimerCount());
      await setImmediate();
    }
    expect(await refusalOf(await answer)).toMatchObject({ status: 503, reason: 'record' });
    expect(seen.waits).toBeGreaterThan(0);
    expect(vi.getTimerCount()).toBe(0);
    setting.exchange.close();
  });
});
