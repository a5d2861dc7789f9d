/** Gates that hold a record, its log and its reminder to the launch they belong to. */
import { type Gate, gatesIn, unit } from './gate.ts';

export const ownLaunchGates: readonly Gate[] = [
  ...gatesIn(
    'The access log says too much',
    'mocks/exchange/access-log.ts',
    unit('exchange/access-log'),
    [
      [
        'Names are for a launch with a record of its own',
        'consent.token === caller.launch && opensFor(caller, consent)',
        'opensFor(caller, consent)',
        'names nobody to a later launch of the encounter',
      ],
    ],
  ),
  ...gatesIn('A break glass forgotten', 'mocks/exchange/told.ts', unit('exchange/told'), [
    [
      'A window that was just closed is asked about at once',
      "status === 'inactive' || endsAt <= now || token !== caller.launch",
      "status === 'inactive' || endsAt <= now",
      'asks at the next launch, even where the window was just closed',
    ],
  ]),
  ...gatesIn(
    'Permission taken further than it was given',
    'src/flow/close.ts',
    unit('flow/standing-permission'),
    [
      [
        'A refusal leaves no older permission standing',
        'state.standing.ownPermits.map(',
        'state.standing.ownPermits.slice(0, 1).map(',
        'is given up however often it was used',
      ],
    ],
  ),
  ...gatesIn(
    'Where a restricted patient is becomes known',
    'src/adapters/exchange/standing.ts',
    unit('adapters/exchange/reference-gate'),
    [
      [
        'A log refused in words shuts before the question',
        "if (shut) return { type: 'refused', reason: shut };",
        '',
        'and stays shut in words where it does not',
      ],
    ],
  ),
];
