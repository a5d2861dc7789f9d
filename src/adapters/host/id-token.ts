/** Loaded only on the redirect page, once there is a token to check: jose is the price of it. */
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { isRecord } from './discovery.ts';

export type ExpectedToken = {
  /** The authorisation server, from discovery; compared exactly. */
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly now: Date;
};

export type IdClaims = { readonly fhirUser: unknown };

/** Ward computers' clocks run off; a minute is what OpenID Connect implementers allow. */
const clockToleranceSeconds = 60;

/**
 * Verifies an id_token (OpenID Connect Core, 3.1.3.7; SMART 2.2): signature RS256 or ES256 by one
 * of the host's keys, `iss`, `aud` and `azp`, `exp`, and the `nonce` of this very launch.
 * @param keys the host's JWKS as fetched
 * @returns the claims that may now be believed; null where anything at all is wrong
 */
export async function verifyIdToken(
  token: unknown,
  keys: unknown,
  expected: ExpectedToken,
): Promise<IdClaims | null> {
  if (typeof token !== 'string' || !isKeySet(keys)) return null;
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['RS256', 'ES256'],
      issuer: expected.issuer,
      audience: expected.clientId,
      currentDate: expected.now,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['sub', 'exp'],
    });
    if (payload['nonce'] !== expected.nonce) return null;
    const several = Array.isArray(payload.aud) && payload.aud.length > 1;
    const party: unknown = payload['azp'] ?? (several ? null : expected.clientId);
    return party === expected.clientId ? { fhirUser: payload['fhirUser'] } : null;
  } catch {
    // Every way a token can be wrong is the same to us: nobody has signed in.
    return null;
  }
}

function isKeySet(raw: unknown): raw is JSONWebKeySet {
  return isRecord(raw) && Array.isArray(raw['keys']) && raw['keys'].every(isRecord);
}
