import { beforeEach, describe, expect, it } from 'vitest';
import { leilaSecrets } from '../../mocks/scenarios/patients/leila/planted.ts';
import { samsFormerGivenName } from '../../mocks/scenarios/patients/sam.ts';
import { failOnUnexpected, type Unexpected } from '../support/chromium.ts';
import { fileSandbox } from '../support/journey-sandbox.ts';
import {
  openInSidebar,
  openInWindow,
  press,
  proxyAgrees,
  reach,
  type Opening,
  type Visit,
} from './clinician.ts';
import { hold } from './late-files.ts';
import { browserSession } from './session.ts';

const { exchangeOrigin } = await fileSandbox();

const session = browserSession({ width: 1280, height: 800 });
let unexpected: Unexpected;
beforeEach(async () => {
  // On dissent the exchange refuses the log too, and the browser reports every 403 by itself.
  unexpected = await failOnUnexpected(session.context, [
    /status of 403 .*\/epr\/fhir\/AuditEvent\?/,
  ]);
});

const open = (host: 'gp' | 'epr', opening: Opening): Promise<Visit> =>
  host === 'gp' ? openInWindow(session.context, opening) : openInSidebar(session.context, opening);

const clinicalRequests = () =>
  session.traffic.to(exchangeOrigin, /\$summary|\/Binary\/|\/DocumentReference/);

type Story = {
  readonly who: string;
  readonly host: 'gp' | 'epr';
  readonly opening: Opening;
  readonly heading: string;
  readonly next: RegExp;
  /** The user as the trail names them. */
  readonly user: string;
};

const stories: readonly Story[] = [
  {
    who: 'a receptionist',
    host: 'gp',
    opening: { user: 'rita-shaw', patient: 'OKAFOR, Grace' },
    heading: 'The Care Summary is for clinicians',
    next: /Your role in .* is Receptionist[^]*ask your smartcard or system administrator/,
    user: 'Rita Shaw',
  },
  {
    who: 'a doctor whose own record it is',
    host: 'gp',
    opening: { user: 'sam-whitfield', patient: 'WHITFIELD, Sam' },
    heading: 'This is your own record',
    next: /use the NHS App or ask your GP practice/,
    user: 'Dr Sam Whitfield',
  },
  {
    who: 'a clinician, where the patient has dissented',
    host: 'epr',
    opening: { user: 'amina-mensah', patient: 'PRENTICE, Joan' },
    heading: 'This record cannot be opened',
    next: /Only the patient can change this, through their practice/,
    user: 'Dr Amina Mensah',
  },
  {
    who: 'a clinician, where the record is restricted',
    host: 'gp',
    opening: { user: 'sam-patel', patient: 'HADDAD, Leila' },
    heading: 'This record is protected and cannot be opened here',
    next: /Do not tell anyone where this patient is/,
    user: 'Dr Sam Patel',
  },
  {
    who: 'a clinician, where it is very restricted, whatever the policy',
    host: 'epr',
    opening: { user: 'amina-mensah', patient: 'HADDAD, Leila', variant: 'very-restricted' },
    heading: 'This record is protected and cannot be opened here',
    next: /Do not tell anyone where this patient is/,
    user: 'Dr Amina Mensah',
  },
  {
    who: 'a clinician, where the patient has died',
    host: 'gp',
    opening: { user: 'sam-patel', patient: 'ADEYEMI, Winifred' },
    heading: 'This patient is recorded as having died',
    next: /If the patient is alive, tell their GP practice/,
    user: 'Dr Sam Patel',
  },
  {
    who: 'a clinician, where the NHS number was replaced',
    host: 'epr',
    opening: { user: 'jo-lindqvist', patient: 'WHITFIELD, Sam' },
    heading: 'This NHS number has been replaced',
    next: /update the NHS number in/,
    user: 'Jo Lindqvist',
  },
];

describe('the record stays closed', () => {
  it.each(stories)('to $who', async ({ host, opening, heading, next, user }) => {
    const { app } = await open(host, opening);
    await reach(app, heading, 1);
    await app.getByText('This attempt was recorded.').waitFor();
    const words = await app.getByRole('main').innerText();
    expect(words).toMatch(/Nothing (clinical )?was shown\./);
    expect(words).toContain('What to do now');
    expect(words).toMatch(next);
    expect(await app.getByRole('region', { name: 'Patient' }).count()).toBe(0);
    expect(await app.getByRole('radio').count()).toBe(0);
    expect(clinicalRequests()).toEqual([]);
    const refusals = (await session.trail.rows()).filter(({ type }) => type === 'refused');
    expect(refusals.filter((row) => row.user === user).length).toBeGreaterThan(0);
    expect(await session.trail.kinds()).not.toContain('opened');
    expect(unexpected.problems).toEqual([]);
  });

  it('to a namesake of the patient, born on the same day, who does not say "This is not me"', async () => {
    const { app } = await openInSidebar(session.context, {
      user: 'grace-okafor-sister',
      patient: 'OKAFOR, Grace',
    });
    await reach(app, 'This looks like your own record', 1);
    // Its words come in a part of their own.
    await app.getByText('Nothing clinical was shown.').waitFor();
    expect(await app.getByRole('radio').count()).toBe(0);
    expect(await session.trail.kinds()).not.toContain('opened');
    await press(app, 'Close');
    await app.getByText('This attempt was recorded.').waitFor();
    expect(await app.getByRole('main').innerText()).toMatch(/Nothing (clinical )?was shown\./);
    expect(await app.getByRole('region', { name: 'Patient' }).count()).toBe(0);
    const rows = await session.trail.rows();
    const refused = rows.find(({ type }) => type === 'refused');
    expect(refused?.user).toBe('Sister Grace Okafor');
    expect(await session.trail.kinds()).not.toContain('opened');
    expect(clinicalRequests()).toEqual([]);
    expect(unexpected.problems).toEqual([]);
  });

  it('on dissent with no count, source, log or way round', async () => {
    const { app } = await openInSidebar(session.context, {
      user: 'ben-carver',
      patient: 'PRENTICE, Joan',
    });
    await reach(app, 'This record cannot be opened', 1);
    const body = await app.locator('body').innerText();
    expect(body).not.toMatch(/break glass|access log|opened .* before|source|hollow way|oxford/i);
    expect(body).not.toMatch(/\d/);
    expect(await app.getByRole('button').count()).toBe(0);
    expect(await app.getByRole('link').count()).toBe(0);
  });

  it('on restriction without a word of where the patient is, on screen or on the wire', async () => {
    const bodies: string[] = [];
    await session.context.route(`${exchangeOrigin}/**`, async (route) => {
      const response = await route.fetch();
      bodies.push(await response.text());
      await route.fulfill({ response });
    });
    const { app } = await openInWindow(session.context, {
      user: 'sam-patel',
      patient: 'HADDAD, Leila',
    });
    await reach(app, 'This record is protected and cannot be opened here', 1);
    await app.getByText('This attempt was recorded.').waitFor();
    const received = bodies.join('\n');
    expect(received).toContain('"R"');
    const leaked = (text: string, secrets: readonly string[]) =>
      secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    expect(leaked(await app.content(), leilaSecrets)).toEqual([]);
    // Every configured source is named to everyone; which of them is hers is the secret.
    const withoutSources = leilaSecrets.filter((secret) => secret !== 'Hollow Way Medical Centre');
    expect(leaked(received, withoutSources)).toEqual([]);
    expect(received).not.toContain('registered-practice');
  });

  it('on a replaced number without a word of the former name', async () => {
    const { app } = await openInSidebar(session.context, {
      user: 'ben-carver',
      patient: 'WHITFIELD, Sam',
    });
    await reach(app, 'This NHS number has been replaced', 1);
    expect(await app.content()).not.toContain(samsFormerGivenName);
    expect(await app.content()).not.toMatch(/999 ?000 ?01(23|31)/);
  });

  it('again, when something of another patient comes with it', async () => {
    const { app } = await openInSidebar(session.context, {
      user: 'jo-lindqvist',
      patient: 'MALIK, Ayaan',
      variant: 'aryan-in-ayaan',
    });
    await proxyAgrees(app);
    await reach(app, 'Closed: this may be another patient’s data', 1);
    await app.getByText('This opening was recorded.').waitFor();
    expect(await app.getByRole('main').innerText()).toMatch(
      /The screen was cleared[^]*safety incident/,
    );
    expect(await app.content()).not.toMatch(/aryan|amoxicillin|malik|peanut/i);
    const kinds = await session.trail.kinds();
    expect(kinds).toContain('refused');
    expect(kinds).toContain('ended');
    expect(unexpected.problems).toEqual([]);
  });
});

describe('a closed screen whose code comes once the launch is over', () => {
  it('names the system it was opened from', async () => {
    const release = await hold(session, 'closed-screen');
    const { app } = await open('gp', { user: 'rita-shaw', patient: 'OKAFOR, Grace' });
    const revoked = () =>
      session.traffic.requests.filter((request) => request.url().endsWith('/revocation')).length;
    await expect.poll(revoked).toBeGreaterThan(0);
    release();
    await app.getByText('Your role in Larkfield GP is Receptionist.').waitFor();
  });
});
