/**
 * Where a letter may be fetched from: below the exchange's own base, as FHIR writes references
 * (R4, 2.3.0.1), and nowhere else. An attachment's URL is a source's word, and the token goes there.
 */

/** Segments of letters, digits and `-._$~`; none of them empty, or made to climb or to be decoded. */
const plainPath = /^[A-Za-z][\w\-.$~]*(?:\/[\w\-$~][\w\-.$~]*)+$/;

/**
 * @param url as sent: `Binary/123`, or absolute
 * @param base the exchange's FHIR base, without a slash at its end
 * @returns null for anything else: another origin or base, user info, a query, a fragment, `..`,
 *   percent-encoding, a backslash
 */
export function addressOf(url: string, base: string): string | null {
  const path = url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url;
  if (!plainPath.test(path) || path.includes('..')) return null;
  const address = `${base}/${path}`;
  return URL.canParse(address) && new URL(address).href === address ? address : null;
}
