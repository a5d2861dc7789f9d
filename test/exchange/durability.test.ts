import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../mocks/exchange/database.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { consentBody, transactionOf } from './decisions.ts';
import { numbers } from './fixtures.ts';
import { bundleShape } from './setting.ts';

/** `OCS_KILLS=200` for the long run. */
const kills = Number(process.env['OCS_KILLS'] ?? '10');
const server = fileURLToPath(new URL('durability-server.ts', import.meta.url));

let folder = '';
let child: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocs-kill-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the exchange; resolves to its base once it serves, or fails with what it said. */
async function start(file: string): Promise<string> {
  const started = spawn(process.execPath, ['--import', 'tsx', server, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const lines = createInterface({ input: started.stdout });
  for await (const line of lines) {
    lines.close();
    return `http://127.0.0.1:${line}/gp/fhir`;
  }
  throw new Error('the exchange did not start');
}

async function post(base: string, path: string, type: string, body: string): Promise<Response> {
  const headers = { authorization: 'Bearer gp-ada', 'content-type': type };
  return fetch(`${base}${path}`, { method: 'POST', headers, body });
}

async function traced(base: string): Promise<string> {
  const identifier = `${identifierSystem.nhsNumber}|${numbers.ada}`;
  const form = new URLSearchParams({ identifier }).toString();
  const type = 'application/x-www-form-urlencoded';
  const answer = await post(base, '/Patient/_search', type, form);
  return bundleShape.parse(await answer.json()).entry[0]?.resource.id ?? '';
}

/** Records one break glass after another until the process dies; keeps what was acknowledged. */
async function recordUntilDead(
  base: string,
  id: string,
  acknowledged: string[],
  onAcknowledged: () => void,
): Promise<void> {
  for (;;) {
    const consent = consentBody(id, { breakGlass: true });
    const body = JSON.stringify(transactionOf(consent, consent.identifier[0]?.value ?? ''));
    try {
      const response = await post(base, '', 'application/fhir+json', body);
      if (!response.ok) throw new Error(`refused with ${response.status}`);
      // The 2xx is the acknowledgement: its body may never arrive.
      acknowledged.push(consent.identifier[0]?.value ?? '');
      onAcknowledged();
      await response.arrayBuffer();
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

it(
  `loses no acknowledged Consent or AuditEvent in ${kills} kills, and starts again each time`,
  { timeout: 20_000 + kills * 10_000 },
  async () => {
    const file = join(folder, 'exchange.db');
    const acknowledged: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const base = await start(file);
      const id = await traced(base);
      const running = child;
      if (running === null) throw new Error('no process');
      const gone = once(running, 'exit');
      const enough = acknowledged.length + 1 + ((kill * 7) % 11);
      const stop = (): void => {
        if (acknowledged.length >= enough) running.kill('SIGKILL');
      };
      await Promise.all([1, 2, 3].map(() => recordUntilDead(base, id, acknowledged, stop)));
      await gone;
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
    // Opening verifies the whole chain, and throws where it is broken.
    openStore(file, false).close();
    const db = new Database(file);
    const row = z.object({ id: z.string(), opened: z.number(), started: z.number() });
    for (const identifier of acknowledged) {
      const found = db
        .prepare(
          `SELECT id,
             (SELECT count(*) FROM audit WHERE decision = consent.id AND kind = 'opened') AS opened,
             (SELECT count(*) FROM audit WHERE decision = consent.id AND kind = 'override-started')
               AS started
           FROM consent WHERE identifier = ?`,
        )
        .get(identifier);
      expect(row.parse(found)).toMatchObject({ opened: 1, started: 1 });
    }
    const orphans = db
      .prepare(
        "SELECT count(*) AS n FROM audit WHERE kind = 'opened' AND decision NOT IN (SELECT id FROM consent)",
      )
      .get();
    expect(orphans).toMatchObject({ n: 0 });
    db.close();
  },
);
