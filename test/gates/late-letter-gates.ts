/** Gates of a letter, or of the code that shows it, that does not come at first. */
import { component, type Gate, gatesIn } from './gate.ts';

const outage = 'A network lost for a moment costs more than that moment';

export const lateLetterGates: readonly Gate[] = [
  ...gatesIn(outage, 'src/ui/summary/letters/letter-viewer.tsx', component('ui/letter-again'), [
    [
      'A letter that is asked for again keeps the focus of whoever asks',
      "isAgain.current = view.type === 'failed';",
      'isAgain.current = false;',
      'keeps the focus at its button, and says what is done',
    ],
    [
      'A letter that came of another try has the focus on its title',
      'useLed(view.type, heading)',
      "useLed('', heading)",
      'has the focus on its title once it comes',
    ],
  ]),
  ...gatesIn(
    outage,
    'src/ui/summary/letters/letter-viewer.tsx',
    component('ui/letter-content-late'),
    [
      [
        'What draws a letter leads to its title when it came of another try',
        'until={until} leadTo={heading}',
        'until={until}',
        'with the focus on its title',
      ],
    ],
  ),
  ...gatesIn(outage, 'src/ui/summary/letters/pdf-pages.tsx', component('ui/letter-pdf'), [
    [
      'A PDF that could not be read here is not called damaged',
      '<NotHad why={pdfWords.notRead} tryAgain={tryAgain} />',
      '<p>{pdfWords.broken}</p>',
      'is not called damaged, and is tried again',
    ],
    [
      'A PDF that opens when nobody waits for it is closed',
      'if (isGone) close();',
      'if (isGone) return;',
      'that opens after somebody went elsewhere is closed again',
    ],
  ]),
  ...gatesIn(outage, 'src/ui/summary/letters/letter-layer.tsx', component('ui/letter-late'), [
    [
      'The code of a letter leads to its title when it came of another try',
      'of={letterViewer} leadTo={heading}',
      'of={letterViewer}',
      'with the focus on its title again',
    ],
  ]),
];
