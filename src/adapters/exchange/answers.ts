/** Events the app reports: the terms, telling the patient, and its own refusals. */
import type { Terms } from '../../domain/terms.ts';
import { isAcknowledged, termsAnswer, toldAnswer } from '../../fhir/gate/answer-event.ts';
import { refusalEvent } from '../../fhir/gate/refusal-event.ts';
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import { insist } from './insist.ts';
import { refusalCode } from './refusal-code.ts';
import { refusedWith } from './refusal-reason.ts';
import { type Answer, ask, type Wire } from './request.ts';

export type AnswerDeps = {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Runs something after so many milliseconds. */
  readonly later: (run: () => void, afterMs: number) => void;
  readonly terms: Pick<Terms, 'url' | 'version'>;
};

export type Answers = Pick<ExchangePort, 'recordTerms' | 'recordTold' | 'reportRefusal'>;

type Sending = { readonly event: object; readonly requestId: string };

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
    reportRefusal: async ({ reason, patient }) => {
      const facts = { ...refusalCode(reason), patient, recorded: deps.now().toISOString() };
      const sending = { event: refusalEvent(facts), requestId: deps.newId() };
      return insist(() => post(wire, sending), deps.later);
    },
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
    const answer = await post(wire, sending);
    if (answer.type === 'failed') return answer;
    if (!answer.ok) return refusedWith(answer);
    const stored = answer.status === 200 || answer.status === 201;
    return stored && isAcknowledged(sending.event, answer.body)
      ? { type: 'ok', value: true }
      : { type: 'failed', failure: answer.failure };
  }
}

/** `keepalive`: the page may be closing, and this must still arrive. */
function post(wire: Wire, { event, requestId }: Sending): Promise<Answer> {
  return ask(wire, {
    method: 'POST',
    url: `${wire.base}/AuditEvent`,
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(event),
    requestId,
    keepalive: true,
  });
}
