/** Gates of the rest: silence that is no "none", a trail nobody changes, and faults of our own. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const silence = '"None" where we do not know';
const ended = 'Data shown after the launch ended';
const access = unit('domain/access');
const runner = { ...component('app/runner'), file: 'test/app/runner.test.ts' };
const pacing = { ...component('app/pacing'), file: 'test/app/pacing.test.ts' };
const ahead = { ...component('app/ahead'), file: 'test/app/ahead.test.ts' };
const missing =
  'if (missingSources(summary, kind).length > 0 || summary.sources.length === 0) return false;';

export const restGates: readonly Gate[] = [
  ...gatesIn(silence, 'src/domain/summary/absence.ts', access, [
    [
      'A source whose word is missing makes a list unavailable',
      missing,
      'if (summary.sources.length === 0) return false;',
      'unavailable when a source sent an empty section with a reason',
    ],
    [
      'Nobody asked is no "none"',
      missing,
      missing.replace(' || summary.sources.length === 0', ''),
      'unavailable when nobody was asked at all',
    ],
    [
      'An item that could not be read may be an allergy',
      'if (summary.unshown.some((each) => mayBe(each, kind))) return false;',
      '',
      'unavailable when an item could not be read',
    ],
    [
      'None is known where somebody says so',
      "return noneAsserted ? 'none-known' : 'not-recorded';",
      "return 'none-known';",
      'does not speak for food',
    ],
  ]),
  ...gatesIn('The trail changed afterwards', 'mocks/exchange/database.ts', unit('exchange/trail'), [
    [
      'A broken trail keeps the exchange from starting',
      'if (broken !== null) throw refusal(`The audit trail is broken at row ${broken}.`);',
      '',
      'stops the exchange from starting, and says so',
    ],
  ]),
  ...gatesIn(
    'The trail changed afterwards',
    'mocks/exchange/database.ts',
    unit('exchange/trail-secret'),
    [
      [
        'A Consent that is not what the trail says keeps it from starting',
        'if (unproven !== null) throw refusal(`Consent ${unproven} is not what the trail says of it.`);',
        '',
        'a Consent extended',
      ],
    ],
  ),
  ...gatesIn('A fault of our own', 'src/app/runner.ts', runner, [
    [
      'A port that throws shuts the launch',
      "happened({ type: 'refused', reason: { type: 'internal-fault' } });",
      '',
      'a port that throws shuts the launch',
    ],
    [
      'A fault in what was read before its code came shuts the launch',
      '.then(undefined, fail);',
      '.then(undefined, () => undefined);',
      'shuts where what was read meanwhile can not be carried out',
    ],
  ]),
  ...gatesIn(ended, 'src/app/runner.ts', runner, [
    ['Ending aborts the stream', 'aborter.abort();', '', 'ending aborts the stream'],
    [
      'Closing a record waits for no code',
      "'receipt' in state && !ends",
      "'receipt' in state",
      'and nothing of it is shown when the code comes',
    ],
  ]),
  ...gatesIn('A partial record read as complete', 'src/app/runner.ts', runner, [
    [
      'What was read before the code of a record came is not lost',
      'held.push(what);',
      '',
      'loses nothing of what is read meanwhile, and keeps its order',
    ],
  ]),
  ...gatesIn(ended, 'src/app/pacing.ts', pacing, [
    [
      'A closed record is off the screen at once',
      'if (isNew(state)) {',
      "if (isNew(state) || doing !== 'nothing') {",
      'is off the screen at once, during a rest and during a preparation',
    ],
    [
      'What waited for its turn does not come back',
      'waiting = null;\n    turn += 1;',
      'turn += 1;',
      'does not come back with what waited for a rest',
    ],
    [
      'What was being prepared does not come back',
      'began !== turn || ',
      '',
      'does not come back with what was being prepared',
    ],
    [
      'What was being prepared of an earlier attempt is not drawn',
      'turn += 1;',
      '',
      'never shows what was being prepared of the attempt before',
    ],
  ]),
  ...gatesIn(ended, 'src/app/ahead.ts', ahead, [
    [
      'Nothing goes on reading a closed record',
      'goesOn() && ',
      '',
      'a record that is closed is read no further',
    ],
    [
      'Nothing goes on rehearsing once there is an answer',
      '() => !isAsked',
      '() => true',
      'no further than to the answer',
    ],
    [
      'Nothing goes on rehearsing once the launch has closed',
      "isAsked ||= state.step !== 'verified'",
      "isAsked ||= 'receipt' in state",
      'no further where the launch closes',
    ],
  ]),
  ...gatesIn(
    'Another patient’s data on screen',
    'src/ui/summary/rehearsal.tsx',
    component('app/rehearsal'),
    [
      [
        'What is rehearsed is never on the page',
        "document.createElement('div')",
        'document.body',
        'draws what a record is drawn with, and nothing of it on the page',
      ],
    ],
  ),
  ...gatesIn(
    'The trail changed afterwards',
    'mocks/exchange/statements.ts',
    unit('exchange/statements'),
    [
      [
        'A store that is closed reads and writes nothing',
        "if (!db.open) throw new Error('The store is closed.');",
        '',
        'reads and writes nothing, whatever it did before',
      ],
    ],
  ),
];
