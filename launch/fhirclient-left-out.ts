/**
 * What of fhirclient the app has no use for. It authorises, redeems a code and refreshes; it reads
 * no resource, which the app does by requests of its own, each with its own limits.
 */
import type { LeftOut } from './left-out.ts';

/** By file, as of the version that package.json names. */
export const fhirclientLeftOut: Readonly<Record<string, LeftOut>> = {
  'lib.js': {
    declared: [
      // Of observations, bundles and patches.
      ...['units', 'ensureNumerical', 'byCode', 'byCodes', 'assertJsonPatch'],
      ...['getPatientParam', 'absolute', 'makeArray', 'setPath'],
      // Signing in by another window, and by a key of our own.
      ...['getTargetWindow', 'getTimeInFuture', 'settings_1'],
    ],
    // What was created on a server is read from it.
    branches: ['!body && res.status == 201'],
  },
  'smart.js': {
    declared: ['init', 'onMessage'],
    branches: [
      // The host is chosen by us, and it is not an open one.
      'Array.isArray(params)',
      'fhirServiceUrl && !iss',
      // Nothing is pretended.
      ...['fakeTokenResponse', 'patientId', 'encounterId'],
      // Both pages stay in the window, or the frame, where the host opened them.
      '(inFrame || inPopUp) && completeInTarget !== true && completeInTarget !== false',
      'isBrowser() && state && !state.completeInTarget',
      'target && isBrowser()',
      // The redirect page has cleared its address already.
      'isBrowser() && (0, lib_1.getPath)(env, "options.replaceBrowserHistory") && (code || hasState)',
      // A public client has neither.
      'clientSecret',
      'privateKey',
    ],
  },
  'Client.js': {
    declared: ['contextualize', 'strings_1', 'settings_1', 'Response'],
    members: [
      ...['units', 'patient', 'encounter', 'user', 'connect'],
      ...[
        'getPatientId',
        'getEncounterId',
        'getIdToken',
        'getFhirUser',
        'getUserId',
        'getUserType',
      ],
      ...['getAuthorizationHeader', 'getRequestDefaults', '_clearState'],
      ...['request', 'refreshIfNeeded', 'byCode', 'byCodes', 'getPath'],
    ],
  },
  'HttpError.js': { members: ['toJSON'] },
  'settings.js': { declared: ['patientCompartment', 'fhirVersions', 'patientParams'] },
  'security/browser.js': { declared: ['ALGS', 'importJWK', 'signCompactJws'] },
  'adapters/BrowserAdapter.js': {
    declared: ['BrowserStorage_1', 'js_base64_1'],
    // Our own adapter has its own store.
    members: ['getStorage', 'getAbortController', 'base64urlencode', 'base64urldecode'],
    properties: ['init', 'utils'],
  },
};
