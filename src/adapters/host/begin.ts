import type { Failure } from '../../flow/failure.ts';
import type { HostSettings } from '../settings.ts';
import type { BrowserWindow } from './browser.ts';

export type BeginDeps = {
  readonly browser: BrowserWindow;
  readonly now: () => Date;
  /** A fresh UUID of a cryptographic source (`crypto.randomUUID`): it becomes state and nonce. */
  readonly newId: () => string;
};

export type BeginOutcome =
  /** Where to send the browser: `location.replace(authorizeUrl)`. */
  | { readonly type: 'ok'; readonly authorizeUrl: string }
  /** The host can not sign a user in the way this app must ask it to (PKCE S256, OpenID Connect). */
  | { readonly type: 'unsuitable-host' }
  /** Neither sessionStorage nor window.name keeps what must survive the way to the host and back. */
  | { readonly type: 'storage-blocked' }
  | { readonly type: 'failed'; readonly failure: Failure };

/**
 * Starts the authorisation of a vetted launch.
 * @param settings the configured host the request named
 * @param launch the host's opaque launch value, already vetted
 */
export async function beginLaunch(
  settings: HostSettings,
  launch: string,
  deps: BeginDeps,
): Promise<BeginOutcome> {
  await Promise.resolve([settings, launch, deps]);
  throw new Error('signature only');
}
