/** What the flow needs of the world, in domain words. Implemented by `adapters`. */
import type { AccessReceipt } from '../domain/access.ts';
import type { AccessLogEntry } from '../domain/access-log.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { HostPatient, PatientRef } from '../domain/person.ts';
import type { ReviewEntry } from '../domain/review.ts';
import type { SourceReport } from '../domain/source.ts';
import type { DocumentReading } from '../domain/summary/document-content.ts';
import type { Attachment } from '../domain/summary/item.ts';
import type { SummaryPart } from '../domain/summary/summary.ts';
import type { ToldAnswer } from '../domain/told.ts';
import type { Standing, TraceOutcome } from '../domain/trace.ts';
import type { KnownUser, Organisation } from '../domain/user.ts';
import type { ClosedReason } from './closed.ts';
import type { Refusal } from './effect.ts';
import type { RecheckVerdict } from './event.ts';
import type { Failure } from './failure.ts';
import type { Asker, Clinician, Decided, HostSession, Verified } from './state.ts';

/** A value, or why there is none. Expected failures are never exceptions. */
export type Outcome<Value> =
  | { readonly type: 'ok'; readonly value: Value }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'refused'; readonly reason: ClosedReason };

export type HostPort = {
  /** Finishes the SMART launch: code for token, id_token verified, scopes checked. */
  complete(): Promise<Outcome<HostSession>>;
  readUser(): Promise<Outcome<KnownUser>>;
  /** Of the roles `readUser` gave: one for each, in their order. Refused where there are none yet. */
  readOrganisations(): Promise<Outcome<readonly (Organisation | null)[]>>;
  readPatient(session: HostSession): Promise<Outcome<HostPatient>>;
  /** Revokes the token where the host offers it, and forgets it in any case. */
  end(): Promise<void>;
};

/** What the stream of a summary says, in the order it says it. */
export type SummaryEvent =
  | { readonly type: 'part'; readonly part: SummaryPart }
  | { readonly type: 'report'; readonly report: SourceReport }
  | { readonly type: 'finished' }
  | { readonly type: 'interrupted' }
  | { readonly type: 'refused'; readonly reason: ClosedReason };

export type ExchangePort = {
  /** Does it speak R4, `transaction` and `$summary`? (contract 2.0) */
  capable(): Promise<Outcome<true>>;
  trace(nhsNumber: NhsNumber): Promise<Outcome<TraceOutcome>>;
  standing(patient: PatientRef, asker: Asker): Promise<Outcome<Standing>>;
  /** Resolves only once the exchange has acknowledged it. Safe to repeat. */
  recordTerms(answer: 'accepted' | 'put-off'): Promise<Outcome<true>>;
  /** As `recordTerms`: what became of telling the patient. */
  recordTold(consentId: string, answer: ToldAnswer): Promise<Outcome<true>>;
  /** Dissent and the own Consent, read again while the record is open. */
  recheck(patient: PatientRef, receipt: AccessReceipt): Promise<Outcome<RecheckVerdict>>;
  /** Overrides and refusals, for a privacy officer. */
  review(): Promise<Outcome<readonly ReviewEntry[]>>;
  /** Resolves only once the exchange has acknowledged the record. Safe to repeat. */
  record(verified: Verified, decided: Decided): Promise<Outcome<AccessReceipt>>;
  /** Calls back as each source answers; resolves after the last callback. */
  retrieve(
    verified: Verified,
    receipt: AccessReceipt,
    onEvent: (event: SummaryEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** One letter. `refused` where the record may not stay open. */
  readDocument(
    attachment: Attachment,
    receipt: AccessReceipt,
    signal: AbortSignal,
  ): Promise<Outcome<DocumentReading>>;
  /**
   * Resolves only once the exchange has acknowledged the printing; safe to repeat under one id.
   * @returns the instant it was recorded at, by the exchange's clock
   */
  recordPrint(
    printId: string,
    patient: PatientRef,
    receipt: AccessReceipt,
  ): Promise<Outcome<string>>;
  log(
    patient: PatientRef,
    clinician: Clinician,
    receipt: AccessReceipt,
  ): Promise<Outcome<readonly AccessLogEntry[]>>;
  /**
   * Never blocks or changes the refusal it reports; tries again for a while, as the same report.
   * True only once it was acknowledged.
   */
  reportRefusal(refusal: Refusal): Promise<boolean>;
  /** Marks the own Consent inactive. */
  end(receipt: AccessReceipt): Promise<void>;
  /**
   * Marks the own Consent of this decision inactive, where one was recorded without our hearing
   * of it. Never throws; does nothing where there is none.
   */
  withdraw(patient: PatientRef, decisionId: string): Promise<void>;
  /**
   * Marks an own Consent read in `standing` inactive: the patient refused. Tries again for a while;
   * never throws.
   */
  revoke(consentId: string): Promise<void>;
};

export type Ports = {
  readonly host: HostPort;
  readonly exchange: ExchangePort;
  /** A fresh UUID. */
  readonly newId: () => string;
};
