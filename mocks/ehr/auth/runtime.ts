/**
 * The authorisation server's library calls `URL.parse`, which the first Node 20 releases lack.
 * Same contract as the WHATWG URL standard: the parsed URL, or null.
 */
const scope: { parse?: unknown } = URL;
if (typeof scope.parse !== 'function') {
  Object.defineProperty(URL, 'parse', {
    value: (input: string, base?: string): URL | null => {
      try {
        return new URL(input, base);
      } catch {
        return null;
      }
    },
  });
}
