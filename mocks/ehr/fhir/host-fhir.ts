import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { HostKey } from '../../scenarios/types.ts';
import { smartConfiguration } from '../discovery.ts';
import type { GrantedToken } from '../types.ts';
import type { HostUrls } from '../urls.ts';
import { readAllowed, visible } from './access.ts';
import { capabilityStatement } from './capability.ts';
import { fhirResponse, refuse } from './outcome.ts';
import { hostTypes } from './records.ts';
import type { HostRecords, HostType } from './records.ts';
import { search } from './search.ts';

export type HostFhirOptions = {
  readonly host: HostKey;
  readonly urls: HostUrls;
  readonly records: HostRecords;
  readonly appOrigins: readonly string[];
  readonly exchangeOrigin: string;
  readonly scopes: readonly string[];
  /** What a presented token permits; `null` where it is unknown, expired or revoked. */
  readonly resolve: (token: string) => Promise<GrantedToken | null>;
};

type Env = { Variables: { token: GrantedToken } };

export function isHostType(type: string): type is HostType {
  return hostTypes.some((known) => known === type);
}

/**
 * The FHIR R4 server of one host, as a Fetch handler: `.well-known/smart-configuration` and
 * `metadata` are public; everything else needs a bearer token and stays inside its patient.
 * Every refusal is an OperationOutcome: 401 no or unknown token, 403 scope or other patient,
 * 404 not held here, 400 a search parameter that is not served.
 */
export function createHostFhir(options: HostFhirOptions): {
  fetch: (request: Request) => Promise<Response>;
} {
  const { host, urls, records } = options;
  const app = new Hono<Env>().basePath(urls.fhirPath);
  const realm = urls.fhirBase;

  app.use(
    cors({
      origin: [...options.appOrigins],
      allowMethods: ['GET', 'POST', 'OPTIONS'],
      allowHeaders: ['authorization', 'content-type', 'accept', 'x-request-id', 'prefer'],
      exposeHeaders: ['www-authenticate', 'x-request-id'],
      maxAge: 600,
    }),
  );
  app.get('/.well-known/smart-configuration', (c) =>
    c.json(smartConfiguration(host, urls, options.scopes, options.exchangeOrigin)),
  );
  app.get('/metadata', () =>
    fhirResponse(capabilityStatement(urls.fhirBase, `Sandbox host ${host}`, urls)),
  );

  app.use(async (c, next) => {
    const header = c.req.header('authorization');
    const value = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
    const token = value === undefined ? null : await options.resolve(value);
    if (!token) {
      const error = header === undefined ? {} : { error: 'invalid_token' };
      return refuse(
        { status: 401, code: 'login', text: 'A valid access token is required.' },
        { realm, ...error },
      );
    }
    c.set('token', token);
    await next();
    return undefined;
  });

  const answerSearch = (token: GrantedToken, type: string, query: URLSearchParams): Response => {
    if (!isHostType(type)) return notServed();
    const allowed = visible(token, type, records, query);
    if (allowed.type === 'refused') return refuse(allowed.refusal, { realm, error: allowed.error });
    const candidates = allowed.resources;
    const answer = search({ base: urls.fhirBase, type, query, candidates });
    return answer.type === 'found' ? fhirResponse(answer.bundle) : unsupported(answer.parameter);
  };

  app.get('/:type', (c) =>
    answerSearch(c.get('token'), c.req.param('type'), new URL(c.req.url).searchParams),
  );
  app.post('/:type/_search', async (c) => {
    const query = new URL(c.req.url).searchParams;
    for (const [name, value] of new URLSearchParams(await c.req.text())) query.append(name, value);
    return answerSearch(c.get('token'), c.req.param('type'), query);
  });
  app.get('/:type/:id', (c) => {
    const type = c.req.param('type');
    if (!isHostType(type)) return notServed();
    const answer = readAllowed(c.get('token'), type, c.req.param('id'), records);
    return answer.type === 'refused'
      ? refuse(answer.refusal, answer.error ? { realm, error: answer.error } : undefined)
      : fhirResponse(answer.resource);
  });
  app.all('*', () => notServed());
  app.notFound(() => notServed());
  return { fetch: async (request) => app.fetch(request) };
}

export function notServed(): Response {
  return refuse({
    status: 404,
    code: 'not-supported',
    text: 'This interaction is not served here.',
  });
}

export function unsupported(parameter: string): Response {
  const name = parameter.replace(/[^\w:.-]/g, '').slice(0, 40);
  return refuse({
    status: 400,
    code: 'not-supported',
    text: `The search parameter ${name} is not served here.`,
  });
}
