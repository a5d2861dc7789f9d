/** Gates of the adapter to the host: the launch as it goes on, its patient and its hand-over. */
import { type Gate, gatesIn, unit } from './gate.ts';

const wrong = 'The wrong patient opened';
const leaking = 'A token or NHS number leaking';
const reloaded = 'A launch gone on with by somebody else';
const patient = unit('adapters/host/patient');
const token = unit('adapters/host/token');
const reads = unit('adapters/host/reads');
const reload = unit('adapters/host/reload');

export const launchGates: readonly Gate[] = [
  ...gatesIn(wrong, 'src/adapters/host/token.ts', token, [
    [
      'A refresh never points at another patient',
      'context.session.patientId === deps.patientId',
      'true',
      'is thrown away, old and new, where the refresh brings',
    ],
  ]),
  ...gatesIn(wrong, 'src/adapters/host/reader.ts', patient, [
    [
      'What the host answers is what was asked for',
      "if (resource['resourceType'] !== type || resource['id'] !== id) {",
      'if (false) {',
      'is refused where the host answers with',
    ],
  ]),
  ...gatesIn(wrong, 'src/adapters/host/host.ts', patient, [
    [
      'The patient is the one of this launch',
      'patientId === at.patientId ? await patientAsked(at) : null',
      'await patientAsked(at)',
      'is none but the one of this launch',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/host/reader.ts', reads, [
    [
      'An id names no other path',
      "if (!fhirId.test(id)) throw new RequestFailed('bad-answer');",
      '',
      'takes no id that could name another path',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/host/smart-adapter.ts', reads, [
    [
      'No redirect of the host’s is followed',
      "redirect: 'error',",
      '',
      'carries the token in its header and nothing ambient, and follows no redirect',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/host/request.ts', reads, [
    [
      'What is far too long is no answer',
      "if (text.length > longestAnswer) throw new RequestFailed('too-large', response.status);",
      '',
      'is far too long',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/host/callback.ts', unit('adapters/host/complete'), [
    [
      'Code and state leave the address first',
      "browser.history.replaceState(null, '', pathname);",
      '',
      'takes code and state off the address',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/host/token.ts', token, [
    [
      'A token that comes after the end is given back',
      'if (ended || (refreshed',
      'if ((refreshed',
      'gives back a token that a refresh under way still brings',
    ],
  ]),
  ...gatesIn(reloaded, 'src/adapters/host/hand-over.ts', reload, [
    [
      'After half a minute it is no reload',
      ' && gap <= longestGapMs',
      '',
      'in a tab that was closed and is opened again half a minute later',
    ],
    ['A clock put back is no reload', ' && gap >= 0', '', 'where the clock was put back'],
    [
      'Only the page’s own reload goes on',
      'return reloaded && ',
      'return ',
      'in a page that is no reload of the one that was left',
    ],
  ]),
  ...gatesIn(reloaded, 'src/adapters/host/vault.ts', reload, [
    ['A hand-over is used once', 'keys.delete(id);', '', 'a second time'],
  ]),
  ...gatesIn(reloaded, 'src/adapters/host/go-on.ts', reload, [
    [
      'A token that has expired is not gone on with',
      'if (expiresAt * 1000 <= deps.now().getTime()) return null;',
      '',
      'where the token has expired',
    ],
    [
      'Host and app are still the configured ones',
      'issuer === contents.issuer && clientId === contents.clientId',
      'issuer === contents.issuer',
      'host knows the app by another name',
    ],
    [
      'Scopes are checked as they were',
      "if (context.type === 'refused' || named",
      'if (named',
      'launch now needs more',
    ],
  ]),
];
