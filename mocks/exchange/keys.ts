/** The exchange's own credential at its hosts (SMART Backend Services, RFC 7523). */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';

/** The client id under which hosts know this exchange. */
export const exchangeClientId = 'ocs-exchange';

export type ExchangeKeys = {
  /** Public keys only, served at `/.well-known/jwks.json`. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** A one-minute client assertion for one audience. */
  readonly assertion: (audience: string, now: Date) => Promise<string>;
};

/** Makes a key pair at start; it lives in memory only. */
export async function createKeys(): Promise<ExchangeKeys> {
  const { publicKey, privateKey } = await generateKeyPair('ES384');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'ES384', use: 'sig' }] },
    assertion: (audience, now) => {
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'ES384', kid, typ: 'JWT' })
        .setIssuer(exchangeClientId)
        .setSubject(exchangeClientId)
        .setAudience(audience)
        .setJti(crypto.randomUUID())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 60)
        .sign(privateKey);
    },
  };
}
