/** Gates of an answer that is not whole: said in sight and on paper, and never called whole. */
import { component, gatesIn, type Gate } from './gate.ts';

const partial = 'A partial record read as complete';
const onPaper = 'says that the answer broke off, where another source';

export const brokeOffGates: readonly Gate[] = [
  ...gatesIn(partial, 'src/ui/summary/sources-panel.tsx', component('ui/summary-frame'), [
    [
      'An answer that broke off is said in sight, at any width',
      '{brokeOff && <BrokeOff />}',
      '',
      'says so apart from the line that only narrow windows show',
    ],
    [
      'An answer that broke off is never said to be all of it',
      "if (arrival === 'complete' && count === of)",
      "if (arrival !== 'arriving' && count === of)",
      'is not said to be all of it, however many had finished',
    ],
    [
      'An answer that broke off is heard',
      `{arrival === 'interrupted' && <span class="hidden"> {sourcesWords.brokeOff}</span>}`,
      '',
      'is not said to be all of it, however many had finished',
    ],
  ]),
  ...gatesIn(partial, 'src/ui/summary/print/print-head.tsx', component('ui/print'), [
    [
      'An answer that broke off is said on paper',
      "{state.arrival === 'interrupted' && <strong>{sourcesWords.brokeOff}</strong>}",
      '',
      onPaper,
    ],
    [
      'Paper of an answer that broke off never says that every source answered',
      "arrival === 'complete' && renewal === null",
      'renewal === null',
      onPaper,
    ],
    [
      'Paper never says that every source answered where one was asked again in vain',
      "arrival === 'complete' && renewal === null",
      "arrival === 'complete'",
      'says what came of asking again where an earlier answer stands',
    ],
  ]),
  ...gatesIn(partial, 'src/ui/summary/source-said.ts', component('ui/waiting'), [
    [
      'A source that has sent some of its facts is not only being asked',
      "state === 'asking' && sourcesIn(items).has(source.id)",
      'false',
      'is said to be still arriving, everywhere',
    ],
  ]),
];
