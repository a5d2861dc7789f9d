/** Which decisions may be sent to be recorded at all. Source: domain notes 3, 4 and 6. */
import { type AccessDecision, type OwnPermit, reachOf } from '../domain/access.ts';
import { newestFirst, parseClinicalDate } from '../domain/clinical-date.ts';
import { hasDied } from '../domain/person.ts';
import type { AtGate } from './state.ts';
import type { Policy } from './step.ts';

/** The screen asks for all of this; the gate does not rest on the screen having asked. */
export function mayBeRecorded(
  decision: AccessDecision,
  { verified }: Pick<AtGate, 'verified'>,
  policy: Policy,
): boolean {
  const { match } = verified;
  if (!match.toConfirm.every((field) => decision.confirmed.includes(field))) return false;
  const { basis } = decision;
  const isDead = hasDied(verified.host, verified.patient);
  if (basis.type !== 'break-glass') {
    if (isDead) return false;
    return basis.type !== 'agreed-earlier' || (isSaid(basis.askedBy) && isSaid(basis.askedAt));
  }
  if (!isSaid(basis.justification)) return false;
  // Of someone who has died only the death itself is a reason, and it is one of nobody else.
  if (reachOf(basis.reason) === 'death') return isDead && policy.deceased === 'certify';
  return !isDead && policy.breakGlassReasons.includes(basis.reason);
}

/**
 * Permission of this user, in this host encounter, that may stand: the newest (domain notes, 3).
 * The exchange sends only what is current by its own clock.
 */
export function standsIn(
  { verified, standing }: Pick<AtGate, 'verified' | 'standing'>,
  policy: Policy,
): OwnPermit | null {
  const { encounterId } = verified.session;
  if (
    !policy.permissionStands ||
    encounterId === null ||
    hasDied(verified.host, verified.patient)
  ) {
    return null;
  }
  const [newest] = standing.ownPermits
    .filter((permit) => permit.basis.type !== 'break-glass' && permit.encounterId === encounterId)
    .sort((a, b) => newestFirst(parseClinicalDate(a.recordedAt), parseClinicalDate(b.recordedAt)));
  return newest ?? null;
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}
