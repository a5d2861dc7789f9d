/** The index of rules: complete, and leading to what there is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIns } from '../../mocks/ehr/launching.ts';
import { rules } from '../../mocks/ehr/screens/rules/all.ts';
import { tries } from '../../mocks/ehr/screens/rules-page.ts';
import { exchangeHosts } from '../../mocks/exchange-hosts.ts';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { users } from '../../mocks/scenarios/users.ts';
import { type HostUnderTest, startHost } from './host-under-test.ts';
import { ruleRows } from './rule-rows.ts';

const everybody = [...signIns(users, 'gp'), ...signIns(users, 'epr')];
const ids = rules.map(({ id }) => id);

describe('the index of rules', () => {
  it('has every row of the rules, each once', () => {
    expect(ruleRows.filter((row) => !ids.includes(row))).toEqual([]);
    expect(ids.filter((id) => /^\d/.test(id) && !ruleRows.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every patient and every sign-in', () => {
    const patients = new Set(rules.map(({ patient }) => patient));
    expect(scenarios.map(({ key }) => key).filter((key) => !patients.has(key))).toEqual([]);
    const signedIn = new Set(rules.map(({ user }) => user));
    expect(everybody.map(({ key }) => key).filter((key) => !signedIn.has(key))).toEqual([]);
  });

  it('names users, patients and variants that there are, in the host they are in', () => {
    const shown = tries(rules, scenarios, everybody).map(({ rule }) => rule.id);
    expect(ids.filter((id) => !shown.includes(id))).toEqual([]);
  });

  it('has every variant of every patient', () => {
    const used = new Set(rules.map(({ patient, variant }) => `${patient}+${variant ?? ''}`));
    const all = scenarios.flatMap(({ key, variants }) =>
      variants.map((one) => `${key}+${one.key}`),
    );
    expect(all.filter((one) => !used.has(one))).toEqual([]);
  });

  it('shows what is shut by default in the practice, and what policy opens in the hospital', () => {
    const hospital = exchangeHosts('http://127.0.0.1:4000', null).find(({ key }) => key === 'epr');
    const allowed = hospital?.policy?.breakGlassReasons ?? [];
    const offByDefault = /^break-glass:(public|required|certifying)/;
    for (const { act, host, id } of rules) {
      if (offByDefault.test(act)) expect([id, host]).toEqual([id, 'epr']);
      if (act.startsWith('break-glass:')) expect(allowed).toContain(act.split(':')[1]);
    }
  });
});

describe('the page of rules', () => {
  let host: HostUnderTest;
  let page: string;
  beforeAll(async () => {
    host = await startHost({ scenarios, users });
    page = await (await fetch(`${host.origin}/rules`)).text();
  });
  afterAll(() => host.stop());

  it('leads to each record as the right person with the story chosen', async () => {
    const path = /id="7-role-of-session">[^]*?href="([^"]*)"/.exec(page)?.[1] ?? '';
    const record = await (await fetch(host.origin + path.replaceAll('&amp;', '&'))).text();
    expect(record).toMatch(/<option value="lucy-marsh:role-7c35" selected/);
    expect(record).toContain('OKAFOR, Grace');
    const reversed = /id="3-dissent-reversed">[^]*?href="([^"]*)"/.exec(page)?.[1] ?? '';
    const joan = await (await fetch(host.origin + reversed.replaceAll('&amp;', '&'))).text();
    expect(joan).toMatch(/<option value="dissent-reversed" selected/);
  });

  it('leads to records that a system shows, whatever the story makes it hold', async () => {
    const paths = [...page.matchAll(/<th scope="row"><a href="([^"]*)"/g)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(100);
    for (const path of new Set(paths)) {
      const response = await fetch(host.origin + (path ?? '').replaceAll('&amp;', '&'));
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).not.toContain('<img');
    }
  });

  it('is led to from the home page, and has no NHS number in an address and no script', async () => {
    expect(await (await fetch(`${host.origin}/`)).text()).toContain('href="/rules"');
    const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.join(' ')).not.toMatch(/999\W*\d{3}\W*\d{4}/);
    expect(page).not.toContain('<script');
  });
});

describe('the review feed', () => {
  it('has a door of its own, through which the privacy officer launches', async () => {
    const host = await startHost({ scenarios, users });
    const home = await (await fetch(`${host.origin}/`)).text();
    const path = /href="([^"]*)"\s*>Open the review feed as Kit Doyle/.exec(home)?.[1] ?? '';
    const record = await (await fetch(host.origin + path.replaceAll('&amp;', '&'))).text();
    expect(record).toMatch(/<iframe title="Care Summary" src="[^"]*launch\.html/);
    expect(record).toMatch(/<option value="kit-doyle" selected/);
    await host.stop();
  });
});
