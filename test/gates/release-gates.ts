/** Gates of the exchange: who may ask, and on what something clinical leaves. */
import { type Gate, gatesIn, unit } from './gate.ts';

const unrecorded = 'Clinical data without a recorded access';
const further = 'Permission taken further than it was given';
const direct = unit('exchange/direct-calls');
const release = unit('exchange/release');
const again = unit('exchange/opened-again');
const trail = unit('exchange/trail');

export const releaseGates: readonly Gate[] = [
  ...gatesIn(unrecorded, 'mocks/exchange/access.ts', direct, [
    [
      'A break glass counts where one is claimed',
      ".filter(({ purpose }) => !breakGlass || purpose === 'BTG');",
      ';',
      'the break glass category over a permission',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/consent-table.ts', direct, [
    [
      'Only one’s own Consent opens',
      'userKey = ? AND',
      '(userKey = ? OR TRUE) AND',
      'another’s record',
    ],
    ['An ended Consent opens nothing', "AND status = 'active' AND", 'AND', 'an ended record'],
    [
      'A Consent that has run out opens nothing',
      'AND endsAt > ? ORDER',
      'AND (endsAt > ? OR TRUE) ORDER',
      'a record that has run out',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/consent-table.ts', release, [
    [
      'Another app’s Consent opens nothing',
      'clientId = ? AND',
      '(clientId = ? OR TRUE) AND',
      'to another client of the same user',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/opened-again.ts', again, [
    [
      'A release under an earlier launch’s permission is an opening on record',
      'if (again !== null) store.auditOnce(again);',
      '',
      'is an opening of this launch before it leaves',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/opened-again.ts', trail, [
    [
      'Nothing leaves before its release is in the trail',
      'await store.auditTogether(entries);',
      'void store.auditTogether(entries).catch(() => undefined);',
      'no byte of a summary leaves in either format',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/summary-stream.ts', trail, [
    [
      'A summary is not over before its end is in the trail',
      "if (part.value.type === 'document') await record.completed();",
      "if (part.value.type === 'document') void record.completed().catch(() => undefined);",
      'a stream whose end cannot be recorded never gets its last line',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/access.ts', again, [
    [
      'A launch’s own record speaks for it',
      'opening.find(({ token }) => token === caller.launch) ?? opening[0]',
      'opening[0]',
      'is no second opening where this launch has a record of its own',
    ],
  ]),
  ...gatesIn('The wrong patient opened', 'mocks/exchange/trace.ts', unit('exchange/token'), [
    [
      'Only the patient of the token is traced',
      'const matched = searched.value === call.caller.patient.nhsNumber;',
      'const matched = true;',
      'for another NHS number than the token’s patient’s',
    ],
  ]),
  ...gatesIn(
    'The wrong patient opened',
    'mocks/exchange/access.ts',
    unit('exchange/consent-forgeries'),
    [
      [
        'An opaque id is its user’s',
        'traced.userKey === caller.userKey &&',
        '',
        'opaque id of the same patient',
      ],
      [
        'An opaque id is of the token’s patient',
        'traced.hostKey === caller.host.key &&\n    traced.searched === caller.patient.nhsNumber;',
        'traced.hostKey === caller.host.key;',
        'a patient of another launch, by an id that is known to someone',
      ],
    ],
  ),
  ...gatesIn('The wrong patient opened', 'mocks/exchange/caller.ts', unit('exchange/roles'), [
    [
      'Two NHS numbers at the host are none',
      'numbers.size === 1 && only !== undefined ? only : null',
      'only ?? null',
      'two NHS numbers in the host’s Patient are nobody’s',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/consent-table.ts', direct, [
    [
      'A Consent opens in its own encounter',
      'AND encounter = ? AND',
      'AND (encounter = ? OR TRUE) AND',
      'a record of another encounter',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/access.ts', direct, [
    [
      'A break glass opens in its own launch',
      "(consent.purpose === 'TREAT' && consent.encounter !== '');",
      'true;',
      'a break glass of another launch',
    ],
    [
      'A permission stands for an encounter, not without one',
      " && consent.encounter !== '');",
      ');',
      'a permission of another launch, where neither has an encounter',
    ],
  ]),
  ...gatesIn(
    'A record opened in an unknown or non-clinical role',
    'mocks/exchange/access.ts',
    direct,
    [
      [
        'Clinical roles only, at every call',
        'if (caller.roles.some(({ clinical }) => clinical)) return ok(null);',
        'return ok(null);',
        'a role that is not clinical',
      ],
    ],
  ),
  ...gatesIn(
    'A record opened in an unknown or non-clinical role',
    'mocks/exchange/roles.ts',
    unit('exchange/roles'),
    [
      [
        'The host’s policy lists the roles',
        'clinical: clinicalRoles.includes(rCode)',
        'clinical: true',
        'students only where it lists them',
      ],
    ],
  ),
];
