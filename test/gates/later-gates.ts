/** Gates of what is fetched later: code that does not come opens nothing, and can be asked for again. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const partial = 'A partial record read as complete';
const outage = 'A network lost for a moment costs more than that moment';
const twice = 'An access recorded twice';
const others = 'Another patient’s data on screen';
const stale = 'A stale record read as current';
const exchange = 'src/adapters/exchange/exchange.ts';
const rest = unit('adapters/exchange/rest');
const below = component('ui/below');
const answer = component('ui/gate-late-code');
const unmeant = 'A record opened by accident';
const inApp = (file: string) => ({ ...component(file), file: `test/${file}.test.ts` }) as const;

export const laterGates: readonly Gate[] = [
  ...gatesIn(outage, 'src/adapters/exchange/code.ts', rest, [
    [
      'Code that can not be fetched is a network that is not there, and closes nothing',
      'await fetchIt().catch(() => null);',
      'await fetchIt();',
      'nothing is recorded, and the network is said to be missing',
    ],
  ]),
  ...gatesIn(outage, exchange, rest, [
    [
      'What was taken back is not recorded when the code for it comes',
      'if (withdrawn.has(decisionId)) return Promise.resolve(unsent());',
      '',
      'is not recorded any more once the code of its record comes',
    ],
  ]),
  ...gatesIn(partial, exchange, rest, [
    [
      'A summary whose code does not come is interrupted, not over',
      "if (code === null) onEvent({ type: 'interrupted' });",
      "if (code === null) onEvent({ type: 'finished' });",
      'a summary that is asked for is interrupted, and shows nothing',
    ],
  ]),
  ...gatesIn(twice, exchange, rest, [
    [
      'What a retry must repeat is remembered for the whole launch',
      'return (rest ??= restOf(',
      'return (rest = restOf(',
      'a record without an answer is tried again as the very same request',
    ],
  ]),
  ...gatesIn(outage, exchange, rest, [
    [
      'A refusal waits for no code',
      'reportRefusal: reporting(wire, { now, newId, later }),',
      'reportRefusal: (refusal) => fetched().then(() => reporting(wire, { now, newId, later })(refusal)).catch(() => false),',
      'a refusal is reported all the same, and so is a question that was left',
    ],
  ]),
  ...gatesIn('Permission taken further than it was given', exchange, rest, [
    [
      'A record on its way is waited for before it is withdrawn',
      'await recording.get(decisionId);',
      '',
      'is looked for once the answer to its record is there, and no sooner',
    ],
  ]),
  ...gatesIn(outage, 'launch/fetched-first.ts', inApp('app/fetched-first'), [
    [
      'Nothing is imported that could not be fetched: a browser would not try it again',
      'await Promise.all(addresses.map((address) => once(address, () => fetched(address))));',
      '',
      'is never imported while one of them can not be had, and is asked for again',
    ],
    [
      'What could not be fetched is asked for again',
      'coming.delete(what);',
      '',
      'is never imported while one of them can not be had, and is asked for again',
    ],
  ]),
  ...gatesIn(outage, 'src/app/later-screens.ts', inApp('app/later-screens'), [
    [
      'What was fetched ahead in vain closes no question',
      'step !== null && drawnWith[step] === name',
      "name !== 'Closed'",
      'that was fetched ahead in vain closes no question',
    ],
  ]),
  ...gatesIn('A fault of our own', 'src/app/later-screens.ts', inApp('app/later-screens'), [
    [
      'A record whose screen can not be had is closed',
      'if (step !== null && drawnWith[step] === name) failed();',
      '',
      'leaves nothing half drawn where it can not be had',
    ],
  ]),
  ...gatesIn(others, 'src/ui/app.tsx', below, [
    [
      'Nothing on screen outlives its launch',
      '<Summary key={state.key} state',
      '<Summary state',
      'is never that of the launch before',
    ],
  ]),
  ...gatesIn(stale, 'src/ui/summary/below.tsx', below, [
    [
      'Only what has just grown is drawn as it was',
      'grew ? painted : view;',
      'painted;',
      'is never drawn as it was before a press, however long it is',
    ],
    [
      'What was drawn as it was is drawn as it is',
      'useEffect(() => setPainted(view), [view]);',
      '',
      'shows the newest first look at once, and the sections once that is painted',
    ],
  ]),
  ...gatesIn(unmeant, 'src/ui/gate/use-judge.ts', answer, [
    [
      'Only the answer that was pressed is judged when its code comes',
      'if (waiting.current !== mine) return;',
      '',
      'is not sent where another was chosen while it waited',
    ],
  ]),
  ...gatesIn(outage, 'src/ui/parts/later.tsx', answer, [
    [
      'What a break glass asks for is shown once its code was fetched by a press',
      "return now.type === 'loaded' ? now : later;",
      'return later;',
      'shows what a break glass asks for once a press has its code',
    ],
  ]),
  ...gatesIn(outage, 'src/ui/parts/later.tsx', component('ui/later'), [
    [
      'What is tried again keeps the focus of whoever tries',
      "setLater({ type: 'failed', tryAgain: null });",
      "setLater({ type: 'loading' });",
      'keeps the focus at its button while it is tried again',
    ],
    [
      'A further failure is read out again',
      '<p key={role} role={role}>',
      '<p role={role}>',
      'is said to be lost each time anew',
    ],
    [
      'What came of another try has the focus',
      '(leadTo ?? place).current?.focus();',
      'void 0;',
      'has the focus once it comes, where that was at the button',
    ],
    [
      'Nobody who has gone elsewhere meanwhile is fetched back',
      'if (wasHere && document',
      'if (document',
      'leaves the focus where somebody has gone',
    ],
  ]),
  ...gatesIn(outage, 'src/ui/gate/gate-form.tsx', answer, [
    [
      'An answer that is tried again keeps the focus',
      'opener.current?.focus();',
      '',
      'keeps the focus on the button while it is tried again',
    ],
  ]),
  ...gatesIn(outage, 'src/ui/gate/use-gate.ts', answer, [
    [
      'A refusal of the patient’s waits for no code',
      "if (draft.answer === 'refused') sendOnce(refusalOf(rules));\n    else judging.begin();",
      'judging.begin();',
      'that is a no waits for nothing',
    ],
  ]),
];
