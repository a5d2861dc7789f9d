import type { ClinicalDate } from './clinical-date.ts';

/** One launch in the access log. Source: contract 2.5 (IHE BALP, ITI-81). */
export type AccessLogEntry = {
  readonly id: string;
  readonly recorded: ClinicalDate;
  /** Null where the exchange withheld or lacks it. */
  readonly person: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly outcome: 'opened' | 'refused' | 'abandoned';
  readonly breakGlass: boolean;
  /** Words of the coded reason; never a justification. */
  readonly reason: string | null;
  /** The user who is looking now. */
  readonly isYou: boolean;
};
