import { html } from 'hono/html';
import { sourceStates } from '../sandbox-control.ts';
import type { AuditRow, ControlView, SourceRow } from '../sandbox-control.ts';
import { shortTime } from './format.ts';
import { page } from './page.ts';
import type { Html } from './page.ts';

const stateWords: Readonly<Record<string, string>> = {
  up: 'Answering',
  down: 'Down',
  slow: 'Slow',
  error: 'Failing',
};

/** AuditEvent.outcome in words (FHIR R4 audit-event-outcome). */
const outcomeWords: Readonly<Record<string, string>> = {
  '0': 'Done',
  '4': 'Not completed',
  '8': 'Refused',
  '12': 'Failed',
};

function sourceRow(source: SourceRow): Html {
  const id = `state-${source.key}`;
  return html`<tr>
    <th scope="row">${source.name}</th>
    <td><span class="state ${source.state}">${stateWords[source.state] ?? source.state}</span></td>
    <td class="number">${source.latencyMs} ms</td>
    <td>
      <form method="post" action="/sandbox/sources" class="inline">
        <input type="hidden" name="key" value="${source.key}" />
        <label for="${id}" class="hidden">State of ${source.name}</label>
        <select id="${id}" name="state">
          ${sourceStates.map(
            (state) =>
              html`<option value="${state}" ${state === source.state ? 'selected' : ''}>
                ${stateWords[state]}
              </option>`,
          )}
        </select>
        <label for="ms-${source.key}" class="hidden">Delay of ${source.name}, milliseconds</label>
        <input
          id="ms-${source.key}"
          name="latencyMs"
          inputmode="numeric"
          size="6"
          value="${source.latencyMs}"
        />
        <button type="submit">Set</button>
      </form>
    </td>
  </tr>`;
}

function auditRow(event: AuditRow): Html {
  return html`<tr>
    <td class="number">${event.seq}</td>
    <td class="when">${shortTime(event.recorded)}</td>
    <td>${event.what}</td>
    <td>${outcomeWords[event.outcome] ?? event.outcome}</td>
    <td>${event.user}</td>
    <td class="number">${event.patient}</td>
    <td>${event.detail}</td>
    <td class="hash" title="${event.hash}">${event.hash.slice(0, 10)}</td>
  </tr>`;
}

/** Sources and the exchange's own audit trail, as the exchange reports them at this moment. */
export function sandboxPage(view: ControlView, problem: string | undefined): Html {
  return page(
    'Sources and audit – Care Summary sandbox',
    'plain',
    html`<header class="bar">
        <p class="brand"><strong>Care Summary sandbox</strong></p>
        <nav aria-label="Sandbox">
          <a href="/">Home</a><a href="/gp">GP system</a><a href="/epr">Hospital EPR</a>
        </nav>
      </header>
      <main id="main">
        <h1>Sources and audit</h1>
        ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
        ${
          view.type === 'unreachable'
            ? html`<p class="problem" role="alert">
                The exchange did not answer. Is it running, with sandbox control on?
              </p>`
            : html`<section>
                  <h2>Sources</h2>
                  <p>The exchange asks each of these afresh whenever a summary is opened.</p>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">Source</th>
                        <th scope="col">State</th>
                        <th scope="col">Delay</th>
                        <th scope="col">Change</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${view.sources.map(sourceRow)}
                    </tbody>
                  </table>
                </section>
                <section>
                  <h2>The exchange’s audit trail</h2>
                  <p>Newest first. Each row carries the hash of the one before it.</p>
                  ${
                    view.events.length === 0
                      ? html`<p class="none">Nothing recorded yet.</p>`
                      : html`<div
                          class="scroll"
                          tabindex="0"
                          role="region"
                          aria-label="Audit trail"
                        >
                          <table class="audit">
                            <thead>
                              <tr>
                                <th scope="col">No.</th>
                                <th scope="col">When</th>
                                <th scope="col">What</th>
                                <th scope="col">Outcome</th>
                                <th scope="col">User</th>
                                <th scope="col">Patient</th>
                                <th scope="col">Detail</th>
                                <th scope="col">Hash</th>
                              </tr>
                            </thead>
                            <tbody>
                              ${view.events.map(auditRow)}
                            </tbody>
                          </table>
                        </div>`
                  }
                </section>`
        }
      </main>`,
  );
}
