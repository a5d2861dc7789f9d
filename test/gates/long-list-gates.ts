/** Gates of long lists: what is cut short is no source's only word, and what is kept is the newest. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const unheard = '"None" where we do not know';
const unseen = 'A disagreement goes unseen';
const late = 'An allergy that arrives late goes unseen';
const stale = 'A stale record read as current';
const differences = component('ui/differences');

export const longListGates: readonly Gate[] = [
  ...gatesIn(unseen, 'src/ui/summary/first/differences.tsx', differences, [
    [
      'No line of a difference is cut but what its source has said in the same words',
      'const first = firstSaid(sides);',
      'const first = sides.slice(0, many);',
      'is told in full among the differences where every line says another dose',
    ],
  ]),
  ...gatesIn(unseen, 'src/ui/summary/medicine-words.tsx', component('ui/medicine-notes'), [
    [
      'A note on a medicine stands on its line in the first look',
      'brief ? added(brief, names)',
      'brief ? []',
      'stands on its line in the first look',
    ],
  ]),
  ...gatesIn(late, 'src/ui/summary/late-words.ts', component('ui/late-names'), [
    [
      'An allergy that arrives late is named, however much came with it',
      'countOf(items, kind, named))',
      'countOf(items, kind, []))',
      'names the allergy among much else',
    ],
  ]),
  ...gatesIn(stale, 'src/ui/summary/sources-panel.tsx', component('ui/stale-source'), [
    [
      'A source whose data is old is named in the line of sources',
      'isStale(upTo, now) && (',
      'false && (',
      'names a source whose data is old',
    ],
  ]),
  ...gatesIn(unheard, 'src/ui/summary/first/plans.tsx', component('ui/plans-over'), [
    [
      'No plan is said to be in force only where every source answered',
      "isAllKnown(summary, 'emergency-plan') &&",
      '',
      'are never called none in force',
    ],
    [
      'No plan is said to be in force only where none was written of in words',
      "!summary.texts.some(({ section }) => section === 'emergency-plan')",
      'true',
      'nor where a source wrote of plans in words',
    ],
  ]),
  ...gatesIn(unseen, 'src/domain/summary/dose-lines.ts', component('ui/medicine-notes'), [
    [
      'A line of which only the note is another is not cut as said already',
      'status, proviso, stopReason, note]',
      'status, proviso, stopReason]',
      'keeps a line that says the same dose from being cut short',
    ],
  ]),
  ...gatesIn(unseen, 'src/ui/summary/few.tsx', differences, [
    [
      'No line about a critical medicine is cut but what its source has said in the same words',
      'at < few || isFirst',
      'at < few',
      'is told in full among critical medicines where every line says another dose',
    ],
  ]),
  ...gatesIn(late, 'src/domain/summary/summary.ts', unit('domain/summary/items-of'), [
    [
      'A section’s list is kept only while it is of the very same entries',
      'sent.every((it, at) => it === before.sent[at])',
      'sent.at(-1) === before.sent.at(-1)',
      'are not taken for others that begin or end alike',
    ],
  ]),
  ...gatesIn(stale, 'src/domain/summary/summary.ts', unit('domain/summary/items-of'), [
    [
      'An entry that is no longer sent is not kept',
      'before.sent.length === sent.length &&',
      '',
      'are not taken for others that begin or end alike',
    ],
  ]),
];
