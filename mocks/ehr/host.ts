import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createAuthority } from './auth/authority.ts';
import type { Authority } from './auth/authority.ts';
import { createHostFhir } from './fhir/host-fhir.ts';
import { createOpenFhir } from './fhir/open-fhir.ts';
import { createRecords, createVariants } from './fhir/records.ts';
import type { Variants } from './fhir/records.ts';
import { createLaunches } from './launches.ts';
import type { Launches } from './launches.ts';
import { grantableScopes } from './scopes.ts';
import { createScreens } from './screens/app.ts';
import type { HostOptions } from './types.ts';
import { hostKeys, hostUrls } from './urls.ts';
import type { HostKey } from '../scenarios/types.ts';

export type SandboxHost = {
  readonly listener: (req: IncomingMessage, res: ServerResponse) => void;
  readonly close: () => Promise<void>;
};

type Shared = {
  readonly options: HostOptions;
  readonly launches: Launches;
  readonly variants: Variants;
  readonly now: () => number;
};

/** One SMART host: its authorisation server, and its FHIR server mounted into `web`. */
async function mountHost(web: Hono, host: HostKey, shared: Shared): Promise<Authority> {
  const { options, launches, variants, now } = shared;
  const { exchangeOrigin, scenarios, users } = options;
  const urls = hostUrls(options.origin, host);
  const appOrigins = [options.appOrigin, ...(options.extraOrigins ?? [])];
  const held = users.filter((user) => user.host === host).flatMap((user) => user.scopes);
  const scopes = grantableScopes(['openid', 'fhirUser', 'launch', 'online_access', ...held]);
  const authority = await createAuthority({
    host,
    urls,
    appOrigins,
    exchangeOrigin,
    scopes,
    launches,
    now,
  });
  const fhir = createHostFhir({
    host,
    urls,
    records: createRecords([host], scenarios, users, variants),
    appOrigins,
    exchangeOrigin,
    scopes,
    resolve: authority.resolve,
  });
  web.all(`${urls.fhirPath}/*`, (c) => fhir.fetch(c.req.raw));
  return authority;
}

/**
 * The sandbox host: a GP practice system (`/gp`) and a hospital EPR (`/epr`), each a strict SMART
 * host with its own authorisation server and FHIR R4 server; the same data open and read-only at
 * `/open/fhir`; the clinical screens; and `/sandbox`, which steers the exchange's sources.
 * `listener` serves all of it on one port; give `origin` as the browser will see it.
 */
export async function createHost(options: HostOptions): Promise<SandboxHost> {
  const now = options.now ?? Date.now;
  const shared: Shared = {
    options,
    launches: createLaunches(now),
    variants: createVariants(),
    now,
  };
  const web = new Hono();
  const authorities = new Map<string, Authority>();
  for (const host of hostKeys) {
    authorities.set(hostUrls(options.origin, host).authPath, await mountHost(web, host, shared));
  }
  const openPath = '/open/fhir';
  const records = createRecords(hostKeys, options.scenarios, options.users, shared.variants);
  const open = createOpenFhir(options.origin + openPath, openPath, records);
  web.all('/open/*', (c) => open.fetch(c.req.raw));
  const screens = await createScreens(shared);
  // A path of no server's own is answered by the screens: 404, as a page.
  web.all('*', (c) => screens.fetch(c.req.raw));
  const serve = getRequestListener(web.fetch, { overrideGlobalObjects: false });
  return {
    listener: (req, res) => {
      for (const [path, authority] of authorities) {
        if (req.url?.startsWith(`${path}/`)) {
          authority.handle(req, res);
          return;
        }
      }
      void serve(req, res);
    },
    close: () => Promise.resolve(),
  };
}
