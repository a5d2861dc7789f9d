/**
 * All that is asked of the exchange once there is an answer: the record, the summary, the log.
 * Nobody needs it before, so it is loaded apart, while the question is being read.
 */
import type { AccessReceipt } from '../../domain/access.ts';
import { accessLog } from '../../fhir/gate/access-log.ts';
import { isLegal, purposeOf } from '../../fhir/gate/decision-facts.ts';
import { codeSystem } from '../../fhir/systems.ts';
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import type { Decided, Verified } from '../../flow/state.ts';
import type { ExchangeSettings } from '../settings.ts';
import { answering } from './answers.ts';
import { withCode } from './code.ts';
import type { OwnConsents } from './own-consents.ts';
import { record } from './record.ts';
import type { Call, Wire } from './request.ts';
import { retrieve } from './retrieve.ts';
import { accessPages, reviewPages } from './searches.ts';
import { unread } from './standing.ts';

export type RestDeps = {
  readonly settings: ExchangeSettings;
  readonly wire: Wire & { readonly maxBytes: number };
  readonly consents: Pick<OwnConsents, 'keep'>;
  readonly now: () => Date;
  readonly newId: () => string;
};

export type Rest = Omit<
  ExchangePort,
  ('capable' | 'trace' | 'standing' | 'recheck' | 'reportRefusal') | ('end' | 'withdraw' | 'revoke')
>;

export function restOf({ settings, wire, consents, now, newId }: RestDeps): Rest {
  const { terms } = settings;
  const { base } = wire;
  /** A retry repeats the moment and the request id of its decision, or it is another decision. */
  const decisions = new Map<string, { now: string; requestId: string }>();
  /** Consents recorded for a duty in law: no emergency, and they take no category of one. */
  const duties = new Set<string>();

  return {
    ...answering(wire, { now, newId, terms }),
    review,
    record: recordDecision,
    retrieve: (verified, receipt, onEvent, signal) =>
      retrieve(
        wire,
        summaryCall(verified, receipt, signal),
        { ...verified.patient, base },
        onEvent,
      ),
    readDocument: (attachment, receipt, signal) =>
      withCode(documents, newId, (readDocument) => {
        const headers = categoryOf(receipt);
        return readDocument(wire, { attachment, headers, requestId: newId(), signal });
      }),
    recordPrint: (printId, patient, receipt) =>
      withCode(printing, newId, (recordPrint) =>
        recordPrint(wire, { printId, patient, receipt, now: now() }),
      ),
    log: readLog,
  };

  async function recordDecision(
    { clinician, patient }: Verified,
    decided: Decided,
  ): Promise<Outcome<AccessReceipt>> {
    const { decisionId } = decided;
    const made = decisions.get(decisionId) ?? { now: now().toISOString(), requestId: newId() };
    decisions.set(decisionId, made);
    const facts = { ...decided, patient: patient.ref, user: clinician.user };
    const { attestation } = settings;
    const outcome = await record(wire, facts, { ...made, attestation, termsUrl: terms.url });
    if (outcome.type !== 'ok') return outcome;
    const { receipt, consent } = outcome.value;
    consents.keep(receipt.consentId, consent);
    if (isLegal(purposeOf(decided.decision.basis))) duties.add(receipt.consentId);
    return { type: 'ok', value: receipt };
  }

  function summaryCall(verified: Verified, receipt: AccessReceipt, signal: AbortSignal): Call {
    return {
      method: 'GET',
      url: `${base}/Patient/${verified.patient.ref}/$summary`,
      accept: 'application/fhir+ndjson, application/fhir+json;q=0.9',
      headers: categoryOf(receipt),
      requestId: newId(),
      signal,
    };
  }

  function categoryOf(receipt: AccessReceipt): Readonly<Record<string, string>> {
    const isEmergency = receipt.basis === 'break-glass' && !duties.has(receipt.consentId);
    const breakGlass = isEmergency && settings.sendBreakGlassCategory;
    return breakGlass ? { Category: breakGlassCategory } : {};
  }

  async function readLog(
    ...[patient, clinician]: Parameters<ExchangePort['log']>
  ): ReturnType<ExchangePort['log']> {
    const found = await accessPages(wire, patient, { now: now(), requestId: newId() });
    if (found.type !== 'pages') return unread(found);
    const reading = accessLog(found.pages, patient, clinician.user.identifier);
    return reading.type === 'log'
      ? { type: 'ok', value: reading.entries }
      : { type: 'failed', failure: found.failure };
  }

  async function review(): ReturnType<ExchangePort['review']> {
    const found = await reviewPages(wire, { now: now(), requestId: newId() });
    if (found.type !== 'pages') return unread(found);
    return withCode(reviewing, newId, (reviewOf) => {
      const reading = reviewOf(found.pages);
      return reading.type === 'review'
        ? { type: 'ok', value: reading.entries }
        : { type: 'failed', failure: found.failure };
    });
  }
}

const documents = async () => (await import('./document.ts')).readDocument;
const printing = async () => (await import('./print.ts')).recordPrint;
const reviewing = async () => (await import('../../fhir/gate/review.ts')).reviewOf;

/** IHE PCF break-glass category; sent only where the exchange's CORS allows it (contract 2.4). */
const breakGlassCategory = `${codeSystem.actReason}#BTG; scheme="http://hl7.org/fhir/tag/security"; label="break the glass"`;
