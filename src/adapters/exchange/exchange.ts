/** The exchange behind flow's port: one launch, one token, everything in memory. */
import type { AccessReceipt } from '../../domain/access.ts';
import { isLegal, purposeOf } from '../../fhir/gate/decision-facts.ts';
import { codeSystem } from '../../fhir/systems.ts';
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import type { Decided, Verified } from '../../flow/state.ts';
import type { Timers } from '../host/browser.ts';
import type { ExchangeSettings } from '../settings.ts';
import { askAhead } from './ahead.ts';
import { answering } from './answers.ts';
import { capable, record, trace } from './gate-calls.ts';
import { ownConsents } from './own-consents.ts';
import { failureOf } from './failure.ts';
import type { Call } from './request.ts';
import { accessPages, reviewPages } from './searches.ts';
import { recheck, standing, unread } from './standing.ts';

export type ExchangeDeps = {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** The host's access token as of now, refreshed where that is due; null once it is gone. */
  readonly token: () => Promise<string | null> | string | null;
  /** For trying a report again after a while. */
  readonly timers: Pick<Timers, 'set'>;
};

export function createExchange(settings: ExchangeSettings, deps: ExchangeDeps): ExchangePort {
  const { base, timeoutMs, maxBytes, terms } = settings;
  // Called as a plain function: a browser's fetch refuses to be a method of anything else.
  const { fetch, token, now, newId } = deps;
  const wire = { base, timeoutMs, maxBytes, fetch, token };
  const later = (run: () => void, afterMs: number) => void deps.timers.set(run, afterMs);
  const consents = ownConsents(wire, newId, later);
  /** A retry repeats the moment and the request id of its decision, or it is another decision. */
  const decisions = new Map<string, { now: string; requestId: string }>();
  /** Consents recorded for a duty in law: no emergency, and they take no category of one. */
  const duties = new Set<string>();
  /** Records whose answer is still on its way, by decision. */
  const recording = new Map<string, Promise<unknown>>();
  /** What an exchange can do does not change within a launch. */
  let asked: ReturnType<typeof capable> | null = null;

  return {
    capable: () => {
      if (!asked) void askAhead(wire, '/Patient/_search', newId());
      return (asked ??= capable(wire, newId()));
    },
    trace: (number) => trace(wire, number, { requestId: newId(), now: now() }),
    standing: (patient, asker) => {
      // Where the record will go.
      void askAhead(wire, '', newId());
      return standing(wire, patient, asker, {
        ...{ now: now(), newId, terms, onPermit: consents.keep },
      });
    },
    ...answering(wire, { now, newId, later, terms }),
    recheck: (patient, receipt) => recheck(wire, patient, receipt, { now: now(), newId }),
    review,
    record: recordDecision,
    retrieve,
    readDocument: (attachment, receipt, signal) =>
      withCode(import('./document.ts'), ({ readDocument }) => {
        const headers = categoryOf(receipt);
        return readDocument(wire, { attachment, headers, requestId: newId(), signal });
      }),
    recordPrint: (printId, patient, receipt) =>
      withCode(import('./print.ts'), ({ recordPrint }) =>
        recordPrint(wire, { printId, patient, receipt, now: now() }),
      ),
    log: readLog,
    end,
    withdraw,
    revoke: consents.revoke,
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
    const recorded = record(wire, facts, { ...made, attestation, termsUrl: terms.url });
    recording.set(decisionId, recorded);
    const outcome = await recorded;
    if (outcome.type !== 'ok') return outcome;
    const { receipt, consent } = outcome.value;
    consents.keep(receipt.consentId, consent);
    if (isLegal(purposeOf(decided.decision.basis))) duties.add(receipt.consentId);
    return { type: 'ok', value: receipt };
  }

  /** Code that can not be loaded is a summary that did not come, and may be asked for again. */
  async function retrieve(
    ...[verified, receipt, onEvent, signal]: Parameters<ExchangePort['retrieve']>
  ): Promise<void> {
    const loaded = await afterRecord().catch(() => null);
    if (signal.aborted) return;
    if (!loaded) {
      onEvent({ type: 'interrupted' });
      return;
    }
    const traced = { ...verified.patient, base };
    await loaded.retrieve(wire, summaryCall(verified, receipt, signal), traced, onEvent);
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
    return withCode(afterRecord(), ({ accessLog }) => {
      const reading = accessLog(found.pages, patient, clinician.user.identifier);
      return reading.type === 'log'
        ? { type: 'ok', value: reading.entries }
        : { type: 'failed', failure: found.failure };
    });
  }

  async function review(): ReturnType<ExchangePort['review']> {
    const found = await reviewPages(wire, { now: now(), requestId: newId() });
    if (found.type !== 'pages') return unread(found);
    return withCode(import('../../fhir/gate/review.ts'), ({ reviewOf }) => {
      const reading = reviewOf(found.pages);
      return reading.type === 'review'
        ? { type: 'ok', value: reading.entries }
        : { type: 'failed', failure: found.failure };
    });
  }

  /** Code that can not be fetched is a network that is not there: what is open stays open. */
  async function withCode<Code, Value>(
    fetching: Promise<Code>,
    run: (code: Code) => Outcome<Value> | Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const code = await fetching.catch(() => null);
    return code === null ? { type: 'failed', failure: failureOf('offline', newId()) } : run(code);
  }

  async function end(receipt: AccessReceipt): Promise<void> {
    await consents.end(receipt.consentId);
    consents.forget();
    decisions.clear();
  }

  /** Waits for a record still on its way, or it would be looked for before it is there. */
  async function withdraw(
    ...[patient, decisionId]: Parameters<ExchangePort['withdraw']>
  ): Promise<void> {
    try {
      await recording.get(decisionId);
      await consents.withdraw(patient, decisionId);
    } catch {
      // The launch is closed already; nothing that fails here may keep its token from going.
    }
  }
}

/** A chunk of its own: the gate is on screen before any of it is fetched. */
async function afterRecord() {
  return (await import('./after-record.ts')).afterRecord;
}

/** IHE PCF break-glass category; sent only where the exchange's CORS allows it (contract 2.4). */
const breakGlassCategory = `${codeSystem.actReason}#BTG; scheme="http://hl7.org/fhir/tag/security"; label="break the glass"`;
