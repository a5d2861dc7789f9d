/** HTTP manners of contract.md 1: exact-origin CORS, no caching, bounded bodies. */
import { operationOutcome, refuse, ok } from './outcomes.ts';
import type { Refusal, Result } from './outcomes.ts';

export const fhirJson = 'application/fhir+json; charset=utf-8';
const requestHeaders = 'authorization, content-type, accept, x-request-id, dpop, category';
const exposedHeaders = 'www-authenticate, retry-after, x-request-id, dpop-nonce';
const bodyLimit = 256 * 1024;

/** A FHIR JSON answer. `body` is any serialisable resource. */
export function fhirResponse(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': fhirJson, ...headers },
  });
}

/** The one way a refusal leaves: OperationOutcome, and the headers its status asks for. */
export function refusalResponse(refusal: Refusal): Response {
  const headers: Record<string, string> = {};
  if (refusal.retryAfter !== undefined) headers['retry-after'] = String(refusal.retryAfter);
  if (refusal.status === 401) {
    const error = refusal.oauthError ? `, error="${refusal.oauthError}"` : '';
    headers['www-authenticate'] = `Bearer realm="OCS exchange"${error}`;
  }
  return fhirResponse(operationOutcome(refusal), refusal.status, headers);
}

/** Adds what every answer carries: request id echo, no-store, CORS for an exact origin only. */
export function dress(request: Request, response: Response, origins: readonly string[]): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.append('vary', 'Origin');
  headers.append('vary', 'Accept');
  const requestId = request.headers.get('x-request-id') ?? '';
  if (/^[A-Za-z0-9-]{1,64}$/.test(requestId)) headers.set('x-request-id', requestId);
  const origin = request.headers.get('origin');
  if (origin !== null && origins.includes(origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', exposedHeaders);
  }
  return new Response(response.body, { status: response.status, headers });
}

/** Preflight, unauthenticated: allowed for an exact origin, bare otherwise. */
export function preflight(request: Request, origins: readonly string[]): Response {
  const allowed = origins.includes(request.headers.get('origin') ?? '');
  const headers: Record<string, string> = allowed
    ? {
        // OPTIONS by itself too: an app may ask ahead of time.
        'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
        'access-control-allow-headers': requestHeaders,
        'access-control-max-age': '600',
      }
    : {};
  return dress(request, new Response(null, { status: 204, headers }), origins);
}

const tooLarge = refuse({
  status: 413,
  code: 'too-long',
  reason: 'too-large',
  text: 'The request body is larger than this exchange accepts.',
});

/** The body as text, refused above 256 KiB however it is framed. */
export async function readBody(request: Request): Promise<Result<string>> {
  if (Number(request.headers.get('content-length') ?? '0') > bodyLimit) return tooLarge;
  if (request.body === null) return ok('');
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(text + decoder.decode());
    size += value.byteLength;
    if (size > bodyLimit) {
      await reader.cancel();
      return tooLarge;
    }
    text += decoder.decode(value, { stream: true });
  }
}

const deepest = 64;

/** How deep brackets nest, strings aside: nothing here recurses into what a caller nested. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const token of json.match(/"(?:[^"\\]|\\.)*"|[[\]{}]/g) ?? []) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** The body as JSON of unknown shape; not JSON, or not declared as JSON, is a 400 or 415. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/fhir+json' && type !== 'application/json') {
    return refuse({
      status: 415,
      code: 'not-supported',
      reason: 'media-type',
      text: 'Send application/fhir+json.',
    });
  }
  const body = await readBody(request);
  if (!body.ok) return body;
  if (isTooDeep(body.value)) {
    return refuse({ status: 400, code: 'structure', reason: 'too-deep', text: 'Nested too deep.' });
  }
  try {
    const parsed: unknown = JSON.parse(body.value);
    return ok(parsed);
  } catch {
    return refuse({ status: 400, code: 'structure', reason: 'not-json', text: 'Not valid JSON.' });
  }
}
