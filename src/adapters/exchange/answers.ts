/** What the user answered beside the question: the terms, and telling the patient. */
import type { Terms } from '../../domain/terms.ts';
import { isAcknowledged, termsAnswer, toldAnswer } from '../../fhir/gate/answer-event.ts';
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import { refusedWith } from './refusal-reason.ts';
import { postEvent, type Sending } from './event.ts';
import type { Wire } from './request.ts';

export type AnswerDeps = {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly terms: Pick<Terms, 'url' | 'version'>;
};

export type Answers = Pick<ExchangePort, 'recordTerms' | 'recordTold'>;

/** Whatever is sent again is the same event under the same request id, so that it counts once. */
export function answering(wire: Wire, deps: AnswerDeps): Answers {
  const sent = new Map<string, Sending>();

  return {
    recordTerms: async (answer) => {
      const code = answer === 'accepted' ? 'terms-accepted' : 'terms-put-off';
      const canonical = `${deps.terms.url}|${deps.terms.version}`;
      return recorded(once(code, (recorded) => termsAnswer({ code, recorded }, canonical)));
    },
    recordTold: async (consentId, code) =>
      recorded(
        once(`${code} ${consentId}`, (now) => toldAnswer({ code, recorded: now }, consentId)),
      ),
  };

  function once(answer: string, make: (recorded: string) => object): Sending {
    const known = sent.get(answer);
    if (known) return known;
    const sending = { event: make(deps.now().toISOString()), requestId: deps.newId() };
    sent.set(answer, sending);
    return sending;
  }

  /** Acknowledged by the stored event alone: anything else of this answer is not recorded. */
  async function recorded(sending: Sending): Promise<Outcome<true>> {
    const answer = await postEvent(wire, sending);
    if (answer.type === 'failed') return answer;
    if (!answer.ok) return refusedWith(answer);
    const stored = answer.status === 200 || answer.status === 201;
    return stored && isAcknowledged(sending.event, answer.body)
      ? { type: 'ok', value: true }
      : { type: 'failed', failure: answer.failure };
  }
}
