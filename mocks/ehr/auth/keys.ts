import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { HostKey } from '../../scenarios/types.ts';

/** The GP host signs with RSA, the EPR with an elliptic curve: an app must cope with both. */
export const signingAlgorithm = { gp: 'RS256', epr: 'ES256' } as const satisfies Record<
  HostKey,
  'RS256' | 'ES256'
>;

/** Finding an RSA key takes a tenth of a second of a processor, a sandbox without it a twentieth. */
const made = new Map<HostKey, Promise<{ keys: JWK[] }>>();

/**
 * Signing keys for one issuer, made when a process first asks and never written down. Where they
 * could not be made, whoever asks next has it tried again.
 */
export function createSigningKeys(host: HostKey): Promise<{ keys: JWK[] }> {
  const earlier = made.get(host);
  if (earlier) return earlier;
  const making = make(host).catch((error: unknown) => {
    made.delete(host);
    throw error;
  });
  made.set(host, making);
  return making;
}

async function make(host: HostKey): Promise<{ keys: JWK[] }> {
  const alg = signingAlgorithm[host];
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { keys: [{ ...jwk, alg, use: 'sig', kid: `${host}-1` }] };
}
