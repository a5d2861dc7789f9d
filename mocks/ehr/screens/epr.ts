import { html } from 'hono/html';
import {
  age,
  listName,
  nhsNumber,
  sex,
  shortDate,
  shortTime,
  addressLine,
  phone,
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

const trust = 'Oxford hospitals EPR';

function header(view: Pick<ListView, 'choices' | 'current'>, path: string): Html {
  return html`<header class="bar">
    <p class="brand"><strong>Radcot</strong> <span>${trust}</span></p>
    <nav aria-label="System">
      <a href="/epr?user=${view.current.key}">Ward list</a><a href="/">Sandbox home</a>
    </nav>
    ${signInForm(path, view.choices, view.current)}
  </header>`;
}

/** The ward list. */
export function eprList(view: ListView): Html {
  const rows = view.patients.map(({ scenario, patient }) => {
    const encounter = scenario.encounters.epr;
    return html`<tr>
      <td>${encounter?.location?.[0]?.location.display ?? '–'}</td>
      <th scope="row">
        <a href="${recordPath('epr', patient.id ?? '', view.current.key)}">${listName(patient)}</a>
      </th>
      <td>${age(patient, view.now)} ${sex(patient).charAt(0)}</td>
      <td class="when">${shortDate(patient.birthDate)}</td>
      <td class="number">${nhsNumber(patient)}</td>
      <td>${encounter?.reasonCode?.[0]?.text ?? ''}</td>
      <td class="when">${shortTime(encounter?.period?.start)}</td>
    </tr>`;
  });
  return page(
    `Ward list – ${trust}`,
    'epr',
    html`${header(view, '/epr')}
      <main id="main">
        <h1>Ward list</h1>
        <div class="scroll" tabindex="0" role="region" aria-label="Ward list">
          <table>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Patient</th>
                <th scope="col">Age, sex</th>
                <th scope="col">Born</th>
                <th scope="col">NHS number</th>
                <th scope="col">Reason</th>
                <th scope="col">Since</th>
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

function sidebar(view: RecordView, launchUrl: string | undefined): Html {
  const { scenario, patient } = view.listed;
  const path = `/epr/patients/${patient.id ?? ''}`;
  if (launchUrl !== undefined) {
    return html`<aside class="sidebar open" aria-label="Care Summary">
      <p class="tools"><a href="${path}?user=${view.current.key}">Close Care Summary</a></p>
      <iframe title="Care Summary" src="${launchUrl}" width="360" allow="clipboard-write"></iframe>
    </aside>`;
  }
  return html`<aside class="sidebar" aria-label="Care Summary">
    <form method="get" action="${path}">
      <input type="hidden" name="user" value="${view.current.key}" />
      <input type="hidden" name="summary" value="open" />
      ${variantSelect(scenario.variants, view.variantKey)}
      <button type="submit" class="primary">Open Care Summary</button>
    </form>
  </aside>`;
}

/**
 * One record in the hospital system. With `launchUrl` the 360 px sidebar is open and the app
 * launches inside it; the EPR's own banner stays above, so the app is told to leave its out.
 */
export function eprRecord(view: RecordView, launchUrl: string | undefined): Html {
  const { scenario, patient } = view.listed;
  return page(
    `Patient record – ${trust}`,
    'epr',
    html`${header(view, `/epr/patients/${patient.id ?? ''}`)}
      <section class="banner" aria-label="Patient">
        <h1>${listName(patient)}</h1>
        ${patientFacts(patient, view.now)}
      </section>
      <div class="split">
        <main id="main" class="record">
          ${aboutPatient(scenario)}
          <div class="columns">
            <section class="panel">
              <h2>This admission or attendance</h2>
              ${encounterLine(scenario.encounters.epr)}
              <h2>Contact</h2>
              <dl class="facts">
                <div>
                  <dt>Address</dt>
                  <dd>${addressLine(patient.address)}</dd>
                </div>
                <div>
                  <dt>Phone</dt>
                  <dd>${phone(patient)}</dd>
                </div>
              </dl>
            </section>
            ${ownLists(ownRecord(scenario, 'epr'))}
          </div>
        </main>
        ${sidebar(view, launchUrl)}
      </div>`,
  );
}
