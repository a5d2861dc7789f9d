/** Gates of an answer that is not whole: said in sight and on paper, and never called whole. */
import { component, gatesIn, type Gate } from './gate.ts';

const partial = 'A partial record read as complete';
const frame = component('ui/summary-frame');
const onPaper = 'says that the answer broke off, where another source';

export const brokeOffGates: readonly Gate[] = [
  ...gatesIn(partial, 'src/ui/summary/sources-panel.tsx', frame, [
    [
      'An answer that broke off is said in sight, at any width',
      '{shortfall && <Shortfall words={shortfall} />}',
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
      '{shortfall && <span class="hidden"> {shortfall}</span>}',
      '',
      'is not said to be all of it, however many had finished',
    ],
  ]),
  ...gatesIn(partial, 'src/ui/summary/print/print-head.tsx', component('ui/print'), [
    [
      'An answer that broke off is said on paper',
      '<strong>{shortfallWords(summary, state.arrival)}</strong>',
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
      'Paper never says that every source answered where it is not the newest answer',
      "arrival === 'complete' && renewal === null",
      "arrival === 'complete'",
      'says that it is not the newest answer',
    ],
  ]),
  ...gatesIn('"None" where we do not know', 'src/ui/summary/source-said.ts', frame, [
    [
      'That nothing arrived is said as such, and never as none',
      'if (isEmpty && !sources.some(({ state }) => hasAnswered(state)))',
      'if (isEmpty && sources.length === 0)',
      'is said to be missing whole',
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
