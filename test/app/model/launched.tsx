/** The whole app in a DOM, against the reference exchange, over a network that a script rules. */
import { render } from '@testing-library/preact';
import { createExchange as createReference } from '../../../mocks/exchange/exchange.ts';
import { grace } from '../../../mocks/scenarios/patients/grace.ts';
import { sourceProfiles } from '../../../mocks/scenarios/sources.ts';
import { users } from '../../../mocks/scenarios/users.ts';
import { createExchange } from '../../../src/adapters/exchange/exchange.ts';
import { happeningOf } from '../../../src/app/intents.ts';
import { createRunner, type Runner } from '../../../src/app/runner.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { practitionerUser } from '../../../src/fhir/gate/user.ts';
import { identifierSystem } from '../../../src/fhir/systems.ts';
import { openSteps } from '../../../src/flow/open.ts';
import type { HostPort } from '../../../src/flow/ports.ts';
import type { HostSession, State } from '../../../src/flow/state.ts';
import { App } from '../../../src/ui/app.tsx';
import { QuestionsScreen } from '../../../src/ui/questions/questions-screen.tsx';
import { SummaryScreen } from '../../../src/ui/summary/summary-screen.tsx';
import { createFakeHost, exchangeHost, fhirBase } from '../../exchange/fake-host.ts';
import { policy as flowPolicy } from '../../flow/people.ts';
import { now as today, policy as screenPolicy, title } from '../../ui/fixtures.ts';
import { scriptedNetwork } from './network.ts';

const base = 'https://exchange.test/gp/fhir';
const now = new Date('2026-11-22T15:42:00Z');

const session: HostSession = {
  patientId: grace.host.id ?? '',
  encounterId: null,
  needPatientBanner: true,
  nhsNumbersInContext: [],
  reopens: null,
};

const acceptance = {
  ...{ hostKey: 'gp', sub: 'sam', name: 'Dr Sam Patel' },
  ...{ version: screenPolicy.terms.version, recorded: '2026-11-01T09:00:00Z' },
};

function theUser() {
  const user = users.find(({ key }) => key === 'sam-patel');
  if (!user) throw new Error('Dr Sam Patel is not among the users');
  return user;
}

/** What really happened, in the order it happened, as seen from outside the app. */
export type Witness = {
  /** Decisions sent to be recorded, by identifier. */
  readonly decisions: Set<string>;
  acknowledged: number;
  readonly violations: string[];
};

/** @param accepted whether this user accepted the terms before; else they are asked first */
export async function launched(accepted: boolean) {
  const user = theUser();
  const host = createFakeHost([
    grace.host,
    user.practitioner,
    ...user.roles,
    ...user.organizations,
  ]);
  host.tokens.set('token', {
    client_id: 'ocs-launch',
    exp: now.getTime() / 1000 + 3600,
    patient: grace.host.id ?? '',
    sub: 'sam',
    fhirUser: `${fhirBase}/Practitioner/${user.practitioner.id ?? ''}`,
  });
  const reference = await createReference({
    origin: 'https://exchange.test',
    hosts: [exchangeHost],
    appOrigins: ['https://app.test'],
    databaseFile: ':memory:',
    scenarios: [grace],
    sources: sourceProfiles,
    fetch: host.fetch,
    clock: () => now,
    speed: 1000,
    sandbox: true,
    terms: screenPolicy.terms,
    earlierAcceptances: accepted ? [acceptance] : [],
  });
  host.trust({ keys: [...reference.jwks.keys] });

  const witness: Witness = { decisions: new Set(), acknowledged: 0, violations: [] };
  const network = scriptedNetwork((request) => reference.fetch(request), {
    sent: (request, body) => {
      const clinical = /\$summary|\/Binary\/|\/DocumentReference\//.test(request.url);
      if (clinical && witness.acknowledged === 0) {
        witness.violations.push(`asked before the record: ${new URL(request.url).pathname}`);
      }
      const decision = /"ifNoneExist":"identifier=[^"]*\|(urn:uuid:[^"]+)"/.exec(body)?.[1];
      if (decision !== undefined) witness.decisions.add(decision);
    },
    answered: (request, response) => {
      if (request.method === 'POST' && request.url === base && response.ok) {
        witness.acknowledged += 1;
      }
    },
  });

  const exchange = createExchange(
    {
      ...{ base, timeoutMs: 60_000, maxBytes: 64 * 1024 * 1024, sendBreakGlassCategory: false },
      ...{ attestation: 'I am involved in this patient’s care.', terms: screenPolicy.terms },
    },
    {
      token: () => 'token',
      now: () => now,
      newId: () => crypto.randomUUID(),
      // Trying a report again belongs to tests of its own: here nothing happens by itself.
      timers: { set: () => null },
      fetch: network.fetch,
    },
  );
  const runner = mount(hostPort(user), exchange);
  return { runner, network, witness, reference, opened: () => openedIn(reference.fetch) };
}

export type Launched = Awaited<ReturnType<typeof launched>>;

/** The host answers well: what it may get wrong has tests of its own. */
function hostPort(user: ReturnType<typeof theUser>): HostPort {
  const setting = { from: 'identifier', systems: [identifierSystem.nhsNumber] } as const;
  const patient = hostPatient(grace.host, setting, { nhsNumbersInContext: [], now });
  const who = practitionerUser(
    {
      fhirUser: `${fhirBase}/Practitioner/${user.practitioner.id ?? ''}`,
      practitioner: user.practitioner,
      roles: user.roles,
      organisations: user.organizations,
    },
    now,
  );
  if (patient.type !== 'patient' || who.type !== 'user') throw new Error('the host is unreadable');
  return {
    complete: () => Promise.resolve({ type: 'ok', value: session }),
    readUser: () => Promise.resolve({ type: 'ok', value: who.user }),
    readOrganisations: () => {
      const value = who.user.roles.map(({ organisation }) => organisation);
      return Promise.resolve({ type: 'ok', value });
    },
    readPatient: () => Promise.resolve({ type: 'ok', value: patient.patient }),
    end: () => Promise.resolve(),
  };
}

function mount(host: HostPort, exchange: ReturnType<typeof createExchange>): Runner {
  const element = (state: State) => (
    <App
      state={state}
      send={(intent) => {
        runner.happened(happeningOf(intent, () => crypto.randomUUID()));
      }}
      now={today}
      policy={screenPolicy}
      title={title}
      Summary={SummaryScreen}
      Questions={QuestionsScreen}
    />
  );
  const view = render(<div />);
  const runner = createRunner({
    ports: { host, exchange, newId: () => crypto.randomUUID() },
    policy: () => flowPolicy,
    open: Promise.resolve(openSteps),
    onChange: (state) => {
      view.rerender(element(state));
    },
  });
  return runner;
}

/** How many openings the exchange has in its trail. */
async function openedIn(fetch: (request: Request) => Promise<Response>): Promise<number> {
  const answer = await fetch(new Request('https://exchange.test/sandbox/audit'));
  const { events } = (await answer.json()) as { events: readonly { type: string }[] };
  return events.filter(({ type }) => type === 'opened').length;
}
