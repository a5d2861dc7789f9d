/** The foreign host's tokens: RS256 JWTs, verified by the host itself when they come back. */
import { randomUUID } from 'node:crypto';
import { SignJWT, exportJWK, generateKeyPair, jwtVerify, type JWK } from 'jose';

/** What an access token says: RFC 9068's claims, and the launch context. */
export type AccessClaims = {
  readonly client_id: string;
  readonly sub: string;
  readonly scope: string;
  readonly patient: string;
  readonly fhirUser: string;
  /** Seconds since the epoch. */
  readonly exp: number;
};

export type ForeignKeys = {
  readonly published: { readonly keys: readonly JWK[] };
  readonly accessToken: (claims: {
    sub: string;
    scope: string;
    patient: string;
    fhirUser: string;
  }) => Promise<string>;
  readonly idToken: (claims: { sub: string; fhirUser: string; nonce?: string }) => Promise<string>;
  /** The claims of an access token of this host's own; null for any other string. */
  readonly verify: (token: string) => Promise<AccessClaims | null>;
};

const kid = 'foreign-2026';

/** Fresh keys; `issuer` signs, `audience` is the FHIR base, `client` the one registered app. */
export async function createForeignKeys(
  issuer: string,
  audience: string,
  client: string,
): Promise<ForeignKeys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const sign = (claims: Record<string, string>, typ: string, intended: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid, typ })
      .setIssuer(issuer)
      .setAudience(intended)
      .setIssuedAt()
      .setJti(randomUUID())
      .setExpirationTime('10m')
      .sign(privateKey);
  return {
    published: { keys: [jwk] },
    accessToken: (claims) => sign({ ...claims, client_id: client }, 'at+jwt', audience),
    idToken: (claims) => sign({ ...claims }, 'JWT', client),
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify<AccessClaims>(token, publicKey, {
          issuer,
          audience,
          typ: 'at+jwt',
        });
        const { client_id, sub, scope, patient, fhirUser, exp } = payload;
        return { client_id, sub, scope, patient, fhirUser, exp };
      } catch {
        return null;
      }
    },
  };
}
