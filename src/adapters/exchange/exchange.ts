/** The exchange behind flow's port: one launch, one token, everything in memory. */
import type { AccessReceipt } from '../../domain/access.ts';
import type { AccessLogEntry } from '../../domain/access-log.ts';
import { accessLog } from '../../fhir/gate/access-log.ts';
import { consentOf, endedConsent } from '../../fhir/gate/receipt.ts';
import { refusalEvent } from '../../fhir/gate/refusal-event.ts';
import { spineCodes } from '../../fhir/spine.ts';
import { codeSystem } from '../../fhir/systems.ts';
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import type { Decided, Verified } from '../../flow/state.ts';
import type { ExchangeSettings } from '../settings.ts';
import { accessPages, activeConsents, capable, record, standing, trace } from './gate-calls.ts';
import { refusalCode } from './refusal-code.ts';
import { reasonOf } from './refusal-reason.ts';
import { ask, type Call } from './request.ts';
import { retrieve } from './retrieve.ts';
import type { SummaryMappers } from './summary-mappers.ts';

export type ExchangeDeps = {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** The host's access token as of now, refreshed where that is due; null once it is gone. */
  readonly token: () => Promise<string | null> | string | null;
  /** The summary's mappers, which nobody needs before the gate is passed. */
  readonly loadSummary?: () => Promise<SummaryMappers>;
};

export function createExchange(settings: ExchangeSettings, deps: ExchangeDeps): ExchangePort {
  const { base, timeoutMs, maxBytes } = settings;
  // Called as a plain function: a browser's fetch refuses to be a method of anything else.
  const { fetch, token, loadSummary = importSummary } = deps;
  const wire = { base, timeoutMs, maxBytes, fetch, token };
  /** A retry repeats the moment and the request id of its decision, or it is another decision. */
  const decisions = new Map<string, { now: string; requestId: string }>();
  /** Consents as the exchange stored them, to be sent back when the access ends. */
  const consents = new Map<string, object>();
  /** Records whose answer is still on its way, by decision. */
  const recording = new Map<string, Promise<unknown>>();

  return {
    capable: () => capable(wire, deps.newId()),
    trace: (number) => trace(wire, number, deps.newId()),
    standing: (patient) => standing(wire, patient, deps.now(), deps.newId),
    record: recordDecision,
    retrieve: (verified, receipt, onEvent, signal) =>
      retrieve(
        wire,
        summaryCall(verified, receipt, signal),
        { ...verified.patient, base },
        loadSummary,
        onEvent,
      ),
    log: readLog,
    reportRefusal,
    end,
    withdraw,
  };

  async function recordDecision(
    { clinician, patient }: Verified,
    { decision, decisionId }: Decided,
  ): Promise<Outcome<AccessReceipt>> {
    const made = decisions.get(decisionId) ?? {
      now: deps.now().toISOString(),
      requestId: deps.newId(),
    };
    decisions.set(decisionId, made);
    const facts = { decisionId, decision, patient: patient.ref, clinician };
    const { attestation } = settings;
    const recorded = record(wire, facts, { ...made, attestation });
    recording.set(decisionId, recorded);
    const outcome = await recorded;
    if (outcome.type !== 'ok') return outcome;
    const { receipt, consent } = outcome.value;
    consents.set(receipt.consentId, consent);
    return { type: 'ok', value: receipt };
  }

  function summaryCall(verified: Verified, receipt: AccessReceipt, signal: AbortSignal): Call {
    const breakGlass = receipt.basis === 'break-glass' && settings.sendBreakGlassCategory;
    return {
      method: 'GET',
      url: `${base}/Patient/${verified.patient.ref}/$summary`,
      accept: 'application/fhir+ndjson, application/fhir+json;q=0.9',
      headers: breakGlass ? { Category: breakGlassCategory } : {},
      requestId: deps.newId(),
      signal,
    };
  }

  async function readLog(
    ...[patient, clinician]: Parameters<ExchangePort['log']>
  ): Promise<Outcome<readonly AccessLogEntry[]>> {
    const found = await accessPages(wire, patient, deps.now(), deps.newId());
    if (found.type === 'failed') return found;
    if (found.type === 'refused') {
      const reason = reasonOf(spineCodes(found.answer.body));
      if (reason) return { type: 'refused', reason };
      return { type: 'failed', failure: found.answer.failure };
    }
    const reading = accessLog(found.pages, patient, clinician.user.identifier);
    return reading.type === 'log'
      ? { type: 'ok', value: reading.entries }
      : { type: 'failed', failure: found.failure };
  }

  async function reportRefusal(
    ...[{ reason, patient }]: Parameters<ExchangePort['reportRefusal']>
  ): Promise<boolean> {
    const recorded = deps.now().toISOString();
    const event = refusalEvent({ ...refusalCode(reason), patient, recorded });
    const answer = await send('POST', `${base}/AuditEvent`, event);
    return answer.type === 'answer' && answer.ok;
  }

  async function end(receipt: AccessReceipt): Promise<void> {
    const consent = consents.get(receipt.consentId);
    consents.clear();
    decisions.clear();
    if (!consent) return;
    await send('PUT', `${base}/Consent/${receipt.consentId}`, endedConsent(consent));
  }

  /** Waits for a record still on its way, or it would be looked for before it is there. */
  async function withdraw(
    ...[patient, decisionId]: Parameters<ExchangePort['withdraw']>
  ): Promise<void> {
    try {
      await recording.get(decisionId);
      const held = await activeConsents(wire, patient, deps.newId());
      const own = held.type === 'pages' ? consentOf(held.pages, patient, decisionId) : null;
      if (own) await send('PUT', `${base}/Consent/${own.id}`, endedConsent(own.consent));
    } catch {
      // The launch is closed already; nothing that fails here may keep its token from going.
    }
  }

  /** `keepalive`: the page may be closing, and this must still arrive. */
  function send(method: 'POST' | 'PUT', url: string, resource: object) {
    const headers = { 'Content-Type': 'application/fhir+json' };
    const body = JSON.stringify(resource);
    return ask(wire, { method, url, headers, body, requestId: deps.newId(), keepalive: true });
  }
}

/** A chunk of its own: the gate is on screen before any of it is fetched. */
async function importSummary(): Promise<SummaryMappers> {
  return (await import('./summary-mappers.ts')).summaryMappers;
}

/** IHE PCF break-glass category; sent only where the exchange's CORS allows it (contract 2.4). */
const breakGlassCategory = `${codeSystem.actReason}#BTG; scheme="http://hl7.org/fhir/tag/security"; label="break the glass"`;
