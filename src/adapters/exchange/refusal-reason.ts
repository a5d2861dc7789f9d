import type { ClosedReason } from '../../flow/closed.ts';

/** Spine codes of a whole refusal that have words of their own on screen (contract, section 3). */
export function reasonOf(codes: readonly string[]): ClosedReason | null {
  if (codes.includes('NO_PATIENT_CONSENT')) return { type: 'dissent' };
  return codes.includes('REQUEST_UNMATCHED') ? { type: 'unmatched' } : null;
}
