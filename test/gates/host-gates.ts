/** Gates of the adapter to the host: who signed in, for whom, and where the token goes. */
import { type Gate, gatesIn, unit } from './gate.ts';

const somebodyElse = 'Signed in as somebody else, or for another launch';
const role = 'A record opened in an unknown or non-clinical role';
const idToken = unit('adapters/host/id-token');
const complete = unit('adapters/host/complete');
const begin = unit('adapters/host/begin');

export const hostGates: readonly Gate[] = [
  ...gatesIn(somebodyElse, 'src/adapters/host/pending.ts', complete, [
    [
      'An answer to a state nobody sent is no launch',
      "if (!isRecord(raw) || raw['state'] !== state) return null;",
      'if (!isRecord(raw)) return null;',
      'clears the name even where the state is another’s',
    ],
    [
      'A pending launch is read once',
      'storage.removeItem(prefix + state);',
      '',
      'leaves no verifier, no token and no state in the tab',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/complete.ts', complete, [
    [
      'Another server’s answer sends no code',
      "if (!isFromIssuer(callback.iss, discovery)) return refused({ type: 'sign-in-unverified' });",
      '',
      'sends no code anywhere where the answer is from',
    ],
    [
      'A server that promised to name itself does',
      'iss === null ? !discovery.namesItself : ',
      'iss === null ? true : ',
      'sends no code where a server that promised to name itself did not',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/callback.ts', complete, [
    [
      'Two codes are none',
      "if (names.some((name) => query.getAll(name).length > 1)) return { type: 'ambiguous' };",
      '',
      'is no launch with two codes',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/id-token.ts', idToken, [
    [
      'The id_token is of this launch',
      "if (payload['nonce'] !== expected.nonce) return null;",
      '',
      'of another launch (nonce)',
    ],
    ['The id_token is of this server', 'issuer: expected.issuer,', '', 'from another issuer'],
    ['The id_token is for this app', 'audience: expected.clientId,', '', 'for another app'],
    [
      'The id_token is for this party',
      'return party === expected.clientId ?',
      'return true ?',
      'for another authorised party',
    ],
    ['The id_token has an expiry', "requiredClaims: ['sub', 'exp'],", '', 'without an expiry'],
    [
      'The id_token is signed as asked',
      "algorithms: ['RS256', 'ES256'],",
      '',
      'which SMART does not name, it signs nobody in',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/fhir-user.ts', idToken, [
    [
      'A user in another server’s keeping is nobody',
      'const path = reference.startsWith(base) ? reference.slice(base.length) : reference;',
      "const path = reference.split('/').slice(-2).join('/');",
      'on another server',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/host.ts', idToken, [
    [
      'The token is nobody’s before the id_token is verified',
      'verified ? (arrived?.tokens.current() ?? null) : null',
      'arrived?.tokens.current() ?? null',
      'the token is nobody’s while the id_token is not verified yet',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/discovery.ts', begin, [
    [
      'A host without PKCE S256 is not launched',
      "if (!Array.isArray(methods) || !methods.includes('S256')) return null;",
      '',
      'with PKCE "plain" only',
    ],
    [
      'An endpoint in the clear is not used',
      "const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);",
      'const safe = true;',
      'with a token endpoint in the clear',
    ],
  ]),
  ...gatesIn(somebodyElse, 'src/adapters/host/begin.ts', begin, [
    [
      'The endpoints used are the ones that were vetted',
      "kept['tokenUri'] !== discovery.tokenUri ||",
      '',
      'is not believed where its second answer names other endpoints',
    ],
  ]),
  ...gatesIn(role, 'src/adapters/host/fhir-user.ts', idToken, [
    [
      'A patient or relative is no user',
      "if (resourceType !== 'Practitioner' && resourceType !== 'PractitionerRole') {",
      'if (false) {',
      'a relative of the patient',
    ],
  ]),
  ...gatesIn(role, 'src/adapters/host/user-resources.ts', unit('adapters/host/reads'), [
    [
      'A role the host lends of someone else is not counted',
      "return roles.filter((role) => referenceTo('Practitioner', role['practitioner'], fhirBase) === id);",
      'return roles;',
      'is not lent a role held by their namesake',
    ],
  ]),
];
