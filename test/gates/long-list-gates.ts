/** Gates of long lists: what is cut short is never a source's only word. */
import { component, type Gate, gatesIn } from './gate.ts';

const unseen = 'A disagreement goes unseen';
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
];
