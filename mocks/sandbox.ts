/** Host, app and exchange on three loopback origins: the whole product, without Docker or network. */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLauncher, moveOrigins, type SandboxOrigins } from './app-config.ts';
import type { AllowedOrigins } from './app-headers.ts';
import { createAppServer } from './app-server.ts';
import type { StartOptions } from './args.ts';
import { createDevServer } from './dev-server.ts';
import { createHost } from './ehr/host.ts';
import type { LaunchNotice } from './ehr/types.ts';
import { exchangeHosts, launcherKey } from './exchange-hosts.ts';
import { createExchange } from './exchange/exchange.ts';
import type { ExchangeOptions } from './exchange/options.ts';
import { fetchListener, listenOnLoopback, StartError, type LoopbackServer } from './loopback.ts';
import { scenarios } from './scenarios/catalogue.ts';
import { sourceProfiles } from './scenarios/sources.ts';
import { users } from './scenarios/users.ts';
import { earlierAcceptances, termsInForce } from './terms.ts';

export type SandboxOptions = Omit<StartOptions, 'build'> & {
  /** The build to serve; `dist/` of this project unless a test brings its own. */
  readonly dist?: string;
};

export type Sandbox = {
  readonly hostOrigin: string;
  readonly appOrigin: string;
  readonly exchangeOrigin: string;
  /** Stops all three at once; the exchange's database keeps what was recorded. */
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** What has to be undone, in the order that is safe: no request may reach a part that is gone. */
type Opened = {
  readonly servers: LoopbackServer[];
  readonly parts: (() => Promise<void>)[];
};

/**
 * Starts the three servers. All ports are taken before anything is made, since each part must
 * know the others' origins. Throws StartError where the person starting it can put it right.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const opened: Opened = { servers: [], parts: [] };
  const close = async () => {
    await Promise.all(opened.servers.splice(0).map((server) => server.close()));
    await Promise.all(opened.parts.splice(0).map((stop) => stop()));
  };
  try {
    const take = async (port: number, option: string) => {
      const server = await listenOnLoopback(port, option);
      opened.servers.push(server);
      return server;
    };
    const host = await take(options.hostPort, '--host-port');
    const app = await take(options.appPort, '--app-port');
    const exchange = await take(options.exchangePort, '--exchange-port');
    const origins = { host: host.origin, app: app.origin, exchange: exchange.origin };
    exchange.serve(await exchangeListener(origins, options, opened));
    host.serve(await hostListener(origins, opened));
    app.serve(await appListener(app, origins, options, opened));
    return {
      hostOrigin: origins.host,
      appOrigin: origins.app,
      exchangeOrigin: origins.exchange,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What keeps an exchange from starting (a log that was changed, a file in use) can be put right. */
async function started(options: ExchangeOptions): ReturnType<typeof createExchange> {
  try {
    return await createExchange(options);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : 'The exchange did not start.');
  }
}

/** Both sides read the terms' address and version from the app's settings. */
function agreedTerms(config: unknown): Pick<ExchangeOptions, 'terms' | 'earlierAcceptances'> {
  const terms = termsInForce(config);
  if (terms === null) return {};
  return { terms, earlierAcceptances: earlierAcceptances(users, terms, new Date()) };
}

async function exchangeListener(
  origins: SandboxOrigins,
  options: SandboxOptions,
  opened: Opened,
): Promise<RequestListener> {
  await mkdir(options.data, { recursive: true });
  const exchange = await started({
    origin: origins.exchange,
    hosts: exchangeHosts(origins.host, options.launcher),
    appOrigins: [origins.app],
    databaseFile: join(options.data, 'exchange.db'),
    scenarios,
    sources: sourceProfiles,
    ...agreedTerms(await committedConfig()),
    speed: options.speed,
    sandbox: true,
    fresh: options.fresh,
  });
  opened.parts.push(() => {
    exchange.close();
    return Promise.resolve();
  });
  return fetchListener((request) => exchange.fetch(request));
}

async function hostListener(origins: SandboxOrigins, opened: Opened): Promise<RequestListener> {
  const host = await createHost({
    origin: origins.host,
    appOrigin: origins.app,
    exchangeOrigin: origins.exchange,
    scenarios,
    users,
    onLaunch: (launch) => chooseVariant(origins.exchange, launch),
  });
  opened.parts.push(() => host.close());
  return host.listener;
}

/** The variant a tester picked on the host's screen is one of what the sources will answer. */
async function chooseVariant(exchangeOrigin: string, launch: LaunchNotice): Promise<void> {
  const response = await fetch(`${exchangeOrigin}/sandbox/variant`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ scenario: launch.scenarioKey, variant: launch.variantKey }),
  });
  if (!response.ok) throw new Error(`The exchange did not take the variant: ${response.status}`);
}

async function committedConfig(): Promise<unknown> {
  return JSON.parse(await readFile(join(root, 'smart-config.json'), 'utf8'));
}

async function appListener(
  server: LoopbackServer,
  origins: SandboxOrigins,
  options: SandboxOptions,
  opened: Opened,
): Promise<RequestListener> {
  const moved = moveOrigins(await committedConfig(), origins);
  const config = options.launcher
    ? withLauncher(moved, options.launcher.iss, `${origins.exchange}/${launcherKey}/fhir`)
    : moved;
  const hosts = [origins.host, ...launcherOrigins(options)];
  const allowed: AllowedOrigins = { connect: [...hosts, origins.exchange], frame: hosts };
  if (options.dev) {
    const development = await createDevServer({ root, server: server.server, config });
    opened.parts.push(() => development.close());
    return development.listener;
  }
  const dist = options.dist ?? join(root, 'dist');
  if (!existsSync(join(dist, 'launch.html'))) {
    throw new StartError('There is no build to serve. Add --build, or run npm run build first.');
  }
  const built = await createAppServer({ dist, config, allowed });
  return fetchListener((request) => built.fetch(request));
}

function launcherOrigins({ launcher }: SandboxOptions): readonly string[] {
  return launcher === null ? [] : [...new Set([new URL(launcher.iss).origin])];
}
