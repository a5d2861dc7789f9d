import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { HostKey } from '../../scenarios/types.ts';

/** The GP host signs with RSA, the EPR with an elliptic curve: an app must cope with both. */
export const signingAlgorithm = { gp: 'RS256', epr: 'ES256' } as const satisfies Record<
  HostKey,
  'RS256' | 'ES256'
>;

/** Fresh signing keys for one issuer, made at start and never written down. */
export async function createSigningKeys(host: HostKey): Promise<{ keys: JWK[] }> {
  const alg = signingAlgorithm[host];
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { keys: [{ ...jwk, alg, use: 'sig', kid: `${host}-1` }] };
}
