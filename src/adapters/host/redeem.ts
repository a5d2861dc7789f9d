import type { HostSettings } from '../settings.ts';
import { type Discovery, isRecord } from './discovery.ts';
import { RequestFailed, statusOf } from './failure.ts';
import type { Pending } from './pending.ts';
import { within } from './request.ts';
import { type MemoryStore, type SmartClient, VettedAdapter } from './smart-adapter.ts';

/** The host's answer to our own pending launch. */
export type Answered = {
  readonly settings: HostSettings;
  readonly pending: Pending;
  readonly discovery: Discovery;
  readonly code: string;
};

/**
 * Code for token, through fhirclient and once. Null where the host refused the code.
 * fhirclient gives its token request no time limit, so one is put around it.
 */
export async function redeem(
  { settings, pending, discovery, code }: Answered,
  store: MemoryStore,
): Promise<SmartClient | null> {
  await store.set(pending.state, {
    ...clientState(settings, discovery),
    key: pending.state,
    codeVerifier: pending.codeVerifier,
    completeInTarget: true,
    tokenResponse: {},
  });
  const smart = new VettedAdapter(settings.redirectUri, store).getSmartApi();
  try {
    // fhirclient puts the code into a form body as it is.
    const ready = smart.ready({ stateKey: pending.state, code: encodeURIComponent(code) });
    const client = await within(settings.timeoutMs, ready);
    // A host whose discovery failed counts as open in fhirclient, and then there is no token.
    if (!isBearer(client.state.tokenResponse)) throw new RequestFailed('bad-answer');
    return client;
  } catch (error) {
    store.entries.clear();
    const status = statusOf(error);
    if (status === 400 || status === 401) return null;
    throw error;
  }
}

/** What fhirclient knows of a launch, in its own words. */
export function clientState(settings: HostSettings, discovery: Discovery) {
  return {
    clientId: settings.clientId,
    scope: settings.scope,
    redirectUri: settings.redirectUri,
    serverUrl: settings.issuer,
    authorizeUri: discovery.authorizeUri,
    tokenUri: discovery.tokenUri,
  };
}

/** RFC 6749, 7.1: a token of a kind we do not know must not be used as one we do. */
function isBearer(response: unknown): boolean {
  if (!isRecord(response)) return false;
  const { access_token: token, token_type: type } = response;
  const bearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  return bearer && typeof token === 'string' && token !== '';
}
