import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../mocks/exchange/database.ts';
import { numbers } from './fixtures.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocs-statements-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a store that is closed', () => {
  it('reads and writes nothing, whatever it did before', () => {
    const file = join(folder, 'exchange.db');
    const store = openStore(file, false);
    const { id } = store.traced('gp', 'user-one', numbers.ada);
    expect(store.tracedById(id)).toMatchObject({ searched: numbers.ada });
    store.close();
    expect(() => store.traced('gp', 'user-two', numbers.ben)).toThrow();
    expect(() => store.tracedById(id)).toThrow();
  });
});
