/** Effects beside the way to the record: terms, told patients, rechecks, the review feed. */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import { answered } from './answered.ts';
import type { Reply } from './perform.ts';

export async function recordTerms(
  answer: 'accepted' | 'put-off',
  { exchange }: Ports,
): Promise<Reply> {
  return answered(
    await exchange.recordTerms(answer),
    () => ({ type: 'terms-recorded' }),
    (failure) => ({ type: 'terms-failed', failure }),
  );
}

export async function recordTold(
  { consentId, answer }: Extract<Effect, { type: 'record-told' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const { type } = await exchange.recordTold(consentId, answer);
  return { type: type === 'ok' ? 'told-recorded' : 'told-failed', consentId };
}

/** What can not be read now is asked again at the next turn; only an answer shuts anything. */
export async function recheck(
  { patient, receipt }: Extract<Effect, { type: 'recheck' }>,
  { exchange }: Ports,
): Promise<Reply> {
  return answered(
    await exchange.recheck(patient, receipt),
    (verdict) => ({ type: 'rechecked', verdict }),
    ({ kind }) => {
      const shut = kind === 'unauthorised' || kind === 'forbidden';
      return shut ? { type: 'refused', reason: { type: 'session-ended' } } : null;
    },
  );
}

export async function readReview({ exchange }: Ports): Promise<Reply> {
  return answered(
    await exchange.review(),
    (entries) => ({ type: 'review-read', entries }),
    (failure) => ({ type: 'review-failed', failure }),
  );
}
