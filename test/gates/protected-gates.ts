/** Gates of the exchange: what leaves of a protected record. */
import { type Gate, gatesIn, unit } from './gate.ts';

const place = 'Where a restricted patient is becomes known';
const redaction = unit('exchange/redaction');

export const protectedGates: readonly Gate[] = [
  ...gatesIn(place, 'mocks/exchange/log-rows.ts', redaction, [
    [
      'A protected patient’s log says no place',
      'return reader.places ? withoutLocation(shown, reader.places) : shown;',
      'return shown;',
      'shows others in the log by name and job',
    ],
  ]),
  ...gatesIn(place, 'mocks/exchange/summary-parts.ts', redaction, [
    [
      'A protected record is redacted',
      'const answer = redact ? redact(whole) : whole;',
      'const answer = whole;',
      'gives no place and no former name away',
    ],
  ]),
  ...gatesIn(place, 'mocks/exchange/redaction.ts', redaction, [
    [
      'A practice is called "GP practice"',
      'profile: inGeneral(report.profile), state',
      'state',
      'calls the practice "GP practice"',
    ],
  ]),
  ...gatesIn(place, 'mocks/exchange/documents.ts', redaction, [
    [
      'No letter of a protected record leaves',
      'if (release.value.person.restricted !== null) return withheldDocument(call, release.value, type);',
      '',
      'answers 403 for any letter',
    ],
  ]),
  ...gatesIn(
    'A former name becomes known',
    'mocks/exchange/redaction-patient.ts',
    unit('exchange/trace'),
    [
      [
        'A protected patient’s former name is left out',
        '.filter((one) => !former.includes(one))',
        '',
        'without any place where the patient is restricted',
      ],
    ],
  ),
];
