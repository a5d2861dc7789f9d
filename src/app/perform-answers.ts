/** Effects beside the way to the record: terms, told patients, rechecks, the review feed. */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import type { Reply } from './perform.ts';

export async function recordTerms(
  answer: 'accepted' | 'put-off',
  { exchange }: Ports,
): Promise<Reply> {
  const outcome = await exchange.recordTerms(answer);
  switch (outcome.type) {
    case 'ok':
      return { type: 'terms-recorded' };
    case 'failed':
      return { type: 'terms-failed', failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
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
  const outcome = await exchange.recheck(patient, receipt);
  switch (outcome.type) {
    case 'ok':
      return { type: 'rechecked', verdict: outcome.value };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
    case 'failed': {
      const { kind } = outcome.failure;
      const shut = kind === 'unauthorised' || kind === 'forbidden';
      return shut ? { type: 'refused', reason: { type: 'session-ended' } } : null;
    }
  }
}

export async function readReview({ exchange }: Ports): Promise<Reply> {
  const outcome = await exchange.review();
  switch (outcome.type) {
    case 'ok':
      return { type: 'review-read', entries: outcome.value };
    case 'failed':
      return { type: 'review-failed', failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}
