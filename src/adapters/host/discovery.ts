/** What a SMART host says about itself, as far as a launch needs it. */

/** Absolute URLs, https (or http on loopback). */
export type Discovery = {
  /** The authorisation server's name for itself: `iss` of id_token and of RFC 9207. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly authorizeUri: string;
  readonly tokenUri: string;
  readonly revocationUri: string | null;
  /** The server promises `iss` on every authorisation response (RFC 9207, 3). */
  readonly namesItself: boolean;
};

/** `{base}/.well-known/smart-configuration` (SMART App Launch 2.2, "Conformance"). */
export function discoveryUrl(fhirBase: string): string {
  return `${fhirBase.replace(/\/+$/, '')}/.well-known/smart-configuration`;
}

/**
 * @param raw the parsed answer of `.well-known/smart-configuration`
 * @returns null where the host can not be used safely: no PKCE S256, no OpenID Connect keys, or
 *   an endpoint that is no https URL. Never "an open server".
 */
export function parseDiscovery(raw: unknown): Discovery | null {
  if (!isRecord(raw)) return null;
  const issuer = endpoint(raw['issuer']);
  const jwksUri = endpoint(raw['jwks_uri']);
  const authorizeUri = endpoint(raw['authorization_endpoint']);
  const tokenUri = endpoint(raw['token_endpoint']);
  const methods: unknown = raw['code_challenge_methods_supported'];
  if (issuer === null || jwksUri === null || authorizeUri === null || tokenUri === null) {
    return null;
  }
  if (!Array.isArray(methods) || !methods.includes('S256')) return null;
  return {
    issuer,
    jwksUri,
    authorizeUri,
    tokenUri,
    revocationUri: endpoint(raw['revocation_endpoint']),
    namesItself: raw['authorization_response_iss_parameter_supported'] === true,
  };
}

/** A `javascript:` address would run in our page, and plain http would show the code. */
function endpoint(raw: unknown): string | null {
  if (typeof raw !== 'string' || !URL.canParse(raw)) return null;
  const url = new URL(raw);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
  return safe && url.hash === '' && url.username === '' && url.password === '' ? raw : null;
}

/** A JSON object: something whose fields can be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
