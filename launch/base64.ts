/**
 * Stands in for `js-base64`, of which fhirclient calls three functions: every browser the app
 * supports has its own coding (RFC 4648, sections 4 and 5).
 */

/** @param urlSafe the alphabet of section 5, without padding */
export function fromUint8Array(bytes: Uint8Array, urlSafe = false): string {
  const coded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return urlSafe ? coded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : coded;
}

/** Text as UTF-8, in the URL-safe alphabet. */
export function encodeURL(text: string): string {
  return fromUint8Array(new TextEncoder().encode(text), true);
}

/** Either alphabet, padded or not, as UTF-8 text. */
export function decode(coded: string): string {
  const plain = atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(plain, (letter) => letter.charCodeAt(0)));
}
