/** Joan Prentice, Leila Haddad, Sam Whitfield, Winifred Adeyemi: what must not be seen. */
import { describe, expect, it } from 'vitest';
import { leilaSecrets } from '../../mocks/scenarios/patients/leila/planted.ts';
import { samsFormerGivenName } from '../../mocks/scenarios/patients/sam.ts';
import { reach } from './clinician.ts';
import { everythingOn, lineOf, medicine, seen, storyteller, unfoldAll } from './traps.ts';

const tell = storyteller();

describe('Joan Prentice', () => {
  const joan = tell({
    ...{ user: 'amina-mensah', patient: 'PRENTICE, Joan', act: 'look', opens: false },
    // The log is refused as well: that is the rule, not a fault.
    allowed: [/403 \(Forbidden\) .*AuditEvent/],
  });

  it('dissent: no count, source, log or break glass', async () => {
    const { page } = joan;
    await reach(page, 'This record cannot be opened', 1);
    const words = await seen(page.getByRole('main'));
    expect(words).not.toMatch(
      /break glass|opened by|sources?\b|access log|\b\d+ (items?|entries)/i,
    );
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Sources' }).count()).toBe(0);
  });
});

describe('Leila Haddad', () => {
  const leila = tell({
    ...{ user: 'amina-mensah', patient: 'HADDAD, Leila' },
    act: 'break-glass:unconscious',
  });

  it('opened in an emergency, her location is said to be protected', async () => {
    await leila.page.getByText('Location is protected.').first().waitFor();
    expect(await seen(leila.section('Known allergies'))).toMatch(/Ibuprofen: Bronchospasm/);
    expect(await seen(leila.section('Medicines'))).toMatch(
      /Beclometasone.*Two puffs twice daily \(100\/6\).*125 micrograms daily/,
    );
  });

  it('letters, contacts and appointments are withheld, and said to be', async () => {
    const { page } = leila;
    for (const name of ['Documents and letters', 'Contacts', 'Appointments']) {
      expect(await leila.section(name).count(), name).toBe(0);
    }
    expect(await page.getByRole('button', { name: /^Open .*\(/ }).count()).toBe(0);
    expect(await seen(leila.section('Nothing to show'))).toMatch(
      /Documents and letters: Oxford University Hospitals: withheld\./,
    );
  });

  it('nothing planted is anywhere: not in the page, its title, its address, however much is unfolded', async () => {
    const leaked = async () => {
      const everything = (await everythingOn(leila)).toLowerCase();
      return leilaSecrets.filter((secret) => everything.includes(secret.toLowerCase()));
    };
    expect(await leaked()).toEqual([]);
    await unfoldAll(leila);
    expect(await leaked()).toEqual([]);
  });

  it('nothing planted is found by the search', async () => {
    const { page } = leila;
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    for (const secret of leilaSecrets) {
      await page.getByRole('searchbox').fill(secret);
      const said = page.getByRole('search').getByRole('status');
      await expect.poll(() => said.innerText(), { message: secret }).toMatch(/^Nothing found/);
    }
  });
});

describe('Sam Whitfield', () => {
  const sam = tell({
    ...{ user: 'jo-lindqvist', patient: 'WHITFIELD, Sam', variant: 'number-updated' },
    act: 'agree',
  });

  it('each source’s own range: haemoglobin 168 is normal by OUH, high by the practice', async () => {
    const results = sam.section('Results');
    const rows = results.getByRole('listitem').filter({ hasText: /Haemoglobin 168/ });
    const words = await Promise.all((await rows.all()).map(seen));
    expect(words.some((row) => /Normal: range 130 to 170 g\/L.*OUH/.test(row))).toBe(true);
    expect(words.some((row) => /High: range 120 to 150 g\/L.*GP/.test(row))).toBe(true);
  });

  it('testosterone gel is the hospital’s, not on the GP list', async () => {
    const cells = medicine(sam, /^Testosterone/).getByRole('cell');
    expect(await seen(cells.first())).toMatch(/Not on list/i);
    expect(await seen(cells.nth(1))).toMatch(/50 mg daily/);
  });

  it('nothing hidden by gender: what his practice recorded before is there', async () => {
    expect(await seen(sam.section('Vaccinations'))).toMatch(/HPV/);
    expect(await seen(sam.section('Patient'))).toMatch(/Gender Male/);
  });

  it('no outing: the old name is nowhere in the page, its title or what is unfolded', async () => {
    const former = new RegExp(samsFormerGivenName, 'i');
    expect(await everythingOn(sam)).not.toMatch(former);
    await unfoldAll(sam);
    expect(await everythingOn(sam)).not.toMatch(former);
  });
});

describe('Winifred Adeyemi', () => {
  const winifred = tell({
    ...{ user: 'amina-mensah', patient: 'ADEYEMI, Winifred' },
    act: 'break-glass:certifying-death',
  });

  it('the banner says when she died, and at what age', async () => {
    expect(await seen(winifred.section('Patient'))).toMatch(/Died 19-Nov-2026.*Age at death 84y/);
  });

  it('nothing "current": no heading says so of anything', async () => {
    await unfoldAll(winifred);
    const headings = await winifred.page.getByRole('heading').allInnerTexts();
    expect(headings.filter((heading) => /current|active/i.test(heading))).toEqual([]);
    expect(await winifred.page.getByRole('table', { name: /current/i }).count()).toBe(0);
    expect(await seen(winifred.section('Problems'))).not.toMatch(/\bactive\b/i);
  });

  it('digoxin on repeat is listed with its last issue', async () => {
    expect(await seen(medicine(winifred, /^Digoxin/))).toMatch(
      /125 micrograms daily.*last issued 03-Nov-2026/,
    );
  });

  it('the appointment of 01-Dec was planned before her death', async () => {
    const appointment = lineOf(winifred.section('Appointments'), 'Heart failure review');
    expect(await seen(appointment)).toMatch(/01-Dec-2026/);
    expect(await seen(appointment)).toMatch(/Planned before death/);
  });
});
