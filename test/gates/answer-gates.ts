/** Gates of the adapter to the exchange: what counts as an answer, and for how long. */
import { type Gate, gatesIn, unit } from './gate.ts';

const stale = 'A stale record read as current';
const arrival = unit('adapters/exchange/arrival');
const standing = unit('adapters/exchange/standing');

export const answerGates: readonly Gate[] = [
  ...gatesIn('Data shown after the launch ended', 'src/adapters/exchange/retrieve.ts', arrival, [
    [
      'What an aborted stream still says is not told',
      'if (call.signal?.aborted !== true) emit(event);',
      'emit(event);',
      'says nothing once the launch is over',
    ],
  ]),
  ...gatesIn('Dissent overridden', 'src/adapters/exchange/standing.ts', standing, [
    [
      'Dissent that can not be read is a failure',
      "if (dissent.type === 'bad-answer') return { type: 'failed', failure: consents.failure };",
      '',
      'dissent can not be read',
    ],
    [
      'A recheck finds dissent',
      "if (reading.dissent) return ok('dissent');",
      '',
      'the patient dissented',
    ],
  ]),
  ...gatesIn(stale, 'src/adapters/exchange/standing.ts', standing, [
    [
      'A recheck ends what has run out',
      "if (receipt.until !== null && Date.parse(receipt.until) <= now.getTime()) return ok('ended');",
      '',
      'time that has run out ends it',
    ],
    [
      'A recheck ends what the exchange no longer holds',
      "isStillActive(consents.pages, patient, receipt.consentId) ? 'holds' : 'ended'",
      "'holds'",
      'the permission was ended',
    ],
  ]),
  ...gatesIn(
    'An access recorded twice',
    'src/adapters/exchange/rest.ts',
    {
      ...unit('adapters/exchange/reference-exchange'),
    },
    [
      [
        'A retry is the same decision, word for word',
        'decisions.get(decisionId) ?? {',
        '{',
        'records a break glass once, however often it is retried',
      ],
    ],
  ),
  ...gatesIn(
    'An access recorded twice',
    'src/adapters/exchange/answers.ts',
    {
      ...unit('adapters/exchange/answers'),
    },
    [
      [
        'An answer given again is the same call',
        'if (known) return known;',
        '',
        'is the same call when it is given again',
      ],
      [
        'An answer counts once it was stored',
        'return stored && isAcknowledged(sending.event, answer.body)',
        'return stored',
        'is no acknowledgement',
      ],
    ],
  ),
];
