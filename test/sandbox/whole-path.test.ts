import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../mocks/sandbox.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { launchAs, trailOf } from './clinician.ts';

const drPatel = { system: identifierSystem.sdsUserId, value: '999000000017' };
const drMensah = { system: identifierSystem.gmc, value: '9900041' };

let folder: string;
let sandbox: Sandbox;

async function begin(fresh: boolean): Promise<Sandbox> {
  return startSandbox({
    ...{ hostPort: 0, appPort: 0, exchangePort: 0, dev: false, launcher: null, fresh },
    data: join(folder, 'data'),
    dist: join(folder, 'dist'),
    // The sources' delays are lifelike for people; a test need not sit through them.
    speed: 20,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocs-path-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'launch.html'), '<!doctype html><title>launch</title>');
  sandbox = await begin(true);
});

afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** What happened in this sandbox: terms its users accepted in earlier times are not of it. */
async function sinceStart(running: Sandbox): Promise<readonly string[]> {
  return (await trailOf(running)).filter((kind) => kind !== 'terms-accepted');
}

describe('host and exchange together', () => {
  it.each([
    { host: 'gp', user: 'sam-patel', patient: 'grace', actor: drPatel },
    // The EPR's registrar has no national role; the exchange's own table knows the host's code.
    { host: 'epr', user: 'amina-mensah', patient: 'daniel', actor: drMensah },
  ] as const)(
    'release nothing to $user before the access is recorded, then the summary',
    async ({ actor, ...who }) => {
      const clinician = await launchAs(sandbox, who);
      const patientId = await clinician.tracedId();
      expect((await clinician.summary(patientId)).status).toBe(403);
      expect((await clinician.record(patientId, actor)).status).toBe(200);
      const summary = await clinician.summary(patientId);
      expect(summary.status).toBe(200);
      expect(await summary.json()).toMatchObject({ resourceType: 'Bundle', type: 'document' });
      const trail = await trailOf(sandbox);
      expect(trail.filter((kind) => ['trace', 'opened', 'release'].includes(kind))).toEqual([
        'trace',
        'opened',
        'release',
      ]);
    },
  );

  it('refuse a receptionist at the trace', async () => {
    const who = { host: 'gp', user: 'rita-shaw', patient: 'grace' } as const;
    const receptionist = await launchAs(sandbox, who);
    expect((await receptionist.trace()).status).toBe(403);
    expect(await sinceStart(sandbox)).toEqual(['refused']);
  });

  it('carry a variant chosen on the host’s screen to the sources, for that launch only', async () => {
    const who = { host: 'epr', user: 'amina-mensah', patient: 'joan' } as const;
    const dissenting = await launchAs(sandbox, who);
    const first = await dissenting.record(await dissenting.tracedId(), drMensah);
    expect(first.status).toBe(403);
    const reversed = await launchAs(sandbox, { ...who, variant: 'dissent-reversed' });
    const second = await reversed.record(await reversed.tracedId(), drMensah);
    expect(second.status).toBe(200);
    const someoneElse = { ...who, user: 'ben-carver' };
    const plain = await launchAs(sandbox, someoneElse);
    const third = await plain.record(await plain.tracedId(), drMensah);
    expect(third.status).toBe(403);
  });
});

describe('a restart', () => {
  const who = { host: 'gp', user: 'sam-patel', patient: 'grace' } as const;

  it('keeps the access log', async () => {
    await (await launchAs(sandbox, who)).tracedId();
    const before = await sinceStart(sandbox);
    await sandbox.close();
    sandbox = await begin(false);
    expect(before).not.toEqual([]);
    expect(await sinceStart(sandbox)).toEqual(before);
  });

  it('forgets it when asked to start afresh', async () => {
    await (await launchAs(sandbox, who)).tracedId();
    await sandbox.close();
    sandbox = await begin(true);
    expect(await sinceStart(sandbox)).toEqual([]);
  });
});
