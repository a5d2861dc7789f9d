import type { ClinicalDate } from './clinical-date.ts';

/** A coded reason; `text` is the exchange's own wording, null where it sent none. */
export type CodedReason = { readonly code: string | null; readonly text: string | null };

export type AccessPurpose = 'direct-care' | 'emergency' | 'legal' | 'not-stated';

/** One launch in the access log. Source: contract 2.5 (IHE BALP, ITI-81). */
export type AccessLogEntry = {
  readonly id: string;
  readonly recorded: ClinicalDate;
  /** Null where the exchange withheld or lacks it. */
  readonly person: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  /** Its ODS code, where the exchange sent one: names are shared and change. */
  readonly organisationCode: string | null;
  readonly outcome: 'opened' | 'refused' | 'abandoned';
  readonly breakGlass: boolean;
  readonly purpose: AccessPurpose;
  /** Never a justification. */
  readonly reason: CodedReason | null;
  /** Opened more than once within its launch: the page was reloaded. */
  readonly reopened: boolean;
  /** Something of it was printed in that launch. */
  readonly printed: boolean;
  /** The user who is looking now. */
  readonly isYou: boolean;
};
