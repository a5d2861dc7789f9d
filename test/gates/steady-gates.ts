/** Gates of what is read while more arrives: it keeps its place, and what came is in sight. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const moved = 'Something else is read, or pressed, than was meant';
const late = 'An allergy that arrives late goes unseen';
const none = '"None" where we do not know';
const steady = { ...component('app/steady'), file: 'test/app/steady.test.ts' };

export const steadyGates: readonly Gate[] = [
  ...gatesIn(moved, 'src/app/steady.ts', steady, [
    [
      'What is in sight stays where it is once somebody has begun to read',
      'isRead ? page.inSight().map(placeOf) : []',
      '[]',
      'stays where it is while more is drawn above it, whatever has the focus',
    ],
    [
      'What has the focus stays where it is',
      '...(held ? [held] : [])',
      '',
      'stays where it is while more is drawn above it',
    ],
    [
      'Where the topmost row goes, the next one keeps the place',
      'const kept = places.find(',
      'const kept = places.slice(0, 1).find(',
      'is kept by the next row where the topmost is',
    ],
    [
      'Whoever is in the notice of what arrived keeps the place of what they read',
      "|| element.closest('.late')) return null;",
      ') return null;',
      'is kept while the focus is in the notice of what arrived',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/late-room.tsx', component('ui/late-room'), [
    [
      'The end of the record stays where it is read when the notice goes',
      'isWanted || isSeen ?',
      'isWanted ?',
      'stays with whoever is at the end of the page',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/look/passed.ts', component('ui/passed'), [
    [
      'Who pressed End keeps what follows the timeline where it is when that comes',
      "return event.key === 'End';",
      'return false;',
      'by the End key',
    ],
    [
      'Who followed a link past the timeline keeps what follows it where it is when that comes',
      'return place?.compareDocumentPosition(target) === Node.DOCUMENT_POSITION_FOLLOWING;',
      'return false;',
      'by the focus where it goes to what follows',
    ],
    [
      'Whoever goes on from there has the top of what they read kept again',
      "const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'focusin'] as const;",
      "const signs = ['keydown', 'focusin'] as const;",
      'no longer after',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/below.tsx', component('ui/below'), [
    [
      'What is above a reader is laid out before more comes',
      'return isRead || isQuiet;',
      'return isQuiet;',
      'is laid out once somebody begins to read',
    ],
  ]),
  ...gatesIn(late, 'src/ui/styles/_late.scss', unit('size/late-notice'), [
    [
      'What arrived late is said in sight, however far the page was scrolled',
      'position: fixed;',
      '',
      'is fixed to the foot of the window',
    ],
  ]),
  ...gatesIn(none, 'src/domain/summary/summary.ts', unit('fhir/summary/keeps'), [
    [
      'A source that says no more than its end may hold anything',
      "report.state === 'asking' && report.keeps === null;",
      'report.keeps === null;',
      'is missing from everything where nobody knew, or where it says no more than that',
    ],
  ]),
];
