import { html } from 'hono/html';
import type { HostKey, Scenario } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';
import { personName } from './format.ts';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';
import { recordPath, roleTitle } from './parts.ts';
import { userStories } from './user-stories.ts';

export type Door = { readonly users: readonly SignIn[]; readonly patients: readonly Scenario[] };
export type Doors = Readonly<Record<HostKey, Door>>;

const doorTitle = { gp: 'GP practice system', epr: 'Hospital EPR' } as const;
const doorText = {
  gp: 'Press Care Summary in a record: it opens in a window of its own.',
  epr: 'Press Open Care Summary in a record: it opens in a sidebar.',
} as const;

function door(host: HostKey, { users, patients }: Door): Html {
  return html`<section class="door">
    <h2>${doorTitle[host]}</h2>
    <p>${doorText[host]}</p>
    <form method="get" action="/${host}">
      <label for="${host}-user">I am</label>
      <select id="${host}-user" name="user">
        ${users.map(
          (signIn) =>
            html`<option value="${signIn.key}">${signIn.user.name} – ${roleTitle(signIn)}</option>`,
        )}
      </select>
      <label for="${host}-patient">and open</label>
      <select id="${host}-patient" name="patient">
        <option value="">the patient list</option>
        ${patients.map(
          ({ host: patient }) =>
            html`<option value="${patient.id ?? ''}">${personName(patient.name)}</option>`,
        )}
      </select>
      <button type="submit" class="primary">Go</button>
    </form>
  </section>`;
}

/** Where a privacy officer works: their launch needs a patient, as any does, and shows none. */
function privacyDoor({ users, patients }: Door): Html {
  const officer = users.find(({ user }) => user.privacyOfficer);
  const patient = patients[0]?.host.id;
  if (!officer || patient === undefined) return html``;
  return html`<section class="door">
    <h2>Review feed</h2>
    <p>
      What the privacy team reads: overrides, refusals and attempts at one’s own record, with the
      reasons given. It sees the review feed, not the record.
    </p>
    <p>
      <a href="${recordPath('epr', patient, officer.key)}&amp;summary=open"
        >Open the review feed as ${officer.user.name}</a
      >
    </p>
  </section>`;
}

function story(scenario: Scenario, doors: Doors): Html {
  const name = personName(scenario.host.name);
  const link = (host: HostKey, text: string) =>
    scenario.hosts.includes(host)
      ? html`<a
          href="${recordPath(host, scenario.host.id ?? '', doors[host].users[0]?.key ?? '')}"
          aria-label="${name} in the ${doorTitle[host]}"
          >${text}</a
        >`
      : html`–`;
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${scenario.trap}</td>
    <td>${link('gp', 'GP')}</td>
    <td>${link('epr', 'EPR')}</td>
  </tr>`;
}

function userRow(host: HostKey, signIn: SignIn): Html {
  return html`<tr>
    <th scope="row">${signIn.user.name}</th>
    <td>${roleTitle(signIn)}</td>
    <td>${userStories[signIn.user.key] ?? ''}</td>
    <td>
      <a
        href="/${host}?user=${encodeURIComponent(signIn.key)}"
        aria-label="Sign in to the ${doorTitle[host]} as ${signIn.user.name}, ${roleTitle(signIn)}"
        >${host === 'gp' ? 'GP' : 'EPR'}</a
      >
    </td>
  </tr>`;
}

/** The front door: what this is, who and whom to try, and where the other doors are. */
export function chooser(scenarios: readonly Scenario[], doors: Doors): Html {
  return page(
    'Care Summary sandbox',
    'plain',
    html`${sandboxBar('/')}
      <main id="main">
        <h1>Open the Oxfordshire Care Summary as a clinician would</h1>
        <p class="lead">
          Two invented clinical systems, each with its own sign-in. Everybody here is made up.
          Choose who you are and whose record to open.
        </p>
        <div class="doors">
          ${door('gp', doors.gp)} ${door('epr', doors.epr)} ${privacyDoor(doors.epr)}
        </div>
        <p>
          <a href="/rules">Every rule, to be tried</a>: who, whom, what to do, what is then to be
          seen and recorded.
        </p>
        <section>
          <h2>Patients, and what each one tries</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">What to look for</th>
                <th scope="col" colspan="2">Open in</th>
              </tr>
            </thead>
            <tbody>
              ${scenarios.map((scenario) => story(scenario, doors))}
            </tbody>
          </table>
        </section>
        <section>
          <h2>Users, and what each one tries</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">User</th>
                <th scope="col">Job</th>
                <th scope="col">What to look for</th>
                <th scope="col">Sign in to</th>
              </tr>
            </thead>
            <tbody>
              ${doors.gp.users.map((signIn) => userRow('gp', signIn))}
              ${doors.epr.users.map((signIn) => userRow('epr', signIn))}
            </tbody>
          </table>
        </section>
        ${integrators()}
      </main>`,
  );
}

function integrators(): Html {
  return html`<section>
    <h2>For integrators</h2>
    <ul>
      <li>
        SMART hosts: <code>/gp/fhir</code> and <code>/epr/fhir</code>, each with
        <code>.well-known/smart-configuration</code>
      </li>
      <li>
        The same patients and staff without a sign-in, read-only, for third-party launchers:
        <code>/open/fhir</code> (<a href="/open/fhir/metadata">capabilities</a>)
      </li>
      <li>
        <a href="/sandbox">Sources and audit</a>: switch a source off, slow it down, and read the
        exchange’s audit trail
      </li>
    </ul>
  </section>`;
}
