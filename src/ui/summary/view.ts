/** What every part of the open record's screen is drawn from. Starts afresh at each launch. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import type { SourceId } from '../../domain/source.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { ScreenPolicy, Send } from '../intent.ts';

export type View = {
  readonly summary: Summary;
  readonly send: Send;
  readonly now: ClinicalDate;
  readonly policy: ScreenPolicy;
  /** When this user's organisation last opened it; null where it never did, or nobody can say. */
  readonly since: ClinicalDate | null;
  /** Keys of what arrived while it was being read. */
  readonly late: ReadonlySet<string>;
  /** Somebody has begun to read: what they may be at is not taken away by what comes. */
  readonly isRead: boolean;
  /** Nothing is current of who has died (a death only informally known leaves it open). */
  readonly hasDied: boolean;
  /** False shows every item for itself. */
  readonly combined: boolean;
  /** Sources the reader left out: of everything but alerts, allergies and medicines. */
  readonly hidden: ReadonlySet<SourceId>;
};

export const ViewContext = createContext<View | null>(null);

/** Throws outside an open record. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('no record is open here');
  return view;
}

/** Whether every source has been heard of: nothing moves any more because more of it comes. */
export function useIsWhole(): boolean {
  return !useView().summary.sources.some(({ state }) => state === 'asking');
}
