/**
 * Asks permission of the exchange ahead of time. The browser asks it before each call to another
 * origin whether the page may make it (Fetch, 4.9 "CORS-preflight fetch"), and remembers the answer
 * for as long as the exchange says (`Access-Control-Max-Age`). Asked beside an earlier call, that
 * costs the call itself no round trip.
 */
import type { Wire } from './request.ts';

/**
 * Never throws, and nothing waits for it: where it fails the browser asks again, as it would have.
 * What is sent is an `OPTIONS` without a token. It says of nobody that they are looked for, so it
 * may be sent for addresses that name no patient, and for no other.
 * @param path under the exchange's base, `''` for the base itself
 */
export async function askAhead(
  { base, fetch, timeoutMs }: Wire,
  path: '' | '/Patient/_search',
  requestId: string,
): Promise<void> {
  try {
    const answer = await fetch(`${base}${path}`, {
      method: 'OPTIONS',
      headers: { 'X-Request-ID': requestId },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // An answer nobody reads is an aborted request to the browser.
    await answer.text();
  } catch {
    // As said above.
  }
}
