/** The adapter against the reference exchange in one process: invented patients, a small host. */
import { createExchange as createReference } from '../../../mocks/exchange/exchange.ts';
import type { ExchangeHost } from '../../../mocks/exchange/options.ts';
import { scenarios } from '../../../mocks/scenarios/catalogue.ts';
import { sourceProfiles } from '../../../mocks/scenarios/sources.ts';
import { users } from '../../../mocks/scenarios/users.ts';
import { createExchange } from '../../../src/adapters/exchange/exchange.ts';
import type { BreakGlass, Permission } from '../../../src/domain/access.ts';
import { matchDemographics } from '../../../src/domain/demographic-match.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { practitionerUser } from '../../../src/fhir/gate/user.ts';
import { identifierSystem } from '../../../src/fhir/systems.ts';
import type { ExchangePort, SummaryEvent } from '../../../src/flow/ports.ts';
import type { Decided, Verified } from '../../../src/flow/state.ts';
import {
  createFakeHost,
  exchangeHost,
  fhirBase,
  type TokenAnswer,
} from '../../exchange/fake-host.ts';

export const base = 'https://exchange.test/gp/fhir';
const now = new Date('2026-11-22T10:00:00Z');
export const terms = { url: 'https://ocs.example.org/terms', version: '2026-11', putOffDays: 14 };

function scenarioOf(key: string) {
  const found = scenarios.find((each) => each.key === key);
  if (!found) throw new Error(`no scenario ${key}`);
  return found;
}

type Staff = (typeof users)[number];

function userOf(key: string): Staff {
  const found = users.find((each) => each.key === key);
  if (!found) throw new Error(`no user ${key}`);
  return found;
}

const staffOf = ({ practitioner, roles, organizations }: Staff) => [
  practitioner,
  ...roles,
  ...organizations,
];

const tokenOf = ({ key, practitioner }: Staff): TokenAnswer => ({
  sub: `sub-${key}`,
  fhirUser: `${fhirBase}/Practitioner/${practitioner.id ?? ''}`,
});

type Setting = {
  readonly encounter?: string;
  /** The version of the terms accepted before; null for none. */
  readonly accepted?: string | null;
  readonly policy?: NonNullable<ExchangeHost['policy']>;
};

/** One clinician launched on one patient, as host and exchange hold both. */
export async function launch(scenarioKey: string, userKey = 'sam-patel', more: Setting = {}) {
  const scenario = scenarioOf(scenarioKey);
  const user = userOf(userKey);
  const host = createFakeHost([scenario.host, ...staffOf(user), ...staffOf(userOf('kit-doyle'))]);
  const { encounter } = more;
  host.tokens.set('token', {
    ...{ client_id: 'ocs-launch', exp: now.getTime() / 1000 + 3600 },
    patient: scenario.host.id ?? '',
    ...tokenOf(user),
    ...(encounter === undefined ? {} : { encounter }),
  });
  const { accepted = terms.version } = more;
  const acceptance = {
    ...{ hostKey: exchangeHost.key, sub: `sub-${userKey}`, name: user.key },
    recorded: '2026-11-01T09:00:00Z',
  };
  const reference = await createReference({
    origin: 'https://exchange.test',
    hosts: [{ ...exchangeHost, ...(more.policy === undefined ? {} : { policy: more.policy }) }],
    terms,
    earlierAcceptances: accepted === null ? [] : [{ ...acceptance, version: accepted }],
    appOrigins: ['https://app.test'],
    databaseFile: ':memory:',
    scenarios: [scenario],
    sources: sourceProfiles,
    fetch: host.fetch,
    clock: () => now,
    speed: 200,
    sandbox: true,
  });
  host.trust({ keys: [...reference.jwks.keys] });
  const asked: string[] = [];
  let acceptJson = false;
  let losing = false;
  let ticks = 0;
  let token = 'token';
  const adapter = createExchange(
    {
      base,
      timeoutMs: 10_000,
      maxBytes: 64 * 1024 * 1024,
      sendBreakGlassCategory: false,
      attestation: 'I am involved in this patient’s care.',
      terms,
    },
    {
      token: () => token,
      // Every look at the clock is a second later, as on a real retry.
      now: () => new Date(now.getTime() + (ticks += 1000)),
      newId: () => crypto.randomUUID(),
      timers: {
        set: (run) => {
          queueMicrotask(run);
        },
      },
      fetch: (input, init) => {
        const request = new Request(input, init);
        asked.push(`${request.method} ${request.url.slice(base.length)}`);
        if (acceptJson) request.headers.set('accept', 'application/fhir+json');
        if (!losing || request.url !== base) return reference.fetch(request);
        losing = false;
        const answer = reference.fetch(request);
        return Promise.resolve(answer).then(() => Promise.reject(new TypeError('lost')));
      },
    },
  );
  return {
    adapter,
    asked,
    reference,
    scenario,
    verified: (): Promise<Verified> => verify(adapter, scenario, user, more.encounter ?? null),
    /** The same user, patient and encounter, launched again: another token. */
    relaunch: (answer: Partial<TokenAnswer> = {}) => {
      const before = host.tokens.get('token') ?? {};
      token = `token-${host.tokens.size}`;
      host.tokens.set(token, { ...before, ...answer });
    },
    /** The privacy officer, with the same patient open in the host. */
    relaunchAsOfficer: () => {
      const before = host.tokens.get('token') ?? {};
      token = 'token-officer';
      host.tokens.set(token, { ...before, ...tokenOf(userOf('kit-doyle')) });
    },
    documentOnly: () => {
      acceptJson = true;
    },
    /** The next transaction is recorded, and its answer never comes. */
    loseRecord: () => {
      losing = true;
    },
    /** How many Consents of this user stand active. */
    standing: async (patient: string): Promise<unknown> => {
      const url = `${base}/Consent?patient=Patient/${patient}&status=active`;
      const headers = { authorization: `Bearer ${token}` };
      const answer = await reference.fetch(new Request(url, { headers }));
      const bundle = (await answer.json()) as { total?: unknown };
      return bundle.total;
    },
    choose: (variant: string) =>
      reference.fetch(
        new Request('https://exchange.test/sandbox/variant', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ scenario: scenarioKey, variant }),
        }),
      ),
  };
}

type Launch = Awaited<ReturnType<typeof launch>>;

async function verify(
  adapter: ExchangePort,
  scenario: ReturnType<typeof scenarioOf>,
  user: Staff,
  encounterId: string | null,
): Promise<Verified> {
  const setting = { from: 'identifier', systems: [identifierSystem.nhsNumber] } as const;
  const host = hostPatient(scenario.host, setting, { nhsNumbersInContext: [], now });
  const who = practitionerUser(
    {
      fhirUser: `${fhirBase}/Practitioner/${user.practitioner.id ?? ''}`,
      practitioner: user.practitioner,
      roles: user.roles,
      organisations: user.organizations,
    },
    now,
  );
  if (host.type !== 'patient' || who.type !== 'user') throw new Error('the host is unreadable');
  const [role] = who.user.roles;
  const traced = await adapter.trace(host.patient.nhsNumber);
  if (traced.type !== 'ok' || traced.value.type !== 'found' || !role) {
    throw new Error(`not found: ${JSON.stringify(traced)}`);
  }
  const { patient, coverage } = traced.value;
  return {
    session: {
      ...{ patientId: host.patient.id, encounterId, needPatientBanner: true },
      ...{ nhsNumbersInContext: [], reopens: null },
    },
    clinician: { user: who.user, roles: [role] },
    host: host.patient,
    patient,
    match: matchDemographics(host.patient, patient),
    coverage,
  };
}

/** One decision of this clinician, in the first of their roles. */
export function decide(
  { clinician }: Pick<Verified, 'clinician'>,
  basis: Permission | BreakGlass = { type: 'patient-agreed' },
  more: Partial<Decided> = {},
): Decided {
  const [role] = clinician.roles;
  return {
    decisionId: crypto.randomUUID(),
    decision: { basis, confirmed: [], role: role.id },
    ...{ role, declared: [], terms: terms.version, reopens: null },
    ...more,
  };
}

/** Records the decision and reads the summary to its end. */
export async function open(launched: Launch, basis?: Permission | BreakGlass) {
  const verified = await launched.verified();
  const recorded = await launched.adapter.record(verified, decide(verified, basis));
  if (recorded.type !== 'ok') throw new Error(`not recorded: ${JSON.stringify(recorded)}`);
  const events: SummaryEvent[] = [];
  const { signal } = new AbortController();
  await launched.adapter.retrieve(verified, recorded.value, (event) => events.push(event), signal);
  return { verified, receipt: recorded.value, events };
}
