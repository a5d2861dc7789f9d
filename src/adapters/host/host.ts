import type { HostPatient } from '../../domain/person.ts';
import { hostPatient } from '../../fhir/gate/host-patient.ts';
import { practitionerUser } from '../../fhir/gate/user.ts';
import type { ClosedReason } from '../../flow/closed.ts';
import type { HostPort, Outcome } from '../../flow/ports.ts';
import type { HostSettings } from '../settings.ts';
import type { BrowserWindow, Timers } from './browser.ts';
import { completeLaunch, type SignedIn } from './complete.ts';
import { failureOf, RequestFailed } from './failure.ts';
import { createReader, type Reader, type Resource, WrongResource } from './reader.ts';
import type { Tokens } from './token.ts';
import { readUserResources } from './user-resources.ts';

export type HostDeps = {
  readonly browser: BrowserWindow;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  readonly newId: () => string;
};

export type Host = HostPort & {
  /** The issuer that was returned to, an entry of the configuration; null before `complete`. */
  readonly issuer: () => string | null;
  /** The access token while it is good, for the gated exchange only; null before and after. */
  readonly accessToken: () => string | null;
  /** As `accessToken`, after a refresh where it is about to expire. */
  readonly freshAccessToken: () => Promise<string | null>;
};

/** What there is once a token came: the reads begin while the id_token is still being checked. */
type Arrived = {
  readonly settings: HostSettings;
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
  let verified = false;

  /** A code is good for one use, so whoever asks again gets the same answer. */
  const complete = (): Promise<Outcome<SignedIn>> =>
    (completed ??= completeLaunch(hosts, {
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
        arrived = { settings, tokens, reader, patientId, patient };
      },
    }));

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
      signedIn(async ({ user }, { settings, reader }) => {
        const read = practitionerUser(await readUserResources(user, settings.issuer, reader));
        return read.type === 'user'
          ? { type: 'ok', value: read.user }
          : refused({ type: 'user-not-practitioner' });
      }),
    readPatient: (session) => signedIn((_, at) => readPatient(session.patientId, at)),
    issuer: () => arrived?.settings.issuer ?? null,
    accessToken: () => (verified ? (arrived?.tokens.current() ?? null) : null),
    freshAccessToken: async () => (verified ? ((await arrived?.tokens.fresh()) ?? null) : null),
    async end() {
      leaving.abort();
      const leftBehind = arrived;
      arrived = null;
      await leftBehind?.tokens.end();
    },
  };
}

async function readPatient(patientId: string, at: Arrived): Promise<Outcome<HostPatient>> {
  if (patientId !== at.patientId) return refused({ type: 'wrong-patient' });
  const asked = at.patient ?? at.reader.read('Patient', patientId);
  at.patient = null;
  const read = await asked.catch((error: unknown) => {
    if (error instanceof WrongResource) return null;
    throw error;
  });
  if (read === null) return refused({ type: 'wrong-patient' });
  const mapped = hostPatient(read, at.settings.nhsNumber);
  switch (mapped.type) {
    case 'patient':
      return { type: 'ok', value: mapped.patient };
    case 'nhs-number':
      return refused({ type: 'nhs-number', problem: mapped.problem });
    case 'malformed':
      throw new RequestFailed('bad-answer');
  }
}

function refused(reason: ClosedReason): {
  readonly type: 'refused';
  readonly reason: ClosedReason;
} {
  return { type: 'refused', reason };
}
