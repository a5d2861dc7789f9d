/** What the exchange refused, in words the launch has (contract, section 3). */
import { refusalCodes } from '../../fhir/gate/refusal-codes.ts';
import { spineCodes } from '../../fhir/spine.ts';
import type { ClosedReason } from '../../flow/closed.ts';
import type { Failure } from '../../flow/failure.ts';
import type { Answer } from './request.ts';

type Refused = Pick<Extract<Answer, { type: 'answer' }>, 'status' | 'body'>;

/**
 * @param roleText what the host calls the user's role, for a refusal of the role; null where the
 *   caller does not know it
 * @returns null for a refusal without words of its own on screen: it counts as a failed call
 */
export function reasonOf(
  { status, body }: Refused,
  roleText: string | null = null,
): ClosedReason | null {
  const codes = spineCodes(body);
  if (codes.includes('NO_PATIENT_CONSENT')) return { type: 'dissent' };
  if (codes.includes('REQUEST_UNMATCHED')) return { type: 'unmatched' };
  if (status !== 403) return null;
  for (const code of refusalCodes(body)) {
    const reason = reasonFor(code, roleText);
    if (reason) return reason;
  }
  return null;
}

function reasonFor(code: string, roleText: string | null): ClosedReason | null {
  switch (code) {
    case 'dissent':
      return { type: 'dissent' };
    case 'other-patient':
      return { type: 'unmatched' };
    case 'own-record':
      return { type: 'own-record', certainty: 'certain' };
    case 'namesake':
      return { type: 'own-record', certainty: 'likely' };
    case 'wrong-role':
      return roleText === null ? null : { type: 'not-clinician', roleText };
    case 'restricted':
      return { type: 'restricted' };
    case 'deceased':
      return { type: 'deceased', notice: 'formal' };
    case 'deceased-informal':
      return { type: 'deceased', notice: 'informal' };
    case 'terms':
      return { type: 'terms-not-accepted' };
    default:
      return null;
  }
}

/** The answer of a call that was refused: with words where there are some, else as it failed. */
export function refusedWith(
  answer: Refused & { readonly failure: Failure },
  roleText: string | null = null,
):
  | { readonly type: 'refused'; readonly reason: ClosedReason }
  | { readonly type: 'failed'; readonly failure: Failure } {
  const reason = reasonOf(answer, roleText);
  return reason ? { type: 'refused', reason } : { type: 'failed', failure: answer.failure };
}
