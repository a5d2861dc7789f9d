import type { Encounter, Patient } from 'fhir/r4';
import { html } from 'hono/html';
import type { HostKey, Scenario, Variant } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';
import { age, nhsNumber, sex, shortDate, shortTime } from './format.ts';
import type { OwnList } from './own-record.ts';
import type { Html } from './page.ts';

/** The job of this session; with where it is held, where the user has several. */
export function roleTitle({ user, role }: SignIn): string {
  if (role === undefined) return user.roles.length > 1 ? 'role not chosen' : user.jobTitle;
  const place = role.organization?.display;
  return [role.code?.[0]?.text ?? user.jobTitle, place].filter((part) => part).join(', ');
}

/** Who is signed in: a real host would know; the sandbox lets the tester choose. */
export function signInForm(path: string, choices: readonly SignIn[], current: SignIn): Html {
  return html`<form class="signin" method="get" action="${path}">
    <label for="user">Signed in as</label>
    <select id="user" name="user">
      ${choices.map(
        (choice) =>
          html`<option value="${choice.key}" ${choice.key === current.key ? 'selected' : ''}>
            ${choice.user.name} – ${roleTitle(choice)}
          </option>`,
      )}
    </select>
    <button type="submit">Switch user</button>
  </form>`;
}

/**
 * The scenario's variants, where it has any; the first choice is the story as told. No browser is
 * to bring an earlier choice back into it.
 */
export function variantSelect(variants: readonly Variant[], chosen: string | null): Html {
  if (variants.length === 0) return html`<input type="hidden" name="variant" value="" />`;
  return html`<div class="variant">
    <label for="variant">Story (sandbox)</label>
    <select id="variant" name="variant" autocomplete="off">
      <option value="">As it stands</option>
      ${variants.map(
        ({ key, label }) =>
          html`<option value="${key}" ${key === chosen ? 'selected' : ''}>${label}</option>`,
      )}
    </select>
  </div>`;
}

/** The trap in small print: the tester should know what to look for, a clinician would not. */
export function aboutPatient(scenario: Scenario): Html {
  return html`<aside class="about" aria-label="About this patient (sandbox)">
    <strong>About this patient (sandbox)</strong> ${scenario.trap}
  </aside>`;
}

export function ownLists(lists: readonly OwnList[]): Html {
  return html`${lists.map(
    (list) =>
      html`<section class="panel">
        <h2>${list.heading}</h2>
        ${
          list.items.length === 0
            ? html`<p class="none">Nothing entered in this system.</p>`
            : html`<ul class="entries">
                ${list.items.map(
                  (item) =>
                    html`<li>
                      <span class="date">${item.date}</span>
                      <span class="text">${item.text}</span>
                      ${item.detail ? html`<span class="detail">${item.detail}</span>` : ''}
                    </li>`,
                )}
              </ul>`
        }
        ${list.more > 0 ? html`<p class="none">${list.more} older entries not listed.</p>` : ''}
      </section>`,
  )}`;
}

export function encounterLine(encounter: Encounter | undefined): Html {
  if (!encounter) return html`<p class="none">No contact under way.</p>`;
  const kind = encounter.type?.[0]?.text ?? encounter.class.display ?? encounter.class.code ?? '';
  const place = encounter.location?.[0]?.location.display;
  const reason = encounter.reasonCode?.[0]?.text;
  return html`<dl class="facts">
    <div>
      <dt>Contact</dt>
      <dd>${kind} (${encounter.status})</dd>
    </div>
    <div>
      <dt>Since</dt>
      <dd>${shortTime(encounter.period?.start)}</dd>
    </div>
    ${
      place
        ? html`<div>
            <dt>Place</dt>
            <dd>${place}</dd>
          </div>`
        : ''
    }
    ${
      reason
        ? html`<div>
            <dt>Reason</dt>
            <dd>${reason}</dd>
          </div>`
        : ''
    }
  </dl>`;
}

/** The address of one patient's record for one signed-in user, under a variant; ids are opaque. */
export function recordPath(
  host: HostKey,
  patientId: string,
  signInKey: string,
  variant: string | null = null,
): string {
  const query = new URLSearchParams({ user: signInKey, ...(variant === null ? {} : { variant }) });
  return `/${host}/patients/${encodeURIComponent(patientId)}?${query.toString()}`;
}

function bornWords(patient: Patient, now: number): string {
  const years = age(patient, now);
  const born = shortDate(patient.birthDate);
  return years === '' ? born || 'Not stated' : `${born} (${years})`;
}

/** The banner's facts, in the order clinicians know: born, sex, NHS number, died. */
export function patientFacts(patient: Patient, now: number): Html {
  const fact = (term: string, words: Html | string, kind = ''): Html =>
    html`<div>
      <dt>${term}</dt>
      <dd class="${kind}">${words}</dd>
    </div>`;
  const { deceasedDateTime } = patient;
  return html`<dl>
    ${fact('Born', bornWords(patient, now))} ${fact('Sex', sex(patient))}
    ${fact('NHS number', nhsNumber(patient), 'number')}
    ${deceasedDateTime ? fact('Died', shortDate(deceasedDateTime)) : ''}
  </dl>`;
}
