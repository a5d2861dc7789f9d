/**
 * What a reload of the page goes on with, sealed: AES-GCM under a key that can not be extracted and
 * that lives elsewhere. Loaded only once a record is open, or when the page was reloaded.
 */
import type { BrowserWindow } from './browser.ts';
import { type Discovery, isRecord } from './discovery.ts';
import type { Entry } from './hand-over.ts';
import { reviveDiscovery } from './pending.ts';
import { within } from './request.ts';
import { keepKey, takeKey, vaultId } from './vault.ts';

/** All of a launch that can not be asked for again without the user. */
export type Contents = {
  readonly issuer: string;
  readonly clientId: string;
  readonly discovery: Discovery;
  /** Absolute URL of the verified user. */
  readonly fhirUser: string;
  /** The token response, refreshed where it was. */
  readonly response: Readonly<Record<string, unknown>>;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** The opening that is on screen. */
  readonly consentId: string;
};

export type Sealed = Omit<Entry, 'leftAt'>;

/** The key of one launch. */
export type Seal = {
  readonly close: (contents: Contents) => Promise<Sealed>;
  /** Deletes the key, with which everything sealed under it is lost. */
  readonly destroy: () => Promise<unknown>;
};

const algorithm = 'AES-GCM';
/** A browser whose key store hangs must not keep the page from saying "launch again". */
const longestWaitMs = 2_000;

/** A new key of this launch. Rejects where the browser keeps none. */
export async function newSeal(
  browser: BrowserWindow,
  now: Date,
  newId: () => string,
): Promise<Seal> {
  const id = vaultId(now, newId);
  const { subtle } = browser.crypto;
  const key = await subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await keepKey(browser, id, key, now);
  return {
    async close(contents) {
      // Never the same one twice under a key (NIST SP 800-38D, 8.2.2: 96 random bits).
      const iv = browser.crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(contents));
      const sealed = await subtle.encrypt({ name: algorithm, iv }, key, plain);
      return { id, iv: asText(iv), sealed: asText(new Uint8Array(sealed)) };
    },
    destroy: () => takeKey(browser, id),
  };
}

/**
 * Takes the key, whatever comes of it, and opens the entry.
 * @returns null where the key is gone, or anything was changed. May reject; nothing is open then.
 */
export async function openSealed(browser: BrowserWindow, entry: Entry): Promise<Contents | null> {
  const key = await within(longestWaitMs, takeKey(browser, entry.id));
  if (key === undefined) return null;
  const plain = await browser.crypto.subtle.decrypt(
    { name: algorithm, iv: asBytes(entry.iv) },
    key,
    asBytes(entry.sealed),
  );
  return parseContents(JSON.parse(new TextDecoder().decode(plain)));
}

/** One character a byte: storage holds text. */
function asText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Sealed by us, and still of a version of this app that may be another's. */
function parseContents(raw: unknown): Contents | null {
  if (!isRecord(raw)) return null;
  const { issuer, clientId, fhirUser, response, expiresAt, consentId } = raw;
  const discovery = reviveDiscovery(raw['discovery']);
  if (discovery === null || !isRecord(response) || typeof expiresAt !== 'number') return null;
  if (typeof issuer !== 'string' || typeof clientId !== 'string') return null;
  if (typeof fhirUser !== 'string' || typeof consentId !== 'string') return null;
  return { issuer, clientId, discovery, fhirUser, response, expiresAt, consentId };
}
