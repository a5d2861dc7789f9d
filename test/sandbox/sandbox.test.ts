import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeHosts } from '../../mocks/exchange-hosts.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../mocks/sandbox.ts';

let folder: string;
let sandbox: Sandbox | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocs-sandbox-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'launch.html'), '<!doctype html><title>launch</title>');
});

afterEach(async () => {
  await sandbox?.close();
  sandbox = null;
});

afterAll(() => rm(folder, { recursive: true }));

async function begin(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  sandbox = await startSandbox({
    hostPort: 0,
    appPort: 0,
    exchangePort: 0,
    data: join(folder, 'data'),
    dist: join(folder, 'dist'),
    fresh: false,
    dev: false,
    speed: 1,
    launcher: null,
    ...options,
  });
  return sandbox;
}

const portOf = (origin: string) => Number(new URL(origin).port);
const announcement = z.object({ introspection_endpoint: z.string(), issuer: z.string() });

describe('the sandbox', () => {
  it.each(['gp', 'epr'])('has its exchange ask the %s host where that host says', async (key) => {
    const { hostOrigin } = await begin();
    const response = await fetch(`${hostOrigin}/${key}/fhir/.well-known/smart-configuration`);
    const announced = announcement.parse(await response.json());
    const configured = exchangeHosts(hostOrigin, null).find((host) => host.key === key);
    expect(configured?.introspectionEndpoint).toBe(announced.introspection_endpoint);
    expect(configured?.introspectionAudience).toBe(announced.issuer);
  });

  it('serves the app with a policy that names its own host and exchange', async () => {
    const { hostOrigin, appOrigin, exchangeOrigin } = await begin();
    const response = await fetch(`${appOrigin}/launch.html`);
    const policy = response.headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain(`connect-src 'self' ${hostOrigin} ${exchangeOrigin}`);
    expect(policy).toContain(`frame-ancestors ${hostOrigin}`);
  });

  it('lets the app’s origin, and no other, call the exchange from a browser', async () => {
    const { appOrigin, exchangeOrigin, hostOrigin } = await begin();
    const allowedOrigin = async (origin: string) => {
      const preflight = await fetch(`${exchangeOrigin}/gp/fhir/metadata`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'GET' },
      });
      return preflight.headers.get('access-control-allow-origin');
    };
    expect(await allowedOrigin(appOrigin)).toBe(appOrigin);
    expect(await allowedOrigin(hostOrigin)).toBeNull();
  });

  it('adds a third-party launcher to the app’s configuration and policy', async () => {
    const { appOrigin, exchangeOrigin } = await begin({
      launcher: {
        iss: 'http://127.0.0.1:4999/v/r4/fhir',
        introspection: 'http://127.0.0.1:4999/introspect',
      },
    });
    const config = await fetch(`${appOrigin}/smart-config.json`);
    expect(await config.json()).toMatchObject({
      issuers: [
        {},
        {},
        {
          issuer: 'http://127.0.0.1:4999/v/r4/fhir',
          exchange: `${exchangeOrigin}/launcher/fhir`,
        },
      ],
    });
    const page = await fetch(`${appOrigin}/launch.html`);
    expect(page.headers.get('content-security-policy')).toContain(' http://127.0.0.1:4999 ');
    expect((await fetch(`${exchangeOrigin}/launcher/fhir/metadata`)).status).toBe(200);
  });
});

describe('a sandbox that can not start', () => {
  it('says that there is no build to serve, and gives every port back', async () => {
    const first = await begin();
    const ports = {
      hostPort: portOf(first.hostOrigin),
      appPort: portOf(first.appOrigin),
      exchangePort: portOf(first.exchangeOrigin),
    };
    await first.close();
    const missing = { ...ports, dist: join(folder, 'missing') };
    await expect(begin(missing)).rejects.toThrow('There is no build to serve.');
    await begin(ports);
    expect((await fetch(`${first.hostOrigin}/`)).status).toBe(200);
  });

  it('names the port that is in use', async () => {
    const { exchangeOrigin } = await begin();
    const exchangePort = portOf(exchangeOrigin);
    await expect(
      startSandbox({
        ...{ hostPort: 0, appPort: 0, exchangePort, data: join(folder, 'data') },
        ...{ fresh: false, dev: false, speed: 1, launcher: null },
      }),
    ).rejects.toThrow(`Port ${exchangePort} is in use. Choose another with --exchange-port.`);
  });
});
