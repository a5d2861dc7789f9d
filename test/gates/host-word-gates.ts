/** Gates of the exchange: what the host says of its patient and its users counts. */
import { type Gate, gatesIn, unit } from './gate.ts';

const place = 'Where a restricted patient is becomes known';
const word = unit('exchange/host-word');
const rules = 'mocks/exchange/patient-rules.ts';

export const hostWordGates: readonly Gate[] = [
  ...gatesIn(place, rules, word, [
    [
      'A label of the host’s alone shuts, whatever the policy',
      'if (byHost !== null && restricted === null) return true;',
      '',
      'shuts Consent, log and release where the exchange holds none',
    ],
    [
      'V at the host is shut whatever the policy',
      "if (restricted === 'V' || byHost === 'V') return true;",
      "if (restricted === 'V') return true;",
      'opens by policy where the exchange takes the patient for restricted, too',
    ],
  ]),
  ...gatesIn(place, 'mocks/exchange/demographics.ts', word, [
    [
      'A trace says no former name of whom the host protects',
      'const isProtected = restricted !== null || byHost !== null;',
      'const isProtected = restricted !== null;',
      'has the trace answer without address, former names and practice',
    ],
  ]),
  ...gatesIn(place, 'mocks/exchange/trace.ts', word, [
    [
      'A trace names no practice of whom the host protects',
      'person?.restricted === null && byHost === null;',
      'person?.restricted === null;',
      'has the trace answer without address, former names and practice',
    ],
  ]),
  ...gatesIn('A dead patient’s record opened for another reason', rules, word, [
    [
      'A death that only the host knows is denied first',
      "deceased === 'no' && byHost ? 'informal' : deceased;",
      'deceased;',
      'counts as an informal notice',
    ],
    [
      'A formal notice stays formal',
      "deceased === 'no' && byHost ? 'informal' : deceased;",
      "byHost ? 'informal' : deceased;",
      'stays formal where the exchange was notified formally',
    ],
  ]),
  ...gatesIn(
    'A record written in somebody else’s name',
    'mocks/exchange/consent-names.ts',
    unit('exchange/consent-names'),
    [
      [
        'No name of the body’s is stored',
        "key === 'display' ? undefined : member,",
        'member,',
        'are the token’s, never the body’s',
      ],
    ],
  ),
  ...gatesIn(
    'A record opened in an unknown or non-clinical role',
    'mocks/exchange/host-staff.ts',
    unit('exchange/role-periods'),
    [
      [
        'A role counts from its first day to its last',
        ' || !coversNow(role.period, now)',
        '',
        'not yet before its start',
      ],
    ],
  ),
];
