/** The keys a sandbox issuer signs with: made once in a process, and never given up on. */
import { describe, expect, it, vi } from 'vitest';

/** As in a process that has made none yet. */
function fresh() {
  vi.resetModules();
  return import('../../mocks/ehr/auth/keys.ts');
}

describe('the signing keys of an issuer', () => {
  it('are made once, whoever asks and when', async () => {
    const { createSigningKeys } = await fresh();
    const [first, second] = await Promise.all([createSigningKeys('epr'), createSigningKeys('epr')]);
    expect(second).toBe(first);
    expect(await createSigningKeys('epr')).toBe(first);
  });

  it('are tried for again once they could not be made', async () => {
    const { createSigningKeys } = await fresh();
    const failure = new Error('no randomness');
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(failure);
    await expect(createSigningKeys('epr')).rejects.toBe(failure);
    expect((await createSigningKeys('epr')).keys).toHaveLength(1);
  });
});
