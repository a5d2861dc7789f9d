/** The access log: one row per launch (contract 2.5). */
import type { AccessLogEntry } from '../../domain/access-log.ts';
import { newestFirst, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import {
  type AuditEvent,
  auditEventsIn,
  isBreakGlass,
  isBy,
  outcomeOf,
  ownSubtypes,
} from './audit-event.ts';
import { purposeIn, reasonIn, whoIn } from './audit-row.ts';

export type AccessLogReading =
  | { readonly type: 'log'; readonly entries: readonly AccessLogEntry[] }
  | { readonly type: 'bad-answer' };

/**
 * @param pages searchsets of the patient's AuditEvents
 * @param own the user who is looking, to mark their own rows
 * @returns rows, newest first. Details such as a justification are never read, whoever sent them.
 */
export function accessLog(
  pages: readonly unknown[],
  patient: string,
  own: RegisteredIdentifier,
): AccessLogReading {
  const events = auditEventsIn(pages, patient);
  const entries = events?.map((event) => entryOf(event, own)) ?? [null];
  const read = entries.filter((entry) => entry !== null);
  if (read.length < entries.length) return { type: 'bad-answer' };
  const sorted = [...read].sort((a, b) => newestFirst(a.recorded, b.recorded));
  return { type: 'log', entries: sorted };
}

function entryOf(event: AuditEvent, own: RegisteredIdentifier): AccessLogEntry | null {
  const row = rowOf(event);
  return row && { ...row, isYou: isBy(event, own) };
}

/** What the access log and the review feed say alike; null for a time that can not be read. */
export function rowOf(event: AuditEvent): Omit<AccessLogEntry, 'isYou'> | null {
  const recorded = parseClinicalDate(event.recorded);
  if (!recorded) return null;
  return {
    id: event.id,
    recorded,
    ...whoIn(event),
    outcome: outcomeOf(event),
    breakGlass: isBreakGlass(event),
    purpose: purposeIn(event),
    reason: reasonIn(event),
    reopened: ownSubtypes(event).includes('reopened'),
    printed: ownSubtypes(event).includes('printed'),
  };
}
