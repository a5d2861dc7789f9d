/**
 * A strict SMART host that is not the sandbox's: its own code on Node's http and jose, none of it
 * shared. It differs wherever the standards leave room, so that an app that only fits our own hosts
 * is found out: RFC 9068 JWT access tokens, SMART v1 scopes in its answers, a relative `fhirUser`,
 * an authorisation server with a name of its own that it states on the redirect (RFC 9207), no
 * refresh tokens, unknown extra fields. Its clinical data is read from an open upstream server.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createForeignKeys, type AccessClaims, type ForeignKeys } from './foreign-keys.ts';

export type ForeignHostOptions = {
  /** An open FHIR R4 base without a trailing slash, e.g. `{host}/open/fhir`. */
  readonly upstream: string;
  readonly appOrigin: string;
  /** A free one if absent. */
  readonly port?: number;
};

export type ForeignHost = {
  /** The FHIR base that the app is launched with (`iss`). */
  readonly issuer: string;
  /** RFC 7662 endpoint; a presented token may vouch for itself. */
  readonly introspection: string;
  /** A fresh launch of the app for one patient and one user, ids as upstream has them. */
  readonly launchUrl: (patientId: string, practitionerId: string) => string;
  readonly close: () => Promise<void>;
};

type Launch = { readonly patient: string; readonly practitioner: string };
type Code = Launch & { challenge: string; nonce: string | null; scope: string };
type Site = ForeignHostOptions & {
  origin: string;
  keys: ForeignKeys;
  launches: Map<string, Launch>;
  codes: Map<string, Code>;
};

const opaque = () => randomBytes(18).toString('hex');
const clientId = 'ocs-launch';

/** What is granted, always in v1 words; anything but reading is left out. */
function v1Scope(asked: string): string {
  return asked
    .split(' ')
    .map((scope) => scope.replace(/^((?:patient|user)\/[A-Za-z*]+)\.(?:rs|r|read)$/, '$1.read'))
    .filter((scope) => /\.read$|^launch$|^openid$|^fhirUser$/.test(scope))
    .join(' ');
}

function send(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

function outcome(res: ServerResponse, status: number, code: string): void {
  const body = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
  if (status === 401) res.setHeader('www-authenticate', 'Bearer');
  res.writeHead(status, { 'content-type': 'application/fhir+json' });
  res.end(JSON.stringify(body));
}

async function form(req: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of req) chunks.push(chunk as Uint8Array);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function configuration({ origin }: Site): object {
  return {
    issuer: `${origin}/identity`,
    jwks_uri: `${origin}/identity/keys`,
    authorization_endpoint: `${origin}/identity/authorize`,
    token_endpoint: `${origin}/identity/token`,
    introspection_endpoint: `${origin}/identity/introspect`,
    authorization_response_iss_parameter_supported: true,
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['authorization_code'],
    capabilities: ['launch-ehr', 'client-public', 'sso-openid-connect', 'permission-v1'],
  };
}

/** Refuses in the browser what must not be redirected, redirects every other refusal. */
function authorize(site: Site, query: URLSearchParams, res: ServerResponse): void {
  const redirect = `${site.appOrigin}/index.html`;
  if (query.get('client_id') !== clientId || query.get('redirect_uri') !== redirect) {
    send(res, 400, { error: 'invalid_client' });
    return;
  }
  const target = new URL(redirect);
  target.searchParams.set('iss', `${site.origin}/identity`);
  target.searchParams.set('state', query.get('state') ?? '');
  const launchId = query.get('launch') ?? '';
  const launch = site.launches.get(launchId);
  const challenge = query.get('code_challenge');
  const sound =
    query.get('response_type') === 'code' &&
    query.get('aud') === `${site.origin}/r4` &&
    query.get('code_challenge_method') === 'S256' &&
    (query.get('state') ?? '').length >= 22;
  if (!launch || !challenge || !sound) {
    target.searchParams.set('error', 'invalid_request');
  } else {
    site.launches.delete(launchId);
    const code = opaque();
    const scope = v1Scope(query.get('scope') ?? '');
    site.codes.set(code, { ...launch, challenge, nonce: query.get('nonce'), scope });
    target.searchParams.set('code', code);
  }
  res.writeHead(302, { location: target.href }).end();
}

async function token(site: Site, body: URLSearchParams, res: ServerResponse): Promise<void> {
  const code = site.codes.get(body.get('code') ?? '');
  site.codes.delete(body.get('code') ?? '');
  const digest = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  const sound =
    body.get('grant_type') === 'authorization_code' &&
    body.get('client_id') === clientId &&
    body.get('redirect_uri') === `${site.appOrigin}/index.html`;
  if (!code || !sound || digest !== code.challenge) {
    send(res, 400, { error: 'invalid_grant' });
    return;
  }
  const { scope, patient, practitioner, nonce } = code;
  const sub = createHash('sha256').update(practitioner).digest('hex').slice(0, 24);
  const fhirUser = `Practitioner/${practitioner}`;
  send(res, 200, {
    access_token: await site.keys.accessToken({ sub, scope, patient, fhirUser }),
    token_type: 'bearer',
    expires_in: 600,
    scope,
    id_token: await site.keys.idToken({ sub, fhirUser, ...(nonce === null ? {} : { nonce }) }),
    patient,
    need_patient_banner: true,
    tenant: 'north-wing',
    '__vendor.context': 'kept for the vendor’s own apps',
  });
}

async function introspect(
  site: Site,
  bearer: AccessClaims | null,
  body: URLSearchParams,
  res: ServerResponse,
): Promise<void> {
  if (!bearer) {
    send(res, 401, { error: 'invalid_client' });
    return;
  }
  const claims = await site.keys.verify(body.get('token') ?? '');
  send(res, 200, claims ? { active: true, ...claims } : { active: false });
}

/** Reads from upstream within the token's patient; upstream's address never shows. */
async function read(
  site: Site,
  claims: AccessClaims | null,
  url: URL,
  res: ServerResponse,
): Promise<void> {
  if (!claims) {
    outcome(res, 401, 'login');
    return;
  }
  const [type = '', id] = url.pathname.slice('/r4/'.length).split('/');
  const clinical = type === 'Patient' || type === 'Encounter';
  const level = clinical ? 'patient' : 'user';
  const scopes = claims.scope.split(' ');
  const inScope = [`${level}/${type}.read`, `${level}/*.read`].some((one) => scopes.includes(one));
  const searched = url.searchParams.get('patient')?.split('/').pop();
  const otherEncounters = type === 'Encounter' && id === undefined && searched !== claims.patient;
  if (!inScope || (type === 'Patient' && id !== claims.patient) || otherEncounters) {
    outcome(res, 403, 'forbidden');
    return;
  }
  const path = id === undefined ? type : `${type}/${id}`;
  const answer = await fetch(`${site.upstream}/${path}${url.search}`);
  const text = (await answer.text()).replaceAll(site.upstream, `${site.origin}/r4`);
  const subject = `"Patient/${claims.patient}"`;
  if (answer.ok && type === 'Encounter' && !text.includes(subject)) {
    outcome(res, 403, 'forbidden');
    return;
  }
  res.writeHead(answer.status, { 'content-type': 'application/fhir+json' }).end(text);
}

async function route(site: Site, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', site.origin);
  res.setHeader('vary', 'Origin');
  if (req.headers.origin === site.appOrigin) {
    res.setHeader('access-control-allow-origin', site.appOrigin);
    res.setHeader('access-control-allow-headers', 'authorization, content-type, accept');
  }
  const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const claims = bearer === undefined ? null : await site.keys.verify(bearer);
  const { pathname } = url;
  if (req.method === 'OPTIONS') res.writeHead(204).end();
  else if (pathname === '/r4/.well-known/smart-configuration') send(res, 200, configuration(site));
  else if (pathname === '/identity/keys') send(res, 200, site.keys.published);
  else if (pathname === '/identity/authorize') authorize(site, url.searchParams, res);
  else if (req.method === 'POST' && pathname === '/identity/token') {
    await token(site, await form(req), res);
  } else if (req.method === 'POST' && pathname === '/identity/introspect') {
    await introspect(site, claims, await form(req), res);
  } else if (req.method === 'GET' && pathname.startsWith('/r4/')) {
    await read(site, claims, url, res);
  } else outcome(res, 404, 'not-supported');
}

/** Starts the host on loopback. Everything it knows is gone when it closes. */
export async function startForeignHost(options: ForeignHostOptions): Promise<ForeignHost> {
  const holder: { site?: Site } = {};
  const server = createServer((req, res) => {
    if (!holder.site) return;
    route(holder.site, req, res).catch(() => {
      res.destroy();
    });
  });
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = await createForeignKeys(`${origin}/identity`, `${origin}/r4`, clientId);
  const site: Site = { ...options, origin, keys, launches: new Map(), codes: new Map() };
  holder.site = site;
  return {
    issuer: `${origin}/r4`,
    introspection: `${origin}/identity/introspect`,
    launchUrl: (patient, practitioner) => {
      const launch = opaque();
      site.launches.set(launch, { patient, practitioner });
      const query = new URLSearchParams({ launch, iss: `${origin}/r4` });
      return `${options.appOrigin}/launch.html?${query.toString()}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
