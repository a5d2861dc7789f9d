/** The access log: one row per launch (contract 2.5). */
import type { AccessLogEntry } from '../../domain/access-log.ts';
import { newestFirst, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import { codeSystem, identifierSystem } from '../systems.ts';
import { shownText } from '../text.ts';
import { type AuditEvent, auditEventsIn, isBreakGlass, outcomeOf } from './audit-event.ts';

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
  const recorded = parseClinicalDate(event.recorded);
  if (!recorded) return null;
  const user = event.agent.find(({ requestor }) => requestor === true);
  const employer = event.agent.find(
    ({ who, requestor }) =>
      requestor !== true &&
      (who?.type === 'Organization' ||
        who?.identifier?.system === identifierSystem.odsOrganisation),
  );
  const held = user?.who?.identifier;
  const role = user?.role?.[0];
  return {
    id: event.id,
    recorded,
    person: shownText(user?.name, 100) ?? shownText(user?.who?.display, 100),
    role: shownText(role?.text, 100) ?? shownText(role?.coding?.[0]?.display, 100),
    organisation: shownText(employer?.who?.display, 100) ?? shownText(employer?.name, 100),
    outcome: outcomeOf(event),
    breakGlass: isBreakGlass(event),
    reason: reasonOf(event),
    isYou: held?.value === own.value && held.system === own.system,
  };
}

/** The coded reason's words; TREAT and BTG alone are said by `breakGlass`. */
function reasonOf(event: AuditEvent): string | null {
  for (const purpose of event.purposeOfEvent ?? []) {
    const specific = (purpose.coding ?? []).find(({ system }) => system !== codeSystem.actReason);
    const words = shownText(purpose.text, 120) ?? shownText(specific?.display, 120);
    if (specific && words !== null) return words;
  }
  return null;
}
