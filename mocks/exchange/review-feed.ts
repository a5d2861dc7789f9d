/** What a privacy officer reviews (domain.md 4): overrides and refusals, never the record. */
import type { AuditEvent } from 'fhir/r4';
import { ocs } from '../../src/fhir/systems.ts';
import { auditEntry, patientEntity } from './audit-events.ts';
import { scanAudit } from './audit-query.ts';
import { page } from './audit-search.ts';
import type { Search } from './audit-search.ts';
import type { Call } from './context.ts';
import type { Store } from './database.ts';
import { refusalResponse } from './http.ts';
import { storedEvent, withPrinted } from './log-rows.ts';
import { unavailable } from './outcomes.ts';
import { printedIn } from './printing.ts';
import type { AuditKind, AuditRow } from './trail.ts';

const reviewed: readonly AuditKind[] = [
  ...(['opened', 'refused', 'abandoned', 'reported'] as const),
  ...(['told', 'not-yet-told', 'unsafe-to-tell'] as const),
];

/** Enough to see that two rows are of one patient, and nothing to find out whose they are by. */
const pseudonym = (store: Store, patient: string): string =>
  store.patientKey(`pseudonym ${patient}`).slice(0, 12);

/** The event with its justification, its patient by pseudonym alone. */
function reviewRow(row: AuditRow, store: Store, printed: boolean): AuditEvent {
  const event = withPrinted(storedEvent(row), printed);
  const others = (event.entity ?? []).filter(
    ({ what }) => !/(?:^|\/)Patient\//.test(what?.reference ?? ''),
  );
  const value = pseudonym(store, row.patient);
  const patient = patientEntity({ identifier: { system: ocs.patientPseudonym, value } });
  return { ...event, id: `log-${row.seq}`, entity: [patient, ...others] };
}

/** An opening with permission is nobody's to review here: the feed is of what overrode one. */
function isReviewed(row: AuditRow, store: Store): boolean {
  return row.kind !== 'opened' || store.consentById(row.decision)?.purpose !== 'TREAT';
}

/**
 * One event of a launch is one row, the newest: what the exchange refused and the app reported, an
 * attempt that was asked about and then given up, a break glass whose page was reloaded.
 */
function onceEach(): (row: AuditRow) => boolean {
  const seen = new Set<string>();
  return (row) => {
    if (row.kind !== 'refused' && row.kind !== 'opened') return true;
    const reasons = (storedEvent(row).purposeOfEvent ?? []).flatMap(({ coding }) =>
      (coding ?? []).map(({ code }) => code),
    );
    const key = JSON.stringify([row.kind, row.launch, row.patient, reasons]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
}

/** `GET AuditEvent` by a privacy officer: this host's own, newest first; the reading is recorded. */
export function reviewFeed(call: Call, search: Search): Response {
  const { exchange, caller, base } = call;
  const { store } = exchange;
  const issued = `${caller.host.issuer}|`;
  const isFirst = onceEach();
  const rows = scanAudit(
    store.findAudit,
    { kinds: reviewed, ...search },
    (row) => row.userKey.startsWith(issued) && isReviewed(row, store) && isFirst(row),
  );
  try {
    const recorded = exchange.clock().toISOString();
    store.audit([auditEntry({ kind: 'log-read', caller, base, recorded })]);
  } catch {
    return refusalResponse(unavailable('record', 'The reading could not be recorded.').refusal);
  }
  const isPrinted = printedIn(store);
  return page(call, rows, (row) => reviewRow(row, store, isPrinted(row)));
}
