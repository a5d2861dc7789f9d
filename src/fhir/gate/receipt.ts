/** The exchange's answer to the record, and the Consent as it keeps it. */
import * as z from 'zod/mini';
import { type AccessReceipt, receiptOf } from '../../domain/access.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { PatientRef } from '../../domain/person.ts';
import {
  coding,
  id,
  type Identifier,
  identifier,
  meta,
  parsed,
  period,
  reference,
  unmodified,
} from '../datatypes.ts';
import { searchset } from '../searchset.ts';
import { codeSystem, identifierSystem, ocs } from '../systems.ts';
import type { DecisionFacts } from './decision-bundle.ts';

const storedConsent = z.object({
  ...unmodified,
  resourceType: z.literal('Consent'),
  id,
  meta: z.optional(meta),
  identifier: z.array(identifier),
  status: z.literal('active'),
  patient: reference,
  policy: z.array(z.object({ uri: z.optional(z.string()) })),
  provision: z.object({
    type: z.literal('permit'),
    period: z.optional(period),
    purpose: z.array(coding),
  }),
});

const answer = z.object({
  ...unmodified,
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction-response'),
  entry: z.array(
    z.object({
      resource: z.optional(z.unknown()),
      response: z.object({
        status: z.string().check(z.regex(/^2\d\d\b/)),
        lastModified: z.optional(z.string()),
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
 *   identifier, patient, policy and purpose, with the exchange's own time on it
 */
export function receipt(body: unknown, facts: DecisionFacts): ReceiptReading {
  const entries = parsed(answer, body)?.entry ?? [];
  const [entry] = entries;
  const stored = parsed(storedConsent, entry?.resource);
  if (!entry || entries.length !== 1 || !stored || !isObject(entry.resource)) return bad;
  const breakGlass = facts.decision.basis.type === 'break-glass';
  if (!isThisDecision(stored, facts, breakGlass)) return bad;
  const { start, end } = stored.provision.period ?? {};
  const recordedAt = stored.meta?.lastUpdated ?? entry.response.lastModified ?? start;
  if (!isInstant(recordedAt) || (end !== undefined && !isInstant(end))) return bad;
  return {
    type: 'receipt',
    receipt: receiptOf({
      consentId: stored.id,
      basis: breakGlass ? 'break-glass' : 'permission',
      recordedAt,
      until: end ?? null,
    }),
    consent: entry.resource,
  };
}

/** The same Consent, ended. Nothing but its status changes (contract 2.3, 2.9). */
export function endedConsent(consent: object): object {
  return { ...consent, status: 'inactive' };
}

const heldConsent = z.object({
  ...unmodified,
  resourceType: z.literal('Consent'),
  id,
  identifier: z.array(identifier),
  status: z.literal('active'),
  patient: reference,
});

/**
 * @param pages searchsets of the patient's active Consents
 * @returns the Consent in which this decision was recorded, as the exchange keeps it; else null
 */
export function consentOf(
  pages: readonly unknown[],
  patient: PatientRef,
  decisionId: string,
): { readonly id: string; readonly consent: object } | null {
  const resources = pages.flatMap((page) => parsed(searchset, page)?.entry ?? []);
  for (const { resource } of resources) {
    const held = parsed(heldConsent, resource);
    if (!held || !isObject(resource) || !isOfDecision(held.identifier, decisionId)) continue;
    if (held.patient.reference === `Patient/${patient}`) return { id: held.id, consent: resource };
  }
  return null;
}

function isOfDecision(identifiers: readonly Identifier[], decisionId: string): boolean {
  return identifiers.some(
    ({ system, value }) => system === identifierSystem.uri && value === `urn:uuid:${decisionId}`,
  );
}

function isThisDecision(
  stored: z.infer<typeof storedConsent>,
  facts: DecisionFacts,
  breakGlass: boolean,
): boolean {
  const policy = breakGlass ? ocs.breakGlassPolicy : ocs.permissionPolicy;
  const purpose = breakGlass ? 'BTG' : 'TREAT';
  return (
    isOfDecision(stored.identifier, facts.decisionId) &&
    stored.patient.reference === `Patient/${facts.patient}` &&
    stored.policy.length === 1 &&
    stored.policy[0]?.uri === policy &&
    stored.provision.purpose.length === 1 &&
    stored.provision.purpose[0]?.system === codeSystem.actReason &&
    stored.provision.purpose[0].code === purpose
  );
}

function isInstant(raw: string | undefined): raw is string {
  return raw !== undefined && parseClinicalDate(raw)?.precision === 'time';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
