/**
 * What fhirclient's browser build finds in the global scope, and takes hold of when it is loaded:
 * so import this before anything of src. The page's address here is a hostile one, and the tab's
 * storage is watched: neither may matter.
 */
type Fetch = typeof globalThis.fetch;

/** The network as it was: loopback only. */
export const network: Fetch = globalThis.fetch;

const route: { current: Fetch | null } = { current: null };

/** Sends fhirclient's requests to `fetch` from here on. */
export function routeTo(fetch: Fetch): void {
  route.current = fetch;
}

/** Everything fhirclient itself wrote to the tab's storage; it should be nothing. */
export const tabStorage: Record<string, string> = {};

Object.assign(globalThis, {
  window: globalThis,
  FHIRCLIENT_PURE: true,
  fetch: (...asked: Parameters<Fetch>) => {
    if (route.current === null) throw new Error('a request before any host was set up');
    return route.current(...asked);
  },
});

// A test that brings its own document brings its own address and storage with it.
if (typeof document === 'undefined') {
  Object.assign(globalThis, {
    location: new URL(
      'https://app.example/index.html?iss=https://evil.example/fhir' +
        '&fhirServiceUrl=https://evil.example/fhir&clientId=evil&patientId=evil&launch=evil',
    ),
    sessionStorage: tabStorage,
  });
}
