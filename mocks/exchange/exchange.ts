/** The reference exchange: contract.md as one Fetch handler, for the HTTP server and for msw. */
import { setMaxListeners } from 'node:events';
import { Hono } from 'hono';
import type { JWK } from 'jose';
import { searchAuditEvents } from './access-log.ts';
import { createCallerResolver } from './caller.ts';
import type { CallerResolver } from './caller.ts';
import { capabilityStatement } from './capability.ts';
import { endConsent, readConsent } from './consent-ending.ts';
import { recordConsent } from './consents.ts';
import { baseOf } from './context.ts';
import type { Call, Exchange } from './context.ts';
import { openStore } from './database.ts';
import { readDocument } from './documents.ts';
import { postEvent } from './event-post.ts';
import { dress, fhirResponse, preflight, refusalResponse } from './http.ts';
import { createKeys } from './keys.ts';
import type { ExchangeOptions } from './options.ts';
import { refuse } from './outcomes.ts';
import { mountSandbox } from './sandbox.ts';
import { createSource } from './sources/source.ts';
import { searchConsents } from './standing.ts';
import { summary } from './summary.ts';
import { seedAcceptances } from './terms.ts';
import { bearerToken } from './token.ts';
import { trace } from './trace.ts';
import { createWorld } from './world.ts';

export type RunningExchange = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The public keys hosts verify this exchange's client assertions with. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Aborts what is streaming and closes the store. */
  readonly close: () => void;
};

type Handler = (call: Call, id: string) => Response | Promise<Response>;

const notFound = refuse({
  status: 404,
  code: 'not-supported',
  reason: 'no-such-endpoint',
  text: 'This exchange has no such endpoint.',
}).refusal;
const notAllowed = refuse({
  status: 405,
  code: 'not-supported',
  reason: 'method',
  text: 'Not allowed here.',
}).refusal;
const broken = refuse({
  status: 500,
  code: 'exception',
  reason: 'exchange',
  text: 'The exchange failed. Nothing was released.',
}).refusal;

/** Token → caller → handler: nothing behind this runs for anyone unknown. */
function authenticated(exchange: Exchange, resolve: CallerResolver, hostKey: string) {
  return async (request: Request, id: string, handler: Handler): Promise<Response> => {
    const host = exchange.options.hosts.find(({ key }) => key === hostKey);
    if (host === undefined) return refusalResponse(notFound);
    const token = bearerToken(request);
    if (!token.ok) return refusalResponse(token.refusal);
    const caller = await resolve(host, token.value);
    if (!caller.ok) return refusalResponse(caller.refusal);
    const base = baseOf(exchange.options, host);
    return handler({ exchange, request, caller: caller.value, base }, id);
  };
}

function mountFhir(app: Hono, exchange: Exchange, resolve: CallerResolver): void {
  const route = (method: 'GET' | 'POST' | 'PUT', path: string, handler: Handler): void => {
    app.on(method, `/:host/fhir${path}`, (context) => {
      const guard = authenticated(exchange, resolve, context.req.param('host'));
      return guard(context.req.raw, context.req.param('id') ?? '', handler);
    });
  };
  route('POST', '', recordConsent);
  route('POST', '/', recordConsent);
  route('POST', '/Patient/_search', trace);
  route('GET', '/Patient/:id/$summary', summary);
  route('POST', '/Patient/:id/$summary', summary);
  route('GET', '/Consent', searchConsents);
  route('GET', '/Consent/:id', readConsent);
  route('PUT', '/Consent/:id', endConsent);
  route('GET', '/AuditEvent', searchAuditEvents);
  route('POST', '/AuditEvent', postEvent);
  route('GET', '/DocumentReference/:id', (call, id) => readDocument(call, 'DocumentReference', id));
  route('GET', '/Binary/:id', (call, id) => readDocument(call, 'Binary', id));
}

function mountOpen(app: Hono, exchange: Exchange, jwks: RunningExchange['jwks']): void {
  const { options } = exchange;
  const started = exchange.clock().toISOString();
  app.get('/health', (context) => context.json({ status: 'up' }));
  app.get('/.well-known/jwks.json', (context) => context.json(jwks));
  app.get('/metadata', () => fhirResponse(capabilityStatement(options.origin, started)));
  app.get('/:host/fhir/metadata', (context) => {
    const host = options.hosts.find(({ key }) => key === context.req.param('host'));
    return host === undefined
      ? refusalResponse(notFound)
      : fhirResponse(capabilityStatement(baseOf(options, host), started));
  });
  if (options.sandbox === true) mountSandbox(app, exchange);
}

/**
 * Starts an exchange. Rejects when the audit trail of `databaseFile` does not verify. Every error
 * answer is an OperationOutcome; every refusal by a rule is in the trail.
 */
export async function createExchange(options: ExchangeOptions): Promise<RunningExchange> {
  const clock = options.clock ?? (() => new Date());
  const speed = options.speed ?? 1;
  const keys = await createKeys();
  const store = openStore(options.databaseFile, options.fresh === true);
  try {
    seedAcceptances(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
  const world = createWorld(options.scenarios, clock, speed);
  const sourceList = Object.values(options.sources).map((profile) =>
    createSource({
      profile,
      speed,
      recordOf: (nhsNumber) => world.record(profile.key, nhsNumber),
    }),
  );
  const closing = new AbortController();
  // Every call under way listens, and stops when it is over.
  setMaxListeners(0, closing.signal);
  const sources = new Map(sourceList.map((source) => [source.profile.key, source]));
  const exchange: Exchange = {
    ...{ options, speed, store, world, sources, sourceList, clock },
    closing: closing.signal,
  };
  const resolve = createCallerResolver({ keys, clock, fetcher: options.fetch ?? fetch });
  const app = new Hono();
  mountFhir(app, exchange, resolve);
  mountOpen(app, exchange, keys.jwks);
  app.all('/:host/fhir/*', () => refusalResponse(notAllowed));
  app.notFound(() => refusalResponse(notFound));
  app.onError(() => refusalResponse(broken));
  return {
    jwks: keys.jwks,
    fetch: async (request) => {
      if (request.method === 'OPTIONS') return preflight(request, options.appOrigins);
      return dress(request, await app.fetch(request), options.appOrigins);
    },
    close: () => {
      closing.abort();
      store.close();
    },
  };
}
