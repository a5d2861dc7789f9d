import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { HostKey } from '../../scenarios/types.ts';
import { patientUnder } from '../fhir/records.ts';
import type { Variants } from '../fhir/records.ts';
import { patientsOf, signIns, startLaunch } from '../launching.ts';
import type { LaunchAnswer, SignIn } from '../launching.ts';
import type { Launches } from '../launches.ts';
import type { HostOptions } from '../types.ts';
import { hostKeys } from '../urls.ts';
import { chooser } from './chooser.ts';
import { addControl } from './control.ts';
import { eprList, eprRecord } from './epr.ts';
import { gpList, gpRecord } from './gp.ts';
import { field } from './field.ts';
import { sameOriginOnly, screenHeaders } from './headers.ts';
import { messagePage } from './message.ts';
import type { Html } from './page.ts';
import { recordPath } from './parts.ts';
import { rules } from './rules/all.ts';
import { rulesPage, tries } from './rules-page.ts';
import type { ListView, RecordView } from './view.ts';

export type ScreenParts = {
  readonly options: HostOptions;
  readonly launches: Launches;
  readonly variants: Variants;
  readonly now: () => number;
};

const refusedLaunch: Readonly<Record<Exclude<LaunchAnswer['type'], 'launched'>, string>> = {
  'unknown-user': 'There is no such user in this system.',
  'unknown-patient': 'There is no such patient in this system.',
  'unknown-variant': 'There is no such story for this patient.',
  'exchange-refused': 'The exchange did not accept the chosen story. Is it running?',
};

/** Where nobody is named, the first user of the host is signed in. */
function currentSignIn(c: Context, choices: readonly SignIn[]): SignIn | undefined {
  const wanted = c.req.query('user');
  return choices.find(({ key }) => key === wanted) ?? (wanted ? undefined : choices[0]);
}

function listView(parts: ScreenParts, host: HostKey, c: Context): ListView | undefined {
  const choices = signIns(parts.options.users, host);
  const current = currentSignIn(c, choices);
  if (!current) return undefined;
  const patients = patientsOf(parts.options.scenarios, host).map((scenario) => ({
    scenario,
    patient: patientUnder(scenario, null),
  }));
  return { choices, current, patients, now: parts.now() };
}

/** A record is shown as it stands, whatever was launched before, unless its address says otherwise. */
function recordView(parts: ScreenParts, host: HostKey, c: Context): RecordView | undefined {
  const view = listView(parts, host, c);
  const listed = view?.patients.find(({ scenario }) => scenario.host.id === c.req.param('id'));
  if (!view || !listed) return undefined;
  const variantKey = c.req.query('variant') || null;
  const patient = patientUnder(listed.scenario, variantKey);
  return { ...view, listed: { ...listed, patient }, variantKey };
}

function unknown(c: Context): Response | Promise<Response> {
  c.status(404);
  return c.html(messagePage('Not found', 'There is no such user, patient or page in this system.'));
}

function addClinicalScreens(app: Hono, parts: ScreenParts): void {
  const list = (host: HostKey, draw: (view: ListView) => Html) => {
    app.get(`/${host}`, (c) => {
      const view = listView(parts, host, c);
      if (!view) return unknown(c);
      // The front door names a patient too; the record has an address of its own.
      const patient = c.req.query('patient');
      if (patient) return c.redirect(recordPath(host, patient, view.current.key), 303);
      return c.html(draw(view));
    });
  };
  list('gp', gpList);
  list('epr', eprList);
  app.get('/gp/patients/:id', (c) => {
    const view = recordView(parts, 'gp', c);
    return view ? c.html(gpRecord(view)) : unknown(c);
  });
  app.get('/epr/patients/:id', async (c) => {
    const view = recordView(parts, 'epr', c);
    if (!view) return unknown(c);
    if (c.req.query('summary') !== 'open') return c.html(eprRecord(view, undefined));
    const { patient } = view.listed;
    const answer = await startLaunch(parts.options, parts.launches, parts.variants, {
      host: 'epr',
      signInKey: view.current.key,
      patientId: patient.id ?? '',
      variantKey: view.variantKey,
    });
    return answer.type === 'launched'
      ? c.html(eprRecord(view, answer.url))
      : refused(c, answer.type);
  });
  for (const host of hostKeys) {
    app.post(`/${host}/launch`, async (c) => {
      const form = await c.req.parseBody();
      const variant = field(form['variant']);
      const answer = await startLaunch(parts.options, parts.launches, parts.variants, {
        host,
        signInKey: field(form['user']),
        patientId: field(form['patient']),
        variantKey: variant === '' ? null : variant,
      });
      return answer.type === 'launched' ? c.redirect(answer.url, 303) : refused(c, answer.type);
    });
  }
}

function refused(
  c: Context,
  why: Exclude<LaunchAnswer['type'], 'launched'>,
): Response | Promise<Response> {
  c.status(why === 'exchange-refused' ? 502 : 400);
  return c.html(messagePage('The Care Summary was not opened', refusedLaunch[why]));
}

/** The screens of both systems and of the sandbox itself, as one Fetch handler. */
export async function createScreens(parts: ScreenParts): Promise<Hono> {
  const { options } = parts;
  const css = await readFile(new URL('host.css', import.meta.url), 'utf8');
  const app = new Hono();
  app.use(screenHeaders([options.appOrigin, ...(options.extraOrigins ?? [])]), sameOriginOnly);
  app.get('/host.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/', (c) => {
    const door = (host: HostKey) => ({
      users: signIns(options.users, host),
      patients: patientsOf(options.scenarios, host),
    });
    return c.html(chooser(options.scenarios, { gp: door('gp'), epr: door('epr') }));
  });
  const everybody = hostKeys.flatMap((host) => signIns(options.users, host));
  app.get('/rules', (c) => c.html(rulesPage(tries(rules, options.scenarios, everybody))));
  addClinicalScreens(app, parts);
  addControl(app, options.exchangeOrigin);
  app.notFound((c) => unknown(c));
  return app;
}
