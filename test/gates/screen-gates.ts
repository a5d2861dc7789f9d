/** Gates of the open record on screen: what no filter hides, what waits to be asked for or seen. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const hidden = 'A filter that hides danger';
const child = 'Safeguarding read over a shoulder, or found on paper';
const claim = 'A list that did not arrive whole says what is not on it';
const late = 'An allergy that arrives late goes unseen';
const unseen = 'A disagreement goes unseen';
const active = 'What is over, stopped or did not happen shown as if it were so';
const filters = component('ui/filters');
const news = component('ui/late');
const look = component('ui/first-look');
const medicines = component('ui/medicines');
const table = 'src/ui/summary/medicines-table.tsx';
const whole = 'is never left out of alerts, plans, allergies and medicines';
const single = 'is left out neither of medicines one by one nor of plans that are over';

export const screenGates: readonly Gate[] = [
  ...gatesIn(hidden, 'src/ui/summary/rows.ts', filters, [
    ['No filter touches allergies', "  'allergy',\n", '', whole],
    ['No filter touches medicines', "  'medication',\n", '', single],
    ['No filter touches alerts', "  'alert',\n", '', whole],
    ['No filter touches safeguarding', "  'safeguarding',\n", '', whole],
    ['No filter touches plans', "  'emergency-plan',\n", '', single],
    [
      'What a filter leaves out is counted where it is missing',
      'leftOut: all.length - rows.length',
      'leftOut: 0',
      'which counts what it leaves out',
    ],
  ]),
  ...gatesIn(hidden, 'src/ui/app.tsx', filters, [
    [
      'Filters begin afresh at each launch',
      '<Summary key={state.key} ',
      '<Summary ',
      'is back at the next launch',
    ],
  ]),
  ...gatesIn(hidden, 'src/ui/summary/filters.tsx', filters, [
    [
      'Filters stay in sight while they are on',
      'if (hidden.size === 0 && combined) return null;',
      'return null;',
      'stays in sight as left out until the filters are cleared',
    ],
  ]),
  ...gatesIn(child, 'src/ui/summary/first/safeguarding.tsx', look, [
    [
      'Safeguarding is not on the page until it is asked for',
      '{open && <ByStanding rows={rows} first={50} />}',
      '<ByStanding rows={rows} first={50} />',
      'not on the page until it is asked for',
    ],
  ]),
  ...gatesIn(child, 'src/ui/summary/find/grouped-hits.ts', component('ui/search'), [
    [
      'The search counts safeguarding and shows none',
      'const items = closedKinds.has(kind) ? [] : all',
      'const items = all',
      'counts safeguarding and shows nothing of it',
    ],
  ]),
  ...gatesIn(child, 'src/ui/summary/late-notice.tsx', news, [
    [
      'The notice of what arrived names no safeguarding',
      "item.kind === 'safeguarding' ? null : ",
      '',
      'safeguarding without its words',
    ],
  ]),
  ...gatesIn(child, 'src/ui/summary/print/print-section.tsx', component('ui/print'), [
    [
      'Safeguarding is counted on paper and not printed',
      "(kind === 'safeguarding' ? (",
      '(false ? (',
      'of safeguarding is counted and not printed',
    ],
  ]),
  ...gatesIn(claim, table, medicines, [
    [
      '"Not on list" is not said of a source whose word is missing',
      'if (missing) return <>{missing.why}</>;',
      '',
      'of a source that held a part of it back',
    ],
  ]),
  ...gatesIn(late, 'src/ui/summary/marks.tsx', news, [
    [
      'What arrives while it is read is marked at its row',
      'if (row.items.some(({ key }) => late.has(key))) {',
      'if (false) {',
      'is said above what is read, marked on its row',
    ],
  ]),
  ...gatesIn(late, 'src/ui/summary/late-notice.tsx', news, [
    [
      'What arrives while it is read is said above it',
      'if (late.size === 0) return null;',
      'return null;',
      'is said above what is read, marked on its row',
    ],
  ]),
  ...gatesIn(late, 'src/flow/open.ts', unit('flow/late'), [
    [
      'What arrives after reading began is news',
      'return [withNews(more, event.part), []];',
      'return [more, []];',
      'is marked, and what was there before is not',
    ],
    [
      'What arrives next takes no mark away',
      'late: [...state.late, ...news]',
      'late: news',
      'stays marked while more arrives',
    ],
  ]),
  ...gatesIn(late, 'src/domain/summary/new-since.ts', unit('domain/summary/new-since'), [
    [
      'A launch that was refused showed nothing',
      "entry.outcome === 'opened' &&",
      '',
      'counts nobody who was refused or gave up',
    ],
    [
      'This opening is not the last one',
      'momentOf(entry.recorded) < momentOf(openedAt) &&',
      '',
      'is the newest opening before this one',
    ],
    [
      'Of the day itself it may be new',
      "date.precision === 'day' ? date.iso >= day",
      "date.precision === 'day' ? date.iso > day",
      'of that very day may be new',
    ],
  ]),
  ...gatesIn(unseen, 'src/ui/summary/first/differences.tsx', component('ui/differences'), [
    [
      'No differences are only found between two that were compared',
      'if (compared.length < 2) {',
      'if (false) {',
      'are not said to be none where fewer than two sources could be compared',
    ],
    [
      'Who was not compared is named',
      "notCompared.length > 0 ? words(whoNot) : ''",
      "''",
      'say who was not compared where none was found',
    ],
  ]),
  ...gatesIn(unseen, 'src/domain/summary/differences.ts', unit('domain/summary/disagreements'), [
    [
      'A source that does not know the patient agrees with nobody',
      "report.state !== 'not-known' &&",
      '',
      'are not those that do not know the patient, or left a section out',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/medicines.ts', medicines, [
    [
      'One that is over is in no list of current ones',
      "case 'not-taken':\n      return 'ended';",
      "case 'not-taken':\n      return 'current';",
      'each by itself, is never among the current ones once it is over',
    ],
  ]),
  ...gatesIn(active, 'src/ui/summary/medicine-words.tsx', medicines, [
    [
      'A line that is over says so beside those that are not',
      "if (item.status === 'current') return [];",
      'return [];',
      'never call a stopped one current without saying so',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/medicines.ts', unit('domain/summary/medicines'), [
    [
      'A drug that everybody stopped is not current',
      "case 'not-taken':\n      return 'ended';",
      "case 'not-taken':\n      return 'current';",
      'are in order: current, then not stated, then ended',
    ],
  ]),
  ...gatesIn(
    'An old plan, pregnancy or repeat read as the present one',
    'src/ui/summary/entry-line.tsx',
    look,
    [
      [
        'A due date that has passed says so',
        'item.due !== null && hasPassed(item.due, now)',
        'false',
        'says of a due date in the past that it has passed',
      ],
    ],
  ),
];
