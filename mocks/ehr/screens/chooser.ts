import { html } from 'hono/html';
import type { Scenario } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';
import { page } from './page.ts';
import type { Html } from './page.ts';
import { recordPath, roleTitle } from './parts.ts';
import { personName } from './format.ts';

/** The front door: what this is, who and whom to try, and where the other doors are. */
export function chooser(
  gp: { readonly users: readonly SignIn[]; readonly patients: readonly Scenario[] },
  epr: { readonly users: readonly SignIn[]; readonly patients: readonly Scenario[] },
): Html {
  return page(
    'Care Summary sandbox',
    'plain',
    html`<header class="bar">
        <p class="brand"><strong>Care Summary sandbox</strong></p>
        <nav aria-label="Sandbox">
          <a href="/gp">GP system</a><a href="/epr">Hospital EPR</a
          ><a href="/sandbox">Sources and audit</a>
        </nav>
      </header>
      <main id="main">
        <h1>Open the Oxfordshire Care Summary as a clinician would</h1>
        <p class="lead">
          Two invented clinical systems, each with its own sign-in and its own patients. Everybody
          here is made up. Choose who you are, open a patient, then press
          <strong>Care Summary</strong>.
        </p>
        <div class="doors">
          ${door('gp', 'GP practice system', 'The Care Summary opens in a new window.', gp)}
          ${door('epr', 'Hospital EPR', 'The Care Summary opens in a sidebar.', epr)}
        </div>
        <section>
          <h2>For integrators</h2>
          <ul>
            <li>
              SMART hosts: <code>/gp/fhir</code> and <code>/epr/fhir</code>, each with
              <code>.well-known/smart-configuration</code>
            </li>
            <li>
              The same patients and staff without a sign-in, read-only, for third-party launchers:
              <a href="/open/fhir/metadata"><code>/open/fhir</code></a>
            </li>
            <li>
              <a href="/sandbox"
                >Switch a source off, slow it down, and read the exchange's audit trail</a
              >
            </li>
          </ul>
        </section>
      </main>`,
  );
}

function door(
  host: 'gp' | 'epr',
  title: string,
  how: string,
  list: { readonly users: readonly SignIn[]; readonly patients: readonly Scenario[] },
): Html {
  const first = list.users[0];
  return html`<section class="door">
    <h2>${title}</h2>
    <p>${how}</p>
    <form method="get" action="/${host}">
      <label for="${host}-user">Sign in as</label>
      <select id="${host}-user" name="user">
        ${list.users.map(
          (signIn) =>
            html`<option value="${signIn.key}">${signIn.user.name} – ${roleTitle(signIn)}</option>`,
        )}
      </select>
      <button type="submit" class="primary">Open the ${title}</button>
    </form>
    <h3>Patients, and what each one tries</h3>
    <ul class="stories">
      ${list.patients.map(
        (scenario) =>
          html`<li>
            <a href="${recordPath(host, scenario.host.id ?? '', first?.key ?? '')}"
              >${personName(scenario.host.name)}</a
            >
            <span>${scenario.trap}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
