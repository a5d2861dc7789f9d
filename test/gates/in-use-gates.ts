/** Gates of a row in use while more arrives: it stays the same row, in its list, with what is open. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const moved = 'Something else is read, or pressed, than was meant';
const inUse = component('ui/in-use');
const steady = { ...component('app/steady'), file: 'test/app/steady.test.ts' };
const handOn = { ...steady, file: 'test/app/steady-hand-on.test.ts' };

export const inUseGates: readonly Gate[] = [
  ...gatesIn(moved, 'src/domain/summary/combine.ts', unit('domain/summary/combine-properties'), [
    [
      'A row in use is the same one when others join it',
      'const key = firstKey(row.items, arrivals);',
      'const { key } = first;',
      'stands in the row of whatever of it was there first',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/in-use.ts', inUse, [
    [
      'A row in use is still drawn, whatever comes before it',
      'return Math.max(shown, list.findLastIndex((one) => isIn(inUse, one)) + 1);',
      'return shown;',
      'is still in its list when newer ones come before it',
    ],
    [
      'A row with something open is in use, wherever the focus is',
      ', ...list.querySelectorAll(opened)]',
      ']',
      'stays with what is open in it',
    ],
    [
      'A row in use is the same one when it joins an earlier one',
      ' || items?.some((each) => each.key === used)',
      '',
      'is joined to one that was there before it',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/paged-list.tsx', inUse, [
    [
      'A row in use is drawn by itself where thousands come before it',
      '|| isIn(inUse, item)',
      '',
      'is still there when thousands come before it',
    ],
    [
      'A row in use that a press brought keeps the focus it was given',
      '(key === firstNewKey.current ?',
      '(item === items[5] ?',
      'that a press brought, and that took the focus, keeps it',
    ],
  ]),
  ...gatesIn(moved, 'src/domain/summary/key-results.ts', inUse, [
    [
      'A test in use is the same row when a newer value comes',
      'firstKey(all, arrivals)',
      'newest.key',
      'is its test’s still when a newer value comes',
    ],
  ]),
  ...gatesIn(moved, 'src/domain/summary/medicines.ts', inUse, [
    [
      'A drug in use is the same row under a name that comes later',
      "key: firstKey([newest, ...older], arrivalsOf(summary, 'medication')),",
      'key: newest.key,',
      'stays open under a brand that comes later',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/medicines-table.tsx', inUse, [
    [
      'A line in use is open still in the table that its drug moves to',
      'useState(lines?.has(line) === true)',
      'useState(false)',
      'is open still when another goes on with it',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/medicines-table.tsx', component('ui/medicines-length'), [
    [
      'The medicines table gets no shorter under somebody who reads it',
      'isRead ? Math.max(shown, reached.current) : shown',
      'shown',
      'keeps the length that it reached for a row',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/look/trend-panel.tsx', component('ui/trend'), [
    [
      'A trend’s cursor in use stays on its value',
      'return like === -1 ? points.length - 1 : like;',
      'return points.length - 1;',
      'stays on its value when older and newer ones come',
    ],
  ]),
  ...gatesIn(moved, 'src/app/steady.ts', steady, [
    [
      'A control in use has the focus still where a browser took it out to move it',
      'was.focus({ preventScroll: true });',
      '',
      'has it still where drawing took it out and put it in again',
    ],
    [
      'A control in use hands the focus on to the same one of its row elsewhere',
      'same?.focus({ preventScroll: true });',
      '',
      'hands it on to the same control of the same row elsewhere',
    ],
  ]),
  ...gatesIn(moved, 'src/app/steady.ts', handOn, [
    [
      'A file’s button in use hands the focus to no other file’s',
      '(each) => wordsOf(each) === words,',
      '() => true,',
      'hands it to no other file',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/row-more.tsx', inUse, [
    [
      'What is open of an original in use stays open when another comes above it',
      'key={item.key}>',
      'key={items.indexOf(item)}>',
      'stays open where another source’s original comes above it',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/documents.tsx', inUse, [
    [
      'A file’s button in use is not taken away for a newer copy’s',
      'Number(b.key === key) - Number(a.key === key)',
      '0',
      'is the same file where a newer copy of it comes',
    ],
  ]),
  ...gatesIn(moved, 'src/ui/summary/find/grouped-hits.ts', inUse, [
    [
      'A hit in use is still drawn, whatever comes before it',
      ' || inUse.has(key)',
      '',
      'is still there when hits of sections before its own come',
    ],
  ]),
];
