/**
 * Stands in for `js-base64`, of which fhirclient calls one function in this build: every browser the
 * app supports has its own coding (RFC 4648, sections 4 and 5).
 */

/** @param urlSafe the alphabet of section 5, without padding */
export function fromUint8Array(bytes: Uint8Array, urlSafe = false): string {
  const coded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return urlSafe ? coded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : coded;
}
