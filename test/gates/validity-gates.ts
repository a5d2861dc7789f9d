/** Gates of the exchange: who may agree, how long a decision stands, and the terms. */
import { type Gate, gatesIn, unit } from './gate.ts';

const further = 'Permission taken further than it was given';
const terms = 'Opened by somebody who never accepted the terms';
const reopening = unit('exchange/reopening');
const parts = unit('exchange/consent-parts');

export const validityGates: readonly Gate[] = [
  ...gatesIn(
    'Agreed by somebody who may not decide',
    'mocks/exchange/consent-judge.ts',
    unit('exchange/reasons'),
    [['Age decides who may agree', 'if (!age.ok) return age;', '', 'no attorney a day before']],
  ),
  ...gatesIn('Agreed by somebody who may not decide', 'mocks/exchange/consent-age.ts', parts, [
    [
      'A young person is certainly one',
      'age.oldest >= 16',
      'age.youngest >= 16',
      'perhaps sixteen, the day not known',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/consents.ts', reopening, [
    [
      'Nothing that goes back ends later',
      'return Math.min(own, reopening?.of.endsAt ?? own);',
      'return own;',
      'never longer than it was given for',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/consents.ts', unit('exchange/consent'), [
    [
      'A break glass ends with its token',
      ': caller.expiresAt.getTime();',
      ': Number.MAX_SAFE_INTEGER / 2000;',
      'ends a break glass when the presented token ends',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/reopening.ts', reopening, [
    [
      'Only the same answer is gone back to',
      'if (of?.purpose !== purpose || of.reason !== reason) {',
      'if (of === undefined) {',
      'is gone back to only by its own user, in its own answer',
    ],
    [
      'What another launch was given is no reload',
      'of.token === caller.launch',
      'true',
      'is reopened in its own launch only: another token’s is another launch',
    ],
    [
      'A break glass is not stood on',
      "if (purpose !== 'TREAT') return refusal('A break glass lasts for its launch.');",
      '',
      'cannot be stood on',
    ],
    [
      'Nothing stands without an encounter',
      "if (caller.encounter === null) return refusal('Without an encounter nothing can stand for it.');",
      '',
      'stands for no other encounter, nor where there is none',
    ],
  ]),
  ...gatesIn(further, 'mocks/exchange/consent-ending.ts', unit('exchange/consent'), [
    [
      'Nothing but the status changes',
      ' || bare(parsed.data) !== bare(before)',
      '',
      'takes its own Consent to inactive, once, and nothing else',
    ],
  ]),
  ...gatesIn(terms, 'mocks/exchange/terms.ts', unit('exchange/terms'), [
    [
      'Nothing opens before the terms are accepted',
      'if (!standing.accepted && !waiting) {',
      'if (false) {',
      'nobody opens before the terms are accepted',
    ],
    [
      'Terms wait so many days',
      ' || now.getTime() - putOff < terms.putOffDays * dayMs',
      ' || true',
      'can be put off 14 days',
    ],
    [
      'The first terms do not wait',
      'returning && (putOff',
      '(putOff',
      'the first may not be put off',
    ],
    [
      'A version named is one accepted',
      'accepted(exchange.store, caller.userKey).includes(named)',
      'true',
      'named in a decision are a version that its user did accept',
    ],
    ['A clinician accepts', 'if (!role.ok) return role;', '', 'a clinician’s to accept'],
  ]),
  ...gatesIn('An access recorded twice', 'mocks/exchange/consents.ts', unit('exchange/consent'), [
    [
      'An identifier stands for one decision',
      'stored.digest === consent.digest &&',
      '',
      'refuses the identifier of one decision for another',
    ],
  ]),
];
