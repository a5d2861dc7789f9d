/** Gates of long lists: what is cut short is no source's only word, and what is kept is the newest. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const unseen = 'A disagreement goes unseen';
const late = 'An allergy that arrives late goes unseen';
const stale = 'A stale record read as current';
const differences = component('ui/differences');

export const longListGates: readonly Gate[] = [
  ...gatesIn(unseen, 'src/ui/summary/first/differences.tsx', differences, [
    [
      'Every source has its say before a difference is cut short',
      'of={everySourceFirst(sides)}',
      'of={sides}',
      'is cut short among the differences, once every source has had its say',
    ],
  ]),
  ...gatesIn(unseen, 'src/ui/summary/few.tsx', differences, [
    [
      'No source’s only line about a critical medicine is cut',
      'at < few || isFirst',
      'at < few',
      'is cut short among critical medicines, no source’s only line left out',
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
