/** Gates of what could not be read, what is not to be taken, and what is certainly one fact. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const unheard = '"None" where we do not know';
const active = 'What is over, stopped or did not happen shown as if it were so';
const merge = 'A wrong merge hides a disagreement';
const white = 'One bad entry costs the whole record';
const unread = component('ui/unread');
const taking = unit('domain/summary/taking');
const combine = unit('domain/summary/combine');
const series = unit('domain/summary/series');
const holding = component('ui/holding');

export const holdingGates: readonly Gate[] = [
  ...gatesIn(white, 'src/ui/summary/section-boundary.tsx', component('ui/section-boundary'), [
    [
      'What breaks one section stays in it',
      'return { failed: true };',
      'return { failed: false };',
      'and the rest of the record stands',
    ],
  ]),
  ...gatesIn(unheard, 'src/ui/summary/section-absence.ts', unread, [
    [
      'An unread entry keeps its source from having found nothing',
      'unread && unreadWords(unread)',
      'null',
      'having looked and found nothing',
    ],
    [
      'A section with an unread entry is no empty one',
      'unreadOf(summary, source.id, kind)?.isOfIt',
      'false',
      'its section stands',
    ],
  ]),
  ...gatesIn(unheard, 'src/domain/summary/absence.ts', unread, [
    [
      'An entry of no known section may be of any',
      "(section === kind || section === 'unknown')",
      'section === kind',
      'of no known section may be of any that is empty',
    ],
  ]),
  ...gatesIn(unheard, 'src/domain/summary/differences.ts', unread, [
    [
      'A source with an unread entry was not compared',
      'unreadOf(summary, report.source.id, kind) === null',
      'true',
      'keeps its source from having been compared',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/taking.ts', taking, [
    [
      'What is on hold is not taken',
      'if (proviso !== null && heldBack.test(proviso)) return true;',
      '',
      'by another differs',
    ],
    [
      'What is past its last day is not taken',
      'return until !== null && (asked === null || isBefore(until, asked));',
      'return false;',
      'by another differs',
    ],
  ]),
  ...gatesIn(active, 'src/ui/summary/medicine-words.tsx', holding, [
    [
      'A proviso and a last day stand before the dose',
      '...provisos(item, now)',
      '',
      'says so among',
    ],
  ]),
  ...gatesIn(active, 'src/ui/summary/standing.ts', holding, [
    [
      'A search says that a medicine is on hold',
      ', ...provisoOf(item)]',
      ']',
      'says so where a search finds it',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/withdrawn.ts', series, [
    ['A cancelled value is none', '\\bcancell?ed\\b|', '', 'is no point of a series'],
  ]),
  ...gatesIn(active, 'src/domain/summary/key-results.ts', series, [
    [
      'A value taken back is no latest result',
      '&& !isWithdrawn(item)',
      '',
      'is no latest result, nor the one before it',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/series.ts', series, [
    ['A value taken back is no point', '!isDated || isWithdrawn(item)', '!isDated', 'is no point'],
  ]),
  ...gatesIn(merge, 'src/domain/summary/sameness.ts', combine, [
    [
      'A problem in other words is another',
      '[sameWords(item.title), sameWords(item.note)]',
      '[sameWords(item.note)]',
      'with another',
    ],
    ['Two onsets are two problems', "what, 'onset');", 'what);', 'another'],
    [
      'A medicine on hold is no line of one that is current',
      'proviso, until?.iso ?? null]',
      'until?.iso ?? null]',
      'with another',
    ],
  ]),
  ...gatesIn(merge, 'src/domain/summary/dose-lines.ts', taking, [
    [
      'A strength is compared with its unit',
      'number === other[at]?.number && agree(unit, other[at].unit)',
      'number === other[at]?.number',
      'is told apart by its unit',
    ],
  ]),
];
