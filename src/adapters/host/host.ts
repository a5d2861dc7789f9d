import { hostPatient } from '../../fhir/gate/host-patient.ts';
import { knownUser, practitionerUser } from '../../fhir/gate/user.ts';
import type { HostPort, Outcome } from '../../flow/ports.ts';
import type { HostSettings } from '../settings.ts';
import type { BrowserWindow, Timers } from './browser.ts';
import { completeLaunch, type SignedIn } from './complete.ts';
import { failureOf } from './failure.ts';
import { createHandOver } from './hand-over.ts';
import { createReader, type Reader, type Resource, WrongResource } from './reader.ts';
import { patientOutcome, refused, userOutcome } from './readings.ts';
import type { Contents } from './sealing.ts';
import type { KeptTokens, Tokens } from './token.ts';
import { organisationsOf, readUserResources, type UserResources } from './user-resources.ts';

export type HostDeps = {
  readonly browser: BrowserWindow;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Called with the issuer that is returned to, once per launch, before its answer is redeemed. */
  readonly onReturn: (issuer: string) => void;
};

export type Host = HostPort & {
  /**
   * The issuer that was returned to, an entry of the configuration; null before `complete`. Kept
   * after the end: what is said then names the same system.
   */
  readonly issuer: () => string | null;
  /** The access token while it is good, for the gated exchange only; null before and after. */
  readonly accessToken: () => string | null;
  /** As `accessToken`, after a refresh where it is about to expire. */
  readonly freshAccessToken: () => Promise<string | null>;
  /**
   * Makes ready what a reload of this page goes on with, under this opening. Call it as soon as the
   * opening is recorded. Never rejects; where the browser keeps nothing, a reload ends the launch.
   */
  readonly prepareHandOver: (consentId: string) => Promise<void>;
  /** Leaves it for the reload. Synchronous, for `pagehide` of a page that is not kept. */
  readonly handOver: () => void;
};

/** What there is once a token came: the reads begin while the id_token is still being checked. */
type Arrived = {
  readonly tokens: Tokens;
  readonly reader: Reader;
  readonly patientId: string;
  /** Asked for ahead of time; used once. */
  patient: Promise<Resource> | null;
};

/**
 * The host's side of a launch, from the redirect page on (SMART App Launch 2.2).
 * @param hosts every configured host; the pending launch says which one is returned to
 */
export function createHost(hosts: readonly HostSettings[], deps: HostDeps): Host {
  const leaving = new AbortController();
  let completed: Promise<Outcome<SignedIn>> | null = null;
  let arrived: Arrived | null = null;
  let issuer: string | null = null;
  let asking: { readonly resources: UserResources; readonly at: Date } | null = null;
  let verified = false;
  let opening: string | null = null;
  const forReload = createHandOver(deps);

  const prepare = async (): Promise<void> => {
    const outcome = await completed;
    const kept = arrived?.tokens.kept() ?? null;
    await forReload.prepare(
      outcome?.type === 'ok' && kept !== null && opening !== null
        ? contentsOf(outcome.value, kept, opening)
        : null,
    );
  };

  const completing = async (): Promise<Outcome<SignedIn>> => {
    const outcome = await completeLaunch(hosts, {
      ...deps,
      onTokens(settings, tokens, { patientId }) {
        // The page was left while the host was still answering: nobody is there to use it.
        if (leaving.signal.aborted) return void tokens.end();
        const { timeoutMs } = settings;
        const fetching = { fetch: deps.fetch, timeoutMs, signal: leaving.signal };
        const reader = createReader(settings.issuer, tokens.fresh, fetching);
        const patient = reader.read('Patient', patientId);
        // Looked at by readPatient; until then a failure is no unhandled one.
        patient.catch(() => undefined);
        ({ issuer } = settings);
        arrived = { tokens, reader, patientId, patient };
      },
      onRefresh: () => void prepare(),
    });
    opening ??= outcome.type === 'ok' ? outcome.value.session.reopens : null;
    // Reloaded again before its own record is acknowledged, it goes on from the same opening.
    if (opening !== null) void prepare();
    return outcome;
  };

  /** A code is good for one use, so whoever asks again gets the same answer. */
  const complete = (): Promise<Outcome<SignedIn>> => (completed ??= completing());

  /** Runs once signed in; what went wrong on the way is the outcome. */
  const signedIn = async <Value>(
    run: (who: SignedIn, at: Arrived) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const outcome = await complete();
    if (outcome.type !== 'ok') return outcome;
    verified = true;
    if (leaving.signal.aborted || arrived === null) return refused({ type: 'session-ended' });
    try {
      return await run(outcome.value, arrived);
    } catch (error) {
      return { type: 'failed', failure: failureOf(error, deps.newId) };
    }
  };

  return {
    complete: () => signedIn(({ session }) => Promise.resolve({ type: 'ok', value: session })),
    readUser: () =>
      signedIn(async ({ user, settings }, { reader }) => {
        const resources = await readUserResources(user, settings.issuer, reader);
        asking = { resources, at: deps.now() };
        return userOutcome(knownUser(resources, asking.at));
      }),
    readOrganisations: () =>
      signedIn(async ({ settings }, { reader }) => {
        if (asking === null) return refused({ type: 'session-ended' });
        const { resources, at } = asking;
        const organisations = await organisationsOf(resources.roles, settings.issuer, reader);
        // As of then: a role that ends meanwhile is still the one that was judged.
        const outcome = userOutcome(practitionerUser({ ...resources, organisations }, at));
        if (outcome.type !== 'ok') return outcome;
        return { type: 'ok', value: outcome.value.roles.map(({ organisation }) => organisation) };
      }),
    readPatient: ({ patientId }) =>
      signedIn(async ({ session, settings }, at) => {
        const resource = patientId === at.patientId ? await patientAsked(at) : null;
        if (resource === null) return refused({ type: 'wrong-patient' });
        const facts = { nhsNumbersInContext: session.nhsNumbersInContext, now: deps.now() };
        return patientOutcome(hostPatient(resource, settings.nhsNumber, facts));
      }),
    issuer: () => issuer,
    accessToken: () => (verified ? (arrived?.tokens.current() ?? null) : null),
    freshAccessToken: async () => (verified ? ((await arrived?.tokens.fresh()) ?? null) : null),
    async prepareHandOver(consentId) {
      opening = consentId;
      await prepare();
    },
    handOver: () => forReload.leave(),
    async end() {
      leaving.abort();
      const leftBehind = arrived;
      arrived = null;
      await Promise.all([leftBehind?.tokens.end(), forReload.end()]);
    },
  };
}

/** Null where the host answered with another resource than the launch's patient. */
async function patientAsked(at: Arrived): Promise<Resource | null> {
  const asked = at.patient ?? at.reader.read('Patient', at.patientId);
  at.patient = null;
  return asked.catch((error: unknown) => {
    if (error instanceof WrongResource) return null;
    throw error;
  });
}

function contentsOf(
  { settings, discovery, user }: SignedIn,
  kept: KeptTokens,
  consentId: string,
): Contents {
  const { issuer, clientId } = settings;
  return { issuer, clientId, discovery, fhirUser: user.url, ...kept, consentId };
}
