/** The index of rules: each one a line, with a way to try it and what is then to be seen. */
import { html } from 'hono/html';
import type { Scenario, Variant } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';
import { personName } from './format.ts';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';
import { recordPath, roleTitle } from './parts.ts';
import type { Rule, RuleSection } from './rules/types.ts';
import { sectionNames, wordsFor } from './rules/words.ts';

/** A rule with whom and what it names. */
export type Try = {
  readonly rule: Rule;
  readonly signIn: SignIn;
  readonly scenario: Scenario;
  /** Null for the story as told. */
  readonly variant: Variant | null;
};

/** The rules that this sandbox's users, patients and variants can show; others lead nowhere. */
export function tries(
  rules: readonly Rule[],
  scenarios: readonly Scenario[],
  signIns: readonly SignIn[],
): readonly Try[] {
  return rules.flatMap((rule): Try[] => {
    const signIn = signIns.find(({ key, user }) => key === rule.user && user.host === rule.host);
    const scenario = scenarios.find(({ key }) => key === rule.patient);
    if (!signIn || !scenario?.hosts.includes(rule.host)) return [];
    if (rule.variant === null) return [{ rule, signIn, scenario, variant: null }];
    const variant = scenario.variants.find(({ key }) => key === rule.variant);
    return variant ? [{ rule, signIn, scenario, variant }] : [];
  });
}

const sectionKeys = [
  ...(['terms', 'consents', 'break-glass', 'numbers', 'identity'] as const),
  ...(['people', 'absence', 'bad-input', 'patients', 'users'] as const),
];

function trailLinks({ rule, signIn }: Try): Html {
  if (rule.audit.length === 0) return html`–`;
  const user = signIn.user.name;
  return html`${rule.audit.map((kind, index) => {
    const query = new URLSearchParams({ user, kind });
    return html`${index === 0 ? '' : ', '}<a
        href="/sandbox?${query.toString()}"
        aria-label="${kind}, of ${user}"
        >${kind}</a
      >`;
  })}`;
}

function row(one: Try): Html {
  const { rule, signIn, scenario, variant } = one;
  const path = recordPath(rule.host, scenario.host.id ?? '', signIn.key, rule.variant);
  return html`<tr id="${rule.id}">
    <th scope="row"><a href="${path}">${rule.rule}</a></th>
    <td>${signIn.user.name}, ${roleTitle(signIn)} (${rule.host === 'gp' ? 'GP system' : 'EPR'})</td>
    <td>${personName(scenario.host.name)}${variant ? html`: ${variant.label}` : ''}</td>
    <td>${wordsFor(rule.act)}</td>
    <td>“${rule.expect}”</td>
    <td>${trailLinks(one)}</td>
  </tr>`;
}

function section(key: RuleSection, rows: readonly Try[]): Html {
  if (rows.length === 0) return html``;
  return html`<section class="rules">
    <h2 id="${key}">${sectionNames[key]}</h2>
    <table aria-labelledby="${key}">
      <thead>
        <tr>
          <th scope="col">Rule; opens the record</th>
          <th scope="col">Who</th>
          <th scope="col">Patient, story</th>
          <th scope="col">Do</th>
          <th scope="col">To be seen</th>
          <th scope="col">In the trail</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </section>`;
}

/** Every rule that can be tried here. */
export function rulesPage(all: readonly Try[]): Html {
  const rowsOf = (key: RuleSection) => all.filter(({ rule }) => rule.section === key);
  return page(
    'Rules – Care Summary sandbox',
    'plain',
    html`${sandboxBar('/rules')}
      <main id="main">
        <h1>Every rule, to be tried</h1>
        <p class="lead">
          Each line opens the right record in the right system, signed in as the right person, with
          the story chosen. Open the Care Summary there, do what the line says, and compare.
        </p>
        <p>
          What was accepted, opened or told before is remembered. To begin anew, start the sandbox
          with <code>--fresh</code>.
        </p>
        ${sectionKeys.map((key) => section(key, rowsOf(key)))}
      </main>`,
  );
}
