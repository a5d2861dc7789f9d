/** The exchange's answer to the record, and the Consent as it keeps it. */
import * as s from '../shape.ts';
import { type AccessReceipt, receiptOf } from '../../domain/access.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import { coding, id, identifier, meta, period, reference, unmodified } from '../datatypes.ts';
import { matching } from '../limits.ts';
import { parsed } from '../parsed.ts';
import { type DecisionFacts, policyOf, purposeOf } from './decision-facts.ts';
import { isObject, isOfDecision } from './held-consent.ts';

const storedConsent = s.object({
  ...unmodified,
  resourceType: s.literal('Consent'),
  id,
  meta: s.optional(meta),
  identifier: s.array(identifier),
  status: s.literal('active'),
  patient: reference,
  policy: s.array(s.object({ uri: s.optional(s.string) })),
  provision: s.object({
    type: s.literal('permit'),
    period: s.optional(period),
    purpose: s.array(coding),
    actor: s.array(s.object({ reference })),
  }),
});

const answer = s.object({
  ...unmodified,
  resourceType: s.literal('Bundle'),
  type: s.literal('transaction-response'),
  entry: s.array(
    s.object({
      resource: s.optional(s.unknown),
      response: s.object({
        status: matching(/^2\d\d\b/),
        lastModified: s.optional(s.string),
      }),
    }),
  ),
});

export type ReceiptReading =
  | {
      readonly type: 'receipt';
      readonly receipt: AccessReceipt;
      /** The stored Consent, unread, to be sent back when the access ends. */
      readonly consent: object;
    }
  | { readonly type: 'bad-answer' };

const bad: ReceiptReading = { type: 'bad-answer' };

/**
 * @param body the parsed JSON of the transaction's answer
 * @param facts what was asked to be recorded
 * @returns a receipt only for one 2xx entry whose Consent is this very decision: active, the same
 *   identifier, patient, user, policy and purpose, with the exchange's own time on it
 */
export function receipt(body: unknown, facts: DecisionFacts): ReceiptReading {
  const entries = parsed(answer, body)?.entry ?? [];
  const [entry] = entries;
  const stored = parsed(storedConsent, entry?.resource);
  if (!entry || entries.length !== 1 || !stored || !isObject(entry.resource)) return bad;
  if (!isThisDecision(stored, facts)) return bad;
  const { start, end } = stored.provision.period ?? {};
  const recordedAt = stored.meta?.lastUpdated ?? entry.response.lastModified ?? start;
  if (!isInstant(recordedAt) || (end !== undefined && !isInstant(end))) return bad;
  return {
    type: 'receipt',
    receipt: receiptOf({
      consentId: stored.id,
      decisionId: facts.decisionId,
      patient: facts.patient,
      user: facts.user.fhirUser,
      basis: facts.decision.basis.type === 'break-glass' ? 'break-glass' : 'permission',
      recordedAt,
      until: end ?? null,
    }),
    consent: entry.resource,
  };
}

function isThisDecision(stored: s.Infer<typeof storedConsent>, facts: DecisionFacts): boolean {
  const { policy, provision } = stored;
  const { basis } = facts.decision;
  const [actor, another] = provision.actor;
  const [said] = provision.purpose;
  const recordedFor = actor?.reference.identifier;
  const { identifier: own } = facts.user;
  const purpose = purposeOf(basis);
  return (
    isOfDecision(stored.identifier, facts.decisionId) &&
    stored.patient.reference === `Patient/${facts.patient}` &&
    another === undefined &&
    recordedFor?.system === own.system &&
    recordedFor.value === own.value &&
    policy.length === 1 &&
    policy[0]?.uri === policyOf(basis) &&
    provision.purpose.length === 1 &&
    said !== undefined &&
    said.system === purpose.system &&
    said.code === purpose.code
  );
}

function isInstant(raw: string | undefined): raw is string {
  return raw !== undefined && parseClinicalDate(raw)?.precision === 'time';
}
