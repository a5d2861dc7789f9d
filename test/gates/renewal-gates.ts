/** Gates of an answer that is asked for again: nothing is lost for it, and nothing passed off as new. */
import { component, gatesIn, type Gate, unit } from './gate.ts';

const partial = 'A partial record read as complete';
const silence = '"None" where we do not know';
const again = unit('flow/asked-again');

export const renewalGates: readonly Gate[] = [
  ...gatesIn(partial, 'src/flow/open.ts', again, [
    [
      'Asking again throws nothing away before those that sent it have answered',
      'return canReplace(state.summary, anew) ? replaced(state, anew) : { ...state, renewal: anew };',
      'return replaced(state, anew);',
      'stays on screen until those that had sent it have answered',
    ],
    [
      'A new answer that breaks off replaces nothing that it lacks',
      "return arrival === 'complete' || canReplace(state.summary, anew)",
      'return anew',
      'stays there where no whole answer comes of it',
    ],
    [
      'What is not on screen yet is no news',
      '|| isSummary(state.renewal)) return state;',
      ') return state;',
      'is none before it is on screen',
    ],
    [
      'What has another title under a name that was read is news',
      '`${source} ${key} ${title}`',
      '`${source} ${key}`',
      'is another entry under a name that one had before',
    ],
    [
      'A letter of the earlier answer never stands under another’s name',
      'document: isThere ? document : null',
      'document',
      'closes no letter that is the same, and any other',
    ],
  ]),
  ...gatesIn(partial, 'src/domain/summary/renewal.ts', unit('domain/summary/renewal'), [
    [
      'Nothing of the earlier answer goes while a source of it has not spoken',
      'states.every((state) => state && !isSilent(state))',
      'states.every((state) => state)',
      'and not while one of them has not',
    ],
    [
      'What a source refuses does not stay on screen',
      'states.some(isRefusal) ||',
      '',
      'at once where one of them refuses',
    ],
  ]),
  ...gatesIn(partial, 'src/ui/summary/sources-panel.tsx', component('ui/summary-frame'), [
    [
      'An earlier answer is said to be one, in sight',
      '{earlier && <Shortfall words={earlier} />}',
      '',
      'is said to be the earlier one, in sight and heard',
    ],
    [
      'An earlier answer is said to be one, aloud',
      '{earlier && <span class="hidden"> {earlier}</span>}',
      '',
      'is said to be the earlier one, in sight and heard',
    ],
    [
      'Before the last line nobody says that all have answered',
      "if (arrival === 'complete' && count === of)",
      "if (arrival !== 'interrupted' && count === of)",
      'does not say that all have answered before the answer’s last line',
    ],
  ]),
  ...gatesIn(silence, 'src/ui/summary/look/timeline-missing.tsx', component('ui/timeline'), [
    [
      'An empty lane of the timeline is none only where nobody’s word is missing',
      'if (!isAllKnown(summary, kindOf[lane])) return timelineWords.notKnown;',
      '',
      'names it, and does not call an empty lane none',
    ],
  ]),
  ...gatesIn(silence, 'src/ui/summary/look/timeline-body.tsx', component('ui/timeline'), [
    [
      'An empty timeline says none only where nobody’s word is missing',
      'const isKnown = useMemo(() => isTimelineKnown(summary), [summary]);',
      'const isKnown = true;',
      'does not say that there is nothing',
    ],
    [
      'The timeline names whose word is missing',
      '<TimelineMissing missing={lacking} />',
      '',
      'names it, and does not call an empty lane none',
    ],
  ]),
];
