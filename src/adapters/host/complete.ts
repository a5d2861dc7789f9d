/** From the redirect page's URL to tokens in memory and a verified user. */
import type { ClosedReason } from '../../flow/closed.ts';
import type { Outcome } from '../../flow/ports.ts';
import type { HostSession } from '../../flow/state.ts';
import type { HostSettings } from '../settings.ts';
import type { BrowserWindow, Timers } from './browser.ts';
import { takeCallback } from './callback.ts';
import { type Discovery, discoveryUrl, parseDiscovery } from './discovery.ts';
import { failureOf, RequestFailed } from './failure.ts';
import { type FhirUser, parseFhirUser } from './fhir-user.ts';
import type { goOn } from './go-on.ts';
import { takeEntry } from './hand-over.ts';
import { launchContext } from './launch-context.ts';
import { takePending } from './pending.ts';
import { type Answered, redeem } from './redeem.ts';
import { refused } from './readings.ts';
import { getJson } from './request.ts';
import { settled, unsettled } from './settled.ts';
import { MemoryStore } from './smart-adapter.ts';
import { holdTokens, type Tokens } from './token.ts';

export type CompleteDeps = {
  readonly browser: BrowserWindow;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Called as soon as it is certain which configured host is returned to. */
  readonly onReturn: (issuer: string) => void;
  /** Called as soon as there is a token for a patient, while the id_token is still checked. */
  readonly onTokens: (settings: HostSettings, tokens: Tokens, session: HostSession) => void;
  /** Called when a refresh of the tokens begins, and when it is done. */
  readonly onRefresh: () => void;
};

export type SignedIn = {
  readonly settings: HostSettings;
  readonly discovery: Discovery;
  readonly tokens: Tokens;
  readonly session: HostSession;
  readonly user: FhirUser;
};

/**
 * Completes the SMART launch: takes the response off the URL and the pending entry out of storage
 * before anything else, then trades the code for tokens and believes only a verified id_token.
 * @returns everything about the sign-in; refused where the host, the launch or the token is not
 *   what was asked for; failed where the host did not answer properly
 */
export async function completeLaunch(
  hosts: readonly HostSettings[],
  deps: CompleteDeps,
): Promise<Outcome<SignedIn>> {
  const callback = takeCallback(deps.browser);
  // Whatever brings us here, what a page left for its reload is not left for the next one.
  const entry = takeEntry(deps.browser);
  if (callback.type === 'none') {
    return (entry && (await reloaded(entry, hosts, deps))) ?? refused({ type: 'launch-not-found' });
  }
  if (callback.type === 'ambiguous') return refused({ type: 'launch-not-found' });
  const pending = takePending(deps.browser, callback.state);
  const settings = hosts.find((each) => each.issuer === pending?.issuer);
  // An answer to a question we did not ask: reloaded, duplicated, or forged.
  if (pending === null || settings === undefined) return refused({ type: 'launch-not-found' });
  if (callback.type === 'error') {
    return refused({ type: 'host-refused', description: callback.description });
  }
  try {
    const discovery = pending.discovery ?? (await discover(settings, deps));
    if (!isFromIssuer(callback.iss, discovery)) return refused({ type: 'sign-in-unverified' });
    deps.onReturn(settings.issuer);
    return await signIn({ settings, pending, discovery, code: callback.code }, deps);
  } catch (error) {
    return { type: 'failed', failure: failureOf(error, deps.newId) };
  }
}

/** Few pages are reloaded, so what goes on is loaded then; where it can not be had, nothing goes on. */
async function reloaded(...going: Parameters<typeof goOn>): ReturnType<typeof goOn> {
  const [, , { newId }] = going;
  const code = await import('./go-on.ts').catch((error: unknown) => failureOf(error, newId));
  return 'goOn' in code ? code.goOn(...going) : { type: 'failed', failure: code };
}

async function signIn(answered: Answered, deps: CompleteDeps): Promise<Outcome<SignedIn>> {
  const { settings, discovery } = answered;
  // Neither needs the token, so neither waits for it.
  const verifier = settled(import('./id-token.ts'));
  const keys = settled(getJson(discovery.jwksUri, { ...deps, timeoutMs: settings.timeoutMs }));
  const store = new MemoryStore();
  const client = await redeem(answered, store);
  if (client === null) return refused({ type: 'host-refused', description: null });
  const context = launchContext(client.state.tokenResponse, settings);
  const patientId = context.type === 'ok' ? context.session.patientId : null;
  const tokens = holdTokens({ ...deps, settings, discovery, patientId, client, store });
  const idToken: unknown = client.state.tokenResponse?.id_token;
  try {
    if (context.type === 'refused') throw new Refused(context.reason);
    deps.onTokens(settings, tokens, context.session);
    const { verifyIdToken } = unsettled(await verifier);
    const claims = await verifyIdToken(idToken, unsettled(await keys), {
      issuer: discovery.issuer,
      clientId: settings.clientId,
      nonce: answered.pending.nonce,
      now: deps.now(),
    });
    const user = verifiedUser(claims, settings);
    return { type: 'ok', value: { settings, discovery, tokens, session: context.session, user } };
  } catch (error) {
    // Nobody is signed in, so nothing that came may be used, and the host is told.
    void tokens.end();
    if (error instanceof Refused) return refused(error.reason);
    throw error;
  }
}

function verifiedUser(
  claims: { readonly fhirUser: unknown } | null,
  settings: HostSettings,
): FhirUser {
  if (claims === null) throw new Refused({ type: 'sign-in-unverified' });
  const named = parseFhirUser(claims.fhirUser, settings.issuer);
  switch (named.type) {
    case 'ok':
      return named.user;
    case 'not-practitioner':
      throw new Refused({ type: 'user-not-practitioner' });
    case 'unverified':
      throw new Refused({ type: 'sign-in-unverified' });
  }
}

async function discover(settings: HostSettings, deps: CompleteDeps): Promise<Discovery> {
  const url = discoveryUrl(settings.issuer);
  const raw = await getJson(url, { ...deps, timeoutMs: settings.timeoutMs });
  const discovery = parseDiscovery(raw);
  if (discovery === null) throw new RequestFailed('bad-answer');
  return discovery;
}

/** RFC 9207, 2.4: a mixed-up server's code must not be sent to this one. */
function isFromIssuer(iss: string | null, discovery: Discovery): boolean {
  return iss === null ? !discovery.namesItself : iss === discovery.issuer;
}

/** A refusal on its way to where the tokens are given up. */
class Refused extends Error {
  readonly reason: ClosedReason;

  constructor(reason: ClosedReason) {
    super(reason.type);
    this.reason = reason;
  }
}
