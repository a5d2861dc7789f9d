/** The host's token, judged by the host itself: RFC 7662 introspection, closed on any doubt. */
import { z } from 'zod';
import { hostIdentifier } from './host-shapes.ts';
import type { HostIdentifier } from './host-shapes.ts';
import type { ExchangeKeys } from './keys.ts';
import type { ExchangeHost } from './options.ts';
import { forbidden, ok, refuse, unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';

const hostTimeoutMs = 8000;

/** What the host says a token is. `expiresAt` bounds a break glass (contract.md 2.3). */
export type TokenFacts = {
  readonly clientId: string;
  readonly expiresAt: Date;
  readonly patientId: string;
  readonly sub?: string;
  /** The host's Encounter, where the launch has one. */
  readonly encounter?: string;
  /** Of the patient, where the host says them in `fhirContext` (SMART App Launch 2.2). */
  readonly contextIdentifiers: readonly HostIdentifier[];
  /** Absolute URL under the host's FHIR base, `Practitioner/{id}` or `PractitionerRole/{id}`. */
  readonly fhirUser: { readonly type: 'Practitioner' | 'PractitionerRole'; readonly id: string };
};

const introspected = z.object({
  active: z.boolean(),
  client_id: z.string().optional(),
  // Seconds, within what a Date can hold: an expiry that is no time would never come.
  exp: z.number().min(0).max(8.6e12).optional(),
  patient: z.string().optional(),
  sub: z.string().min(1).optional(),
  fhirUser: z.string().optional(),
  encounter: z.string().optional(),
  fhirContext: z.unknown().optional(),
});

/** One entry that says who the launch's patient is; another role of it would be another matter. */
const contextPatient = z.object({
  type: z.literal('Patient'),
  role: z.literal('launch').optional(),
  identifier: hostIdentifier,
});

function contextIdentifiers(fhirContext: unknown): HostIdentifier[] {
  const entries = z.array(z.unknown()).safeParse(fhirContext);
  return (entries.data ?? []).flatMap((entry) => {
    const parsed = contextPatient.safeParse(entry);
    return parsed.success ? [parsed.data.identifier] : [];
  });
}

const fhirId = /^[A-Za-z0-9.-]{1,64}$/;

export const notAuthenticated = (oauthError?: 'invalid_token') =>
  refuse({
    status: 401,
    code: 'login',
    reason: 'token',
    text: 'A current access token of this host is needed.',
    ...(oauthError ? { oauthError } : {}),
  });

/** The bearer token of a request, or 401. Only RFC 6750's b64token characters. */
export function bearerToken(request: Request): Result<string> {
  const header = request.headers.get('authorization');
  if (header === null) return notAuthenticated();
  const match = /^Bearer ([A-Za-z0-9._~+/-]{1,8192}=*)$/i.exec(header);
  return match?.[1] === undefined ? notAuthenticated('invalid_token') : ok(match[1]);
}

/**
 * Where `fhirUser` lies. Anything not exactly `{fhirBase}/Practitioner(Role)/{id}` is refused
 * before a single request is made: a token must not choose where the exchange sends itself.
 */
export function placeFhirUser(host: ExchangeHost, fhirUser: string): TokenFacts['fhirUser'] | null {
  const prefix = `${host.fhirBase}/`;
  const local = fhirUser.startsWith(prefix) ? fhirUser.slice(prefix.length) : fhirUser;
  const match = /^(Practitioner|PractitionerRole)\/([A-Za-z0-9.-]{1,64})$/.exec(local);
  const [, type, id] = match ?? [];
  if (id === undefined || id === '.' || id === '..') return null;
  return { type: type === 'Practitioner' ? 'Practitioner' : 'PractitionerRole', id };
}

async function ask(
  host: ExchangeHost,
  token: string,
  keys: ExchangeKeys,
  now: Date,
  fetcher: typeof fetch,
): Promise<Result<z.infer<typeof introspected>>> {
  const form = new URLSearchParams({ token, token_type_hint: 'access_token' });
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  if (host.introspection === 'presented-token') {
    if (!host.sandbox) return unavailable('introspection', 'This host is not set up safely.');
    headers['authorization'] = `Bearer ${token}`;
  } else {
    const audience = host.introspectionAudience ?? host.introspectionEndpoint;
    form.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    form.set('client_assertion', await keys.assertion(audience, now));
  }
  try {
    const response = await fetcher(host.introspectionEndpoint, {
      method: 'POST',
      headers,
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(hostTimeoutMs),
    });
    if (!response.ok) throw new Error(`introspection answered ${response.status}`);
    return ok(introspected.parse(await response.json()));
  } catch {
    return unavailable('introspection', 'The host did not confirm the token. Try again.');
  }
}

/**
 * Introspects one token at its host's fixed endpoint. Outcomes: the facts; 401 when inactive or
 * expired; 403 when it is another client's, lacks a patient or user, or its user lies outside the
 * host's FHIR base; 503 when the host does not answer.
 */
export async function introspect(
  host: ExchangeHost,
  token: string,
  keys: ExchangeKeys,
  now: Date,
  fetcher: typeof fetch,
): Promise<Result<TokenFacts>> {
  const answer = await ask(host, token, keys, now, fetcher);
  if (!answer.ok) return answer;
  const { active, client_id: clientId, exp, patient, sub, fhirUser, encounter } = answer.value;
  if (!active) return notAuthenticated('invalid_token');
  if (clientId === undefined || exp === undefined || patient === undefined) {
    return forbidden('token-context', 'The token says too little: client, expiry or patient.');
  }
  if (exp * 1000 <= now.getTime()) return notAuthenticated('invalid_token');
  if (!host.clientIds.includes(clientId)) {
    return forbidden('client', 'This exchange does not serve that app.');
  }
  if (!fhirId.test(patient)) {
    return forbidden('token-context', 'The token names no usable patient.');
  }
  if (encounter !== undefined && !fhirId.test(encounter)) {
    return forbidden('token-context', 'The token names no usable encounter.');
  }
  const placed = fhirUser === undefined ? null : placeFhirUser(host, fhirUser);
  if (placed === null) {
    return forbidden('fhir-user', 'The token names no clinician of this host.');
  }
  return ok({
    clientId,
    expiresAt: new Date(exp * 1000),
    patientId: patient,
    fhirUser: placed,
    contextIdentifiers: contextIdentifiers(answer.value.fhirContext),
    ...(encounter === undefined ? {} : { encounter }),
    ...(sub === undefined ? {} : { sub }),
  });
}
