import { html } from 'hono/html';
import { sourceStates } from '../sandbox-control.ts';
import type { ControlView, SourceRow } from '../sandbox-control.ts';
import { auditSection } from './audit.ts';
import type { AuditFilter } from './audit.ts';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';

const stateWords: Readonly<Record<string, string>> = {
  up: 'Answering',
  down: 'Down',
  slow: 'Slow',
  error: 'Failing',
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

/** Sources and the exchange's own audit trail, as the exchange reports them at this moment. */
export function sandboxPage(
  view: ControlView,
  filter: AuditFilter,
  problem: string | undefined,
): Html {
  return page(
    'Sources and audit – Care Summary sandbox',
    'plain',
    html`${sandboxBar('/sandbox')}
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
                ${auditSection(view.events, filter)}`
        }
      </main>`,
  );
}
