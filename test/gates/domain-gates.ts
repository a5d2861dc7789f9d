/** Gates of the domain: the NHS number, the comparison, the role, the own record. */
import { type Gate, gatesIn, unit } from './gate.ts';

const wrong = 'The wrong patient opened';
const match = unit('domain/demographic-match');
const access = unit('domain/access');

export const domainGates: readonly Gate[] = [
  ...gatesIn(wrong, 'src/domain/nhs-number.ts', unit('domain/nhs-number'), [
    [
      'The check digit is checked',
      'return checkDigit(digits.slice(0, 9)) === digits[9] ? (digits as NhsNumber) : null;',
      'return digits as NhsNumber;',
      'a wrong check digit',
    ],
    [
      'One digit repeated is no number',
      ' || oneRepeatedDigit.test(digits)',
      '',
      'refuses all ten repeated digits',
    ],
  ]),
  ...gatesIn(wrong, 'src/domain/demographic-match.ts', match, [
    [
      'The date of birth decides',
      "birthDate.verdict !== 'same' || names.length === 2",
      'names.length === 2',
      'shuts when the dates of birth differ',
    ],
    [
      'A date of birth must be whole',
      "verdict: same && host.precision !== 'year' && host.precision !== 'month' ? 'same' : 'differs',",
      "verdict: same ? 'same' : 'differs',",
      'shuts when a date of birth is missing or partial',
    ],
    [
      'Two names that differ are another person',
      "birthDate.verdict !== 'same' || names.length === 2",
      "birthDate.verdict !== 'same'",
      'shuts when both names differ',
    ],
    [
      'One name that differs is asked about',
      ': names.length === 1',
      ': false',
      'asks to confirm a surname that differs',
    ],
  ]),
  ...gatesIn('A former name becomes known', 'src/domain/person.ts', match, [
    [
      'A former name is never the one to show',
      "person.names.find((name) => name.use === 'current') ??",
      "person.names.find((name) => name.use === 'former') ??",
      'a former name explains a difference and is never shown',
    ],
  ]),
  ...gatesIn(
    'A former name becomes known',
    'src/fhir/gate/demographics.ts',
    unit('fhir/gate/host'),
    [
      [
        'Former names are told apart',
        "return use === 'old' || use === 'maiden';",
        'return false;',
        'former names are kept apart from the one to show',
      ],
    ],
  ),
  ...gatesIn('The user’s own record opened', 'src/domain/own-record.ts', unit('flow/launch'), [
    [
      'Equal NHS numbers are the own record',
      "if (user.nhsNumber === patient.nhsNumber) return 'certain';",
      '',
      'refuses the user their own record by NHS number',
    ],
  ]),
  ...gatesIn('The user’s own record opened', 'src/domain/own-record.ts', unit('flow/questions'), [
    [
      'Name and date of birth make a namesake',
      "user.names.some((name) => theirs.has(nameKey(name))) ? 'likely' : 'no'",
      "'no'",
      'is asked, and the attempt is reported at once',
    ],
  ]),
  ...gatesIn('A record opened in an unknown or non-clinical role', 'src/domain/user.ts', access, [
    [
      'The last segment of a code decides',
      "code.split(':').at(-1)",
      "code.split(':').at(0)",
      'judges the last segment',
    ],
    [
      'A host’s own code counts through its map only',
      'role.system === sdsJobRole ? role.code : null',
      'role.code',
      'own code for no national one',
    ],
    [
      'A code that is not on the list is none',
      'return national !== null && policy.clinicalCodes.includes(national);',
      'return national !== null;',
      'judges the last segment',
    ],
    [
      'A code of the object’s own is none',
      'return Object.hasOwn(map, key) ? map[key] : undefined;',
      'return map[key];',
      'constructor',
    ],
  ]),
  ...gatesIn(
    'A record opened in an unknown or non-clinical role',
    'src/fhir/gate/user.ts',
    {
      ...unit('fhir/gate/user'),
    },
    [
      [
        'A role that ended does not count',
        ' && coversNow(role.period, now)',
        '',
        'has no role that ended',
      ],
      [
        'An inactive role does not count',
        'role.active !== false && ',
        '',
        'takes no role that is inactive',
      ],
      [
        'Somebody else’s role does not count',
        '.filter((role) => pointsTo(role.practitioner, found.id));',
        ';',
        'takes no role that is inactive',
      ],
    ],
  ),
];
