/** The exchange's audit trail, as a tester reads it. */
import { html } from 'hono/html';
import type { AuditRow } from '../sandbox-control.ts';
import { shortTime } from './format.ts';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';

/** Empty for all. */
export type AuditFilter = { readonly user: string; readonly kind: string };

/** AuditEvent.outcome in words (FHIR R4 audit-event-outcome). */
const outcomeWords: Readonly<Record<string, string>> = {
  '0': 'Done',
  '4': 'Not completed',
  '8': 'Refused',
  '12': 'Failed',
};

const columns = ['No.', 'When', 'What', 'Outcome', 'User', 'Patient', 'Detail', 'Hash'] as const;

function auditRow(event: AuditRow): Html {
  return html`<tr>
    <td class="number">
      <a href="/sandbox/audit/${event.seq}" aria-label="Event ${event.seq} in full">${event.seq}</a>
    </td>
    <td class="when">${shortTime(event.recorded)}</td>
    <td>${event.what}</td>
    <td>${outcomeWords[event.outcome] ?? event.outcome}</td>
    <td>${event.user}</td>
    <td class="number">${event.patient}</td>
    <td>${event.detail}</td>
    <td class="hash" title="${event.hash}">${event.hash.slice(0, 10)}</td>
  </tr>`;
}

type Choice = {
  readonly name: keyof AuditFilter;
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly chosen: string;
};

function choice({ name, label, all, values, chosen }: Choice): Html {
  // What was asked for stays chosen, though there be nothing of it (yet).
  const offered = [...new Set([...values, chosen])].filter((value) => value !== '').sort();
  return html`<label for="audit-${name}">${label}</label>
    <select id="audit-${name}" name="${name}" autocomplete="off">
      <option value="">${all}</option>
      ${offered.map(
        (value) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${value}</option>`,
      )}
    </select>`;
}

function filterForm(events: readonly AuditRow[], filter: AuditFilter): Html {
  const users = events.map(({ user }) => user);
  const kinds = events.map(({ kind }) => kind);
  return html`<form method="get" action="/sandbox" class="inline filter" aria-label="Audit filter">
    ${choice({ name: 'user', label: 'User', all: 'Everybody', values: users, chosen: filter.user })}
    ${choice({ name: 'kind', label: 'Kind', all: 'All kinds', values: kinds, chosen: filter.kind })}
    <button type="submit">Show</button>
    ${filter.user === '' && filter.kind === '' ? '' : html`<a href="/sandbox">Show all</a>`}
  </form>`;
}

function table(events: readonly AuditRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Audit trail">
    <table class="audit">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${events.map(auditRow)}
      </tbody>
    </table>
  </div>`;
}

/** The trail, newest event first, of one user or one kind where the address says so. */
export function auditSection(events: readonly AuditRow[], filter: AuditFilter): Html {
  const shown = events.filter(
    ({ user, kind }) =>
      (filter.user === '' || user === filter.user) && (filter.kind === '' || kind === filter.kind),
  );
  return html`<section>
    <h2>The exchange’s audit trail</h2>
    <p>
      Newest first. Each row carries the hash of the one before it. A number leads to the event as
      it is kept.
    </p>
    ${filterForm(events, filter)}
    ${
      shown.length > 0
        ? table(shown)
        : html`<p class="none">
            ${events.length === 0 ? 'Nothing recorded yet.' : 'Nothing recorded of these.'}
          </p>`
    }
  </section>`;
}

/** One event of the trail in full: the FHIR AuditEvent, pretty-printed. */
export function eventPage(seq: string, event: string): Html {
  return page(
    'Audit event – Care Summary sandbox',
    'plain',
    html`${sandboxBar(null)}
      <main id="main">
        <h1>Audit event ${seq}</h1>
        <p><a href="/sandbox">Back to the audit trail</a></p>
        <pre class="json" tabindex="0" role="region" aria-label="Audit event ${seq}">${event}</pre>
      </main>`,
  );
}
