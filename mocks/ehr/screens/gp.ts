import { html } from 'hono/html';
import {
  addressLine,
  age,
  listName,
  nhsNumber,
  personName,
  phone,
  sex,
  shortDate,
} from './format.ts';
import { ownRecord } from './own-record.ts';
import { page } from './page.ts';
import type { Html } from './page.ts';
import {
  aboutPatient,
  encounterLine,
  ownLists,
  patientFacts,
  recordPath,
  signInForm,
  variantSelect,
} from './parts.ts';
import type { ListView, RecordView } from './view.ts';

const practice = 'Hollow Way Medical Centre';

function header(view: Pick<ListView, 'choices' | 'current'>, path: string): Html {
  return html`<header class="bar">
    <p class="brand"><strong>Larkfield GP</strong> <span>${practice}</span></p>
    <nav aria-label="System">
      <a href="/gp?user=${view.current.key}">Patients</a><a href="/">Sandbox home</a>
    </nav>
    ${signInForm(path, view.choices, view.current)}
  </header>`;
}

/** The practice's patient list. */
export function gpList(view: ListView): Html {
  const rows = view.patients.map(
    ({ patient }) =>
      html`<tr>
        <th scope="row">
          <a href="${recordPath('gp', patient.id ?? '', view.current.key)}">${listName(patient)}</a>
        </th>
        <td class="when">${shortDate(patient.birthDate)}</td>
        <td>${age(patient, view.now)}</td>
        <td>${sex(patient)}</td>
        <td class="number">${nhsNumber(patient)}</td>
        <td>${addressLine(patient.address)}</td>
        <td>${patient.deceasedDateTime ? 'Deceased' : ''}</td>
      </tr>`,
  );
  return page(
    `Patients – ${practice}`,
    'gp',
    html`${header(view, '/gp')}
      <main id="main">
        <h1>Patients</h1>
        <div class="scroll" tabindex="0" role="region" aria-label="Patient list">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Born</th>
                <th scope="col">Age</th>
                <th scope="col">Sex</th>
                <th scope="col">NHS number</th>
                <th scope="col">Address</th>
                <th scope="col">Status</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>
      </main>`,
  );
}

/** One record in the practice system; "Care Summary" opens the app in a window of its own. */
export function gpRecord(view: RecordView): Html {
  const { scenario, patient } = view.listed;
  const path = `/gp/patients/${patient.id ?? ''}`;
  return page(
    `Patient record – ${practice}`,
    'gp',
    html`${header(view, path)}
      <section class="banner" aria-label="Patient">
        <h1>${listName(patient)}</h1>
        ${patientFacts(patient, view.now)}
        <form method="post" action="/gp/launch" target="_blank" rel="noopener">
          <input type="hidden" name="user" value="${view.current.key}" />
          <input type="hidden" name="patient" value="${patient.id ?? ''}" />
          ${variantSelect(scenario.variants, view.variantKey)}
          <button type="submit" class="primary">Care Summary</button>
        </form>
      </section>
      <main id="main" class="record">
        ${aboutPatient(scenario)}
        <div class="columns">
          <section class="panel">
            <h2>Registration</h2>
            <dl class="facts">
              <div>
                <dt>Name</dt>
                <dd>${personName(patient.name)}</dd>
              </div>
              <div>
                <dt>Address</dt>
                <dd>${addressLine(patient.address)}</dd>
              </div>
              <div>
                <dt>Phone</dt>
                <dd>${phone(patient)}</dd>
              </div>
            </dl>
            <h2>Today</h2>
            ${encounterLine(scenario.encounters.gp)}
          </section>
          ${ownLists(ownRecord(scenario, 'gp'))}
        </div>
      </main>`,
  );
}
