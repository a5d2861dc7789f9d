/** A launch that goes on after its page was reloaded, with nothing taken on trust but the seal. */
import type { Outcome } from '../../flow/ports.ts';
import type { HostSettings } from '../settings.ts';
import type { CompleteDeps, SignedIn } from './complete.ts';
import { parseFhirUser } from './fhir-user.ts';
import { type Entry, isReload } from './hand-over.ts';
import { launchContext } from './launch-context.ts';
import { clientState } from './redeem.ts';
import type { Contents } from './sealing.ts';
import { MemoryStore, VettedAdapter } from './smart-adapter.ts';
import { holdTokens, type Tokens } from './token.ts';

/**
 * Goes on with a launch whose user was verified before the page was reloaded. Host and scopes are
 * checked as they were then; user, patient and standing are read anew by who goes on.
 * @param entry what the page left, already deleted
 * @returns null where there is nothing to go on with: too late, opened before, changed, expired,
 *   or of a host that is configured no longer
 */
export async function goOn(
  entry: Entry,
  hosts: readonly HostSettings[],
  deps: CompleteDeps,
): Promise<Outcome<SignedIn> | null> {
  const contents = await opened(entry, deps);
  if (contents === null || !isReload(deps.browser, entry, deps.now())) return null;
  const settings = hosts.find(
    ({ issuer, clientId }) => issuer === contents.issuer && clientId === contents.clientId,
  );
  if (settings === undefined) return null;
  const context = launchContext(contents.response, settings);
  const named = parseFhirUser(contents.fhirUser, settings.issuer);
  if (context.type === 'refused' || named.type !== 'ok') return null;
  const { patientId } = context.session;
  const tokens = heldAgain(contents, settings, patientId, deps);
  if (tokens === null) return null;
  deps.onReturn(settings.issuer);
  const session = { ...context.session, reopens: contents.consentId };
  deps.onTokens(settings, tokens, session);
  const { discovery } = contents;
  return { type: 'ok', value: { settings, discovery, tokens, session, user: named.user } };
}

async function opened(entry: Entry, { browser }: CompleteDeps): Promise<Contents | null> {
  try {
    const { openSealed } = await import('./sealing.ts');
    return await openSealed(browser, entry);
  } catch {
    return null;
  }
}

/** Null for a token that has expired. */
function heldAgain(
  { discovery, response, expiresAt }: Contents,
  settings: HostSettings,
  patientId: string,
  deps: CompleteDeps,
): Tokens | null {
  if (expiresAt * 1000 <= deps.now().getTime()) return null;
  const store = new MemoryStore();
  const client = new VettedAdapter(settings.redirectUri, store).getSmartApi().client({
    ...clientState(settings, discovery),
    tokenResponse: { ...response },
    expiresAt,
  });
  return holdTokens({ ...deps, settings, discovery, patientId, client, store });
}
