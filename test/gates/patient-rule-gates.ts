/** Gates of the exchange: own record, dissent, protection and death. */
import { type Gate, gatesIn, unit } from './gate.ts';

const dissent = 'Dissent overridden';
const dead = 'A dead patient’s record opened for another reason';
const place = 'Where a restricted patient is becomes known';
const release = unit('exchange/release');
const reasons = unit('exchange/reasons');
const own = "if (likeness === 'own') {";

export const patientRuleGates: readonly Gate[] = [
  ...gatesIn('The user’s own record opened', 'mocks/exchange/access.ts', release, [
    [
      'Equal NHS numbers are refused',
      own,
      'if (false) {',
      'is refused at every gate where the NHS numbers are equal',
    ],
  ]),
  ...gatesIn('The user’s own record opened', 'mocks/exchange/patient-rules.ts', release, [
    [
      'A namesake says who they are not',
      'if (namesake && !declared.notMe) {',
      'if (false) {',
      'lets a namesake on only after',
    ],
  ]),
  ...gatesIn(dissent, 'mocks/exchange/patient-rules.ts', release, [
    [
      'Dissent refuses the record',
      "if (sharing === 'dissent') {",
      'if (false) {',
      'when the record is dissented before the decision',
    ],
    [
      'Dissent refuses the release',
      "if (sharing === 'dissent') {",
      'if (false) {',
      'once dissent is recorded in between, break glass or not',
    ],
    [
      'A register that is silent refuses',
      "if (sharing === 'unknown') {",
      'if (false) {',
      'while the practice cannot say whether the patient shares',
    ],
  ]),
  ...gatesIn(dissent, 'mocks/exchange/summary-parts.ts', unit('exchange/summary-sources'), [
    [
      'Dissent stops each part that has not gone',
      "if (sharing === 'dissent') return 'dissent';",
      '',
      'dissent recorded while sources answer',
    ],
  ]),
  ...gatesIn(
    'A stale record read as current',
    'mocks/exchange/summary-parts.ts',
    unit('exchange/summary-sources'),
    [
      [
        'A Consent that ends stops each part that has not gone',
        "return isCurrent(exchange, release) ? 'open' : 'no-relationship';",
        "return 'open';",
        'runs out',
      ],
    ],
  ),
  ...gatesIn(place, 'mocks/exchange/patient-rules.ts', reasons, [
    [
      'R is shut by default',
      'if (isShut(person, restricted, policy)) {',
      'if (false) {',
      'R is shut by default',
    ],
    [
      'V is shut whatever the policy',
      "if (restricted === 'V' || byHost === 'V') return true;",
      '',
      'V stays shut whatever the policy',
    ],
  ]),
  ...gatesIn(dead, 'mocks/exchange/patient-rules.ts', reasons, [
    [
      'A formal death is shut by default',
      "policy.deceased === 'certify' && certifying !== false",
      'certifying !== false',
      'is shut to certifying by default',
    ],
    [
      'Nothing but certifying opens it',
      "policy.deceased === 'certify' && certifying !== false",
      "policy.deceased === 'certify'",
      'certifying it is the only thing accepted',
    ],
    [
      'An informal notice is denied first',
      "return deceased === 'informal' && !patientIsAlive",
      'return false',
      'notified informally opens when the patient is alive',
    ],
    [
      'Nobody alive is certified',
      'if (certifying === true) {',
      'if (false) {',
      'nobody alive is certified',
    ],
  ]),
];
