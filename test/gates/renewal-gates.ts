/** Gates of an answer that is asked for again: nothing is lost for it, and nothing passed off as new. */
import { component, gatesIn, type Gate, unit } from './gate.ts';

const partial = 'A partial record read as complete';
const silence = '"None" where we do not know';
const again = unit('flow/asked-again');

export const renewalGates: readonly Gate[] = [
  ...gatesIn(partial, 'src/flow/open.ts', again, [
    [
      'Asking again throws nothing away before anything has come',
      'summary: renewed(renewal), arrival:',
      'summary: renewal.anew, arrival:',
      'stays on screen until something comes of it',
    ],
    [
      'What is shown while a new answer comes is both, by source',
      'return { ...state, renewal, summary: renewed(renewal) };',
      'return { ...state, renewal, summary: renewal.anew };',
      'stays there where nothing comes of it',
    ],
    [
      'An earlier answer is known as one for as long as any of it stands',
      'renewal && askedAgain(renewal).size === 0 ?',
      'renewal ?',
      'says what did not come of it for as long as the earlier answer stands',
    ],
  ]),
  ...gatesIn(partial, 'src/domain/summary/renewal.ts', unit('domain/summary/renewal'), [
    [
      'Half of what a source says anew takes the place of nothing',
      'return isSilent(now) && (hasAnswered(state) || !heard.has(id)) ? [id] : [];',
      'return isSilent(now) && !heard.has(id) ? [id] : [];',
      'takes what a source says anew, once it has said all of it',
    ],
    [
      'What a source no longer gives does not stand',
      'return isSilent(now) && (hasAnswered(state) || !heard.has(id)) ? [id] : [];',
      'return hasAnswered(state) || !heard.has(id) ? [id] : [];',
      'leaves nothing of a source that says it is',
    ],
    [
      'Two entries of two answers never share a name',
      'return taken.has(each.key) ? { ...each, key: `${each.key}#anew` } : each;',
      'return each;',
      'never has two entries of one name',
    ],
  ]),
  ...gatesIn(partial, 'src/ui/summary/sources-panel.tsx', component('ui/summary-frame'), [
    [
      'Who gave no answer this time is not counted among those that answered',
      'const states = sources.map(stateOf);',
      'const states = sources.map(({ state }) => state);',
      'names who gave no answer this time',
    ],
    [
      'What stands from before is said to be so',
      "{again && arrival === 'arriving' && ` ${sourcesWords.askingAgain}`}",
      '',
      'is said to be so while what was said before stands',
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
      'if (missingFrom(summary, kindOf[lane]).length > 0) return timelineWords.notKnown;',
      '',
      'names it, and does not call an empty lane none',
    ],
  ]),
  ...gatesIn(silence, 'src/ui/summary/look/timeline-body.tsx', component('ui/timeline'), [
    [
      'An empty timeline says none only where nobody’s word is missing',
      'const isKnown = lacking.length === 0;',
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
