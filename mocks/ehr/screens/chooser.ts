import { html } from 'hono/html';
import type { HostKey, Scenario } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';
import { personName } from './format.ts';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';
import { recordPath, roleTitle } from './parts.ts';

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

/** What the users of the stories are there to show; one without a line is an ordinary clinician. */
const userStories: Readonly<Record<string, string>> = {
  'sam-patel': 'A clinician with a national role code: the ordinary way in.',
  'rita-shaw': 'A receptionist. Refused: the Care Summary is for clinicians.',
  'sam-whitfield': 'Open the record of Dr Sam Whitfield: it is their own.',
  'amina-mensah': 'Her hospital has a role code of its own, mapped to a national one.',
  'jo-lindqvist': 'Reconciles medicines. Someone else may have asked for permission earlier.',
  'ben-carver': 'A nurse: permission to view, or break glass, like any clinician.',
  'grace-okafor-sister': 'Shares name and birth date with a patient, and is not her.',
  'kit-doyle': 'A privacy officer is not a clinician: refused.',
};

function userRow(host: HostKey, signIn: SignIn): Html {
  return html`<tr>
    <th scope="row">${signIn.user.name}</th>
    <td>${roleTitle(signIn)}</td>
    <td>${userStories[signIn.user.key] ?? ''}</td>
    <td>
      <a
        href="/${host}?user=${encodeURIComponent(signIn.key)}"
        aria-label="Sign in to the ${doorTitle[host]} as ${signIn.user.name}"
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
        <div class="doors">${door('gp', doors.gp)} ${door('epr', doors.epr)}</div>
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
