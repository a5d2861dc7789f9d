/** What is searched for at the exchange besides the trace (contract 2.2, 2.5, 2.8). */
import type { PatientRef } from '../../domain/person.ts';
import { overrideStarted } from '../../fhir/gate/open-items.ts';
import { type Pages, pagesOf } from './pages.ts';
import type { Wire } from './request.ts';

/** One search: its own request id, and the clock its dates are reckoned from. */
export type Searching = { readonly requestId: string; readonly now: Date };

/** The patient's active Consents that concern this user: own ones, and a dissent. */
export function activeConsents(wire: Wire, patient: PatientRef, requestId: string): Promise<Pages> {
  const query = new URLSearchParams({ patient: `Patient/${patient}`, status: 'active' });
  return pagesOf(wire, `${wire.base}/Consent?${query.toString()}`, requestId);
}

export function accessPages(wire: Wire, patient: PatientRef, search: Searching): Promise<Pages> {
  return events(wire, { patient: `Patient/${patient}` }, yearsBefore(search.now), search);
}

/** Own acceptances of any version; they are kept as long as anything here. */
export function termsPages(wire: Wire, url: string, search: Searching): Promise<Pages> {
  return events(wire, { policy: url }, yearsBefore(search.now), search);
}

/** Own overrides of which nobody has said whether the patient was told. */
export function openItemPages(wire: Wire, search: Searching): Promise<Pages> {
  const subtype = `${overrideStarted.system}|${overrideStarted.code}`;
  return events(wire, { subtype }, yearsBefore(search.now), search);
}

/** The host's own overrides and refusals, as far back as a review looks. */
export function reviewPages(wire: Wire, search: Searching): Promise<Pages> {
  return events(wire, {}, new Date(search.now.getTime() - reviewedDays * dayMs), search);
}

const dayMs = 24 * 3_600_000;
/** Years a record of access is kept. */
const yearsKept = 10;
/** Days a review looks back: a quarter of a year. */
const reviewedDays = 92;

function yearsBefore(now: Date): Date {
  const from = new Date(now);
  from.setUTCFullYear(from.getUTCFullYear() - yearsKept);
  return from;
}

/** ITI-81 wants a date range; the two clocks may differ by a day. */
function events(
  wire: Wire,
  about: Readonly<Record<string, string>>,
  from: Date,
  { now, requestId }: Searching,
): Promise<Pages> {
  const query = new URLSearchParams(about);
  query.append('date', `ge${day(from)}`);
  query.append('date', `le${day(new Date(now.getTime() + dayMs))}`);
  return pagesOf(wire, `${wire.base}/AuditEvent?${query.toString()}`, requestId);
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
