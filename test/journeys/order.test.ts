import { describe, expect, it } from 'vitest';
import { fileSandbox } from '../support/journey-sandbox.ts';
import {
  agree,
  answerBreakGlass,
  closeRecord,
  openByBreakGlass,
  openInSidebar,
  openInWindow,
  reach,
  reachGate,
  reachSummary,
  type AppScreen,
} from './clinician.ts';
import { browserSession } from './session.ts';

const { exchangeOrigin, hostOrigin } = await fileSandbox();
const notRecorded = 'We could not record this access';

const session = browserSession({ width: 1280, height: 800 });

const released = () => session.traffic.to(exchangeOrigin, /\$summary/);
const answered = (app: AppScreen) =>
  app
    .getByText(/^(All \d sources|\d of \d) answered\.$/)
    .first()
    .waitFor({ state: 'attached' });

/** The exchange's own id of the patient, as the app learnt it from the trace. */
function tracedPatient(): string {
  const standing = session.traffic.to(exchangeOrigin, /\/Consent$/)[0];
  return new URL(standing?.url() ?? '').searchParams.get('patient') ?? '';
}

describe('the order of a launch', () => {
  it('is trace, record, release, in the exchange’s own trail, each row hashed', async () => {
    const { app } = await openInWindow(session.context, {
      user: 'sam-patel',
      patient: 'NAIR, Priya',
    });
    await reachGate(app);
    expect(new Set(await session.trail.kinds())).toEqual(new Set(['trace', 'log-read']));
    await agree(app);
    await reachSummary(app);
    await answered(app);
    await closeRecord(app);
    await released()[0]?.response();
    await expect.poll(session.trail.kinds).toContain('release-completed');
    const rows = await session.trail.rows();
    const order = rows
      .map(({ type }) => type)
      .filter((type) => ['trace', 'opened', 'release', 'release-completed'].includes(type));
    expect(order).toEqual(['trace', 'opened', 'release', 'release-completed']);
    expect(new Set(rows.map(({ patient }) => patient)).size).toBe(1);
    expect(new Set(rows.map(({ user }) => user))).toEqual(new Set(['Dr Sam Patel']));
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => (rows[0]?.seq ?? 0) + index));
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
  });

  it('is kept by the exchange even against the launch’s own token', async () => {
    const { app } = await openInWindow(session.context, {
      user: 'sam-whitfield',
      patient: 'ELWOOD, Margaret',
    });
    await reachGate(app);
    const [token = ''] = session.traffic.tokens();
    const patient = tracedPatient();
    expect(patient).toMatch(/^Patient\/\w+/);
    const ask = () =>
      fetch(`${exchangeOrigin}/gp/fhir/${patient}/$summary`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/fhir+json' },
      });
    const before = await ask();
    expect(before.status).toBe(403);
    expect(await before.text()).not.toMatch(/Composition|co-beneldopa|rivastigmine|fentanyl/i);
    await openByBreakGlass(app);
    await answered(app);
    expect((await ask()).status).toBe(200);
    await closeRecord(app);
    // Ending goes on behind the last screen: the Consent first, then the token.
    await expect.poll(session.trail.kinds).toContain('ended');
    expect([401, 403]).toContain((await ask()).status);
  });

  it('gives the token up at the host, even where the permission stands for the encounter', async () => {
    const { app } = await openInWindow(session.context, {
      user: 'sam-patel',
      patient: 'NAIR, Priya',
    });
    await agree(app);
    await reachSummary(app);
    await closeRecord(app);
    const revocations = () => session.traffic.to(hostOrigin, /\/gp\/auth\/token\/revocation$/);
    await expect.poll(() => revocations().length).toBeGreaterThan(0);
    const answers = await Promise.all(revocations().map((request) => request.response()));
    expect(new Set(answers.map((answer) => answer?.status()))).toEqual(new Set([200]));
    const given = revocations().map((request) => request.postData() ?? '');
    const [token = ''] = session.traffic.tokens();
    expect(given.filter((body) => new URLSearchParams(body).get('token') === token)).toHaveLength(
      1,
    );
    expect(await session.trail.kinds()).not.toContain('ended');
  });

  it('with recording down: closed, answers kept, then opened and recorded once', async () => {
    const transactions = `${exchangeOrigin}/epr/fhir`;
    await session.context.route(transactions, (route) =>
      route.request().method() === 'POST' ? route.fulfill(unavailable) : route.continue(),
    );
    const { app } = await openInSidebar(session.context, {
      user: 'jo-lindqvist',
      patient: 'BARTON, Chloe',
    });
    await answerBreakGlass(app, 'not-reachable', 'Wheeze in the waiting room; her inhalers, now.');
    await app.getByRole('button', { name: 'Break glass and open' }).click();
    await reach(app, notRecorded, 2);
    const words = await app.getByRole('main').innerText();
    expect(words).toMatch(/The record stays closed\. Nothing was shown\. Your answers are kept\./);
    expect(words).toMatch(/Reference \S+/);
    expect(await app.getByRole('textbox').inputValue()).toContain('Wheeze');
    expect(released()).toEqual([]);
    expect(await session.trail.kinds()).not.toContain('opened');

    await session.context.unroute(transactions);
    await app.getByRole('button', { name: 'Try again' }).click();
    await reachSummary(app);
    const kinds = await session.trail.kinds();
    expect(kinds.filter((kind) => kind === 'opened')).toHaveLength(1);
    expect(kinds.indexOf('opened')).toBeLessThan(kinds.indexOf('release'));
  });

  it('with the answer lost on its way back: tried again, and still recorded once', async () => {
    const transactions = `${exchangeOrigin}/epr/fhir`;
    let lost = false;
    await session.context.route(transactions, async (route) => {
      if (lost || route.request().method() !== 'POST') return route.continue();
      lost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    const { app } = await openInSidebar(session.context, {
      user: 'ben-carver',
      patient: 'BARTON, Chloe',
    });
    await agree(app);
    await reach(app, notRecorded, 2);
    expect(released()).toEqual([]);
    await app.getByRole('button', { name: 'Try again' }).click();
    await reachSummary(app);
    expect((await session.trail.kinds()).filter((kind) => kind === 'opened')).toHaveLength(1);
  });
});

const unavailable = {
  status: 503,
  contentType: 'application/fhir+json',
  headers: { 'access-control-allow-origin': '*' },
  body: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'transient' }],
  }),
};
