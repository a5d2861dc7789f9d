/** Gates of the screen: nothing is chosen, sent or said that the clinician did not mean. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const unmeant = 'A record opened by accident';
const unreasoned = 'A break glass without reason or justification';
const gate = component('ui/gate');
const breaking = component('ui/gate-break-glass');
const roles = component('ui/gate-roles');

export const uiGates: readonly Gate[] = [
  ...gatesIn(unmeant, 'src/ui/gate/draft.ts', gate, [
    [
      'No answer is chosen beforehand',
      'answer: null,\n  askedBy',
      "answer: 'patient-agreed',\n  askedBy",
      'none of them is chosen beforehand',
    ],
  ]),
  ...gatesIn(unmeant, 'src/ui/gate/judge.ts', roles, [
    [
      'No role is chosen beforehand',
      'roles.find(({ id }) => id === draft.role)?.id ?? null',
      'roles.find(({ id }) => id === draft.role)?.id ?? only.id',
      'opens nothing before it is chosen',
    ],
  ]),
  ...gatesIn(unmeant, 'src/ui/parts/button.tsx', gate, [
    [
      'Enter in a field sends nothing',
      'type="button"',
      'type="submit"',
      'Enter in a field sends nothing',
    ],
  ]),
  ...gatesIn('An access recorded twice', 'src/ui/gate/use-gate.ts', gate, [
    [
      'A double click sends once',
      'if (sent.current?.state === state && sent.current.draft === draft) return;',
      '',
      'sends one decision however often the button is pressed',
    ],
  ]),
  ...gatesIn('An access recorded twice', 'src/ui/parts/use-once.ts', component('ui/questions'), [
    [
      'The terms are answered once',
      'if (acted.current === state) return;',
      '',
      'are accepted once, however often the button is pressed',
    ],
  ]),
  ...gatesIn('The wrong patient opened', 'src/ui/gate/judge.ts', component('ui/gate-facts'), [
    [
      'What differs is confirmed',
      'rules.toConfirm.length > 0 && !draft.samePerson,',
      'false,',
      'opens a record with another surname only after it was confirmed',
    ],
  ]),
  ...gatesIn(unreasoned, 'src/ui/gate/judge.ts', breaking, [
    [
      'A short justification is asked about once more',
      "if (basis.type === 'break-glass' && basis.short && !draft.askedOnceMore) {",
      'if (false) {',
      'asks once more about a short justification',
    ],
    [
      'A justification has words',
      'breaksGlass(answer) && !said(draft.justification),',
      'false,',
      'is not let through on spaces alone',
    ],
  ]),
  ...gatesIn(unreasoned, 'src/ui/gate/judge.ts', component('ui/gate-overriding'), [
    [
      'A reason for not asking overrides no refusal',
      'reasonsFor(draft.answer, rules).find((reason) => reason === draft.reason) ?? null',
      'draft.reason',
      'takes none of theirs over',
    ],
  ]),
  ...gatesIn('A break glass forgotten', 'src/ui/frame.tsx', component('ui/frame'), [
    [
      'The break glass stays in sight while it is open',
      "{'receipt' in state && (",
      "{state.step === 'retrieving' && (",
      'stays on screen with its time',
    ],
  ]),
  ...gatesIn(
    'A break glass forgotten',
    'src/ui/parts/break-glass-line.tsx',
    component('ui/frame'),
    [
      [
        'A break glass is said',
        "if (receipt.basis !== 'break-glass') return null;",
        'return null;',
        'stays on screen with its time',
      ],
    ],
  ),
  ...gatesIn(
    'The access log says too much',
    'src/fhir/gate/standing.ts',
    unit('fhir/gate/standing'),
    [
      [
        'Before permission an opening has no name',
        'profession: roleTextOf(event),',
        'profession: event.agent[0]?.name ?? null,',
        'and never who',
      ],
    ],
  ),
  ...gatesIn('The wrong patient opened', 'src/ui/frame.tsx', component('ui/frame'), [
    [
      'The banner is the Care Summary’s patient once both agree',
      "return state.step === 'traced' ? known.host : known.patient;",
      'return known.host;',
      'is the host’s own while tracing',
    ],
  ]),
];
