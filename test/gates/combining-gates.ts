/** Gates of what is combined, compared and listed: a wrong merge, a claim nobody made. */
import { type Gate, gatesIn, unit } from './gate.ts';

const merge = 'A wrong merge hides a disagreement';
const claim = 'A list that did not arrive whole says what is not on it';
const active = 'What is over, stopped or did not happen shown as if it were so';
const unheard = '"None" where we do not know';
const units = 'Units mixed';
const combine = unit('domain/summary/combine');
const others = unit('domain/summary/combine-other-kinds');
const sameness = 'src/domain/summary/sameness.ts';
const medicines = 'src/domain/summary/medicine-differences.ts';
const differences = unit('domain/summary/differences');
const timeline = unit('domain/summary/timeline');

export const combiningGates: readonly Gate[] = [
  ...gatesIn(merge, sameness, combine, [
    [
      'A medicine stopped by one is no line of one that is current',
      '[productOf(item), status, ...how]',
      '[productOf(item), ...how]',
      'shared by its identifier, and stopped in one copy',
    ],
    [
      'A dose that nobody states is no same dose',
      'dose !== null, what',
      'true, what',
      'of which neither source states the dose',
    ],
    [
      'A problem that is over is no line of one that is active',
      '...words, item.status, item.certainty]',
      '...words, item.certainty]',
      'with another',
    ],
    [
      'An allergy that is over is no line of one that is active',
      'item.assertion, item.status, item.certainty]',
      'item.assertion, item.certainty]',
      'that is over for one source',
    ],
  ]),
  ...gatesIn(merge, 'src/domain/summary/subject.ts', combine, [
    [
      'A code that stands for many things makes no two of them one',
      'if (ours.some(({ code }) => saysNothing.has(code))) return null;',
      '',
      'is no subject beside others either',
    ],
    [
      'Nor does one that stands alone',
      'system === snomed && saysNothing.has(code.code) ? null',
      'false ? null',
      'a degraded drug allergy',
    ],
    [
      'Strengths, brands and releases under one code of the substance are each their own',
      "`${code ?? 'words'} ${sameWords(item.title)}`",
      "code ?? 'words'",
      'with another',
    ],
  ]),
  ...gatesIn(merge, 'src/domain/summary/combine.ts', combine, [
    [
      'Which of a source’s two lines another means is not guessed',
      'because !== null && copies.length > 1 && perSource.length === sources.size',
      'because !== null',
      'listed twice by one source',
    ],
  ]),
  ...gatesIn(merge, sameness, others, [
    [
      'A value that is haemolysed is no line of one without the comment',
      'status, flag?.words ?? null, range, note]',
      'status, flag?.words ?? null, range]',
      'a result',
    ],
    [
      'A plan with another decision is another plan',
      'sameWords(item.title), day, sameWords(item.value)]',
      'sameWords(item.title), day]',
      'a plan with another decision',
    ],
    [
      'A result that is provisional is no line of one that is final',
      'dayOf(item);\n  const what = [subjectOf(item, code), value, day, status, flag',
      'dayOf(item);\n  const what = [subjectOf(item, code), value, day, flag',
      'a result',
    ],
    [
      'A vaccination refused is no line of one that was given',
      'day, item.given]',
      'day]',
      'given to one and refused by another is two',
    ],
    [
      'An entry that is over is no line of one that holds',
      'const standing = [item.standing, item.status,',
      'const standing = [item.status,',
      'is two',
    ],
    [
      'A letter withdrawn is no line of one that stands',
      '[...what, item.status]',
      'what',
      'a letter that one source withdrew is two',
    ],
  ]),
  ...gatesIn(claim, medicines, differences, [
    [
      'The practice must have answered in full',
      "!missingSources(summary, 'medication').includes(report)",
      'true',
      'is never said of a practice that is',
    ],
    [
      'A practice that does not know the patient has no list of theirs',
      "report.state !== 'not-known' &&",
      '',
      'is never said of a practice that is',
    ],
    [
      'A line that could not be read may be it',
      '!isWhole || isUnread || isInWords',
      '!isWhole || isInWords',
      'unread or in words alone',
    ],
    [
      'A list in words alone may hold it',
      '!isWhole || isUnread || isInWords',
      '!isWhole || isUnread',
      'unread or in words alone',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/timeline.ts', timeline, [
    [
      'A refuted diagnosis has no place',
      "if (/refuted|entered.in.error/i.test(item.certainty ?? '')) return [];",
      '',
      'was refuted',
    ],
    [
      'What was not taken has no place',
      "if (item.status === 'not-taken') return [];",
      '',
      'was never taken',
    ],
    [
      'What did not happen has no place',
      "if (item.standing === 'not-done' || item.standing === 'planned') return [];",
      '',
      'leaves out what did not happen',
    ],
  ]),
  ...gatesIn(active, 'src/domain/summary/first-look.ts', unit('domain/summary/first-look'), [
    [
      'An alert that is over is none',
      "standing }] }) => standing === 'current'",
      'standing }] }) => standing !== null',
      'has alerts that hold',
    ],
    [
      'A plan that is over is none',
      "withRole(summary, 'resuscitation').filter(holds)",
      "withRole(summary, 'resuscitation')",
      'has none that is',
    ],
  ]),
  ...gatesIn(unheard, 'src/domain/summary/absence.ts', unit('domain/summary/absence'), [
    [
      'A section of words alone may hold an allergy',
      'return !summary.texts.some((each) => mayHold(each, kind));',
      'return true;',
      'may hold an allergy',
    ],
    [
      'So may words under a title that nobody knows',
      "onlyText && (section === kind || section === 'other')",
      'onlyText && section === kind',
      'may hold an allergy',
    ],
    [
      'No assertion that is over says that none is known',
      "item.assertion === 'no-known-allergy' && item.status === 'active'",
      "item.assertion === 'no-known-allergy'",
      'does not stand over an assertion that is over',
    ],
  ]),
  ...gatesIn(units, 'src/domain/summary/series.ts', unit('domain/summary/series'), [
    [
      'One test in two units is two series',
      'part && keyOf(part), unitKey(measure)]',
      'part && keyOf(part)]',
      'mixes no units',
    ],
  ]),
  ...gatesIn(units, 'src/domain/summary/key-results.ts', unit('domain/summary/first-look'), [
    [
      'The value before is one in the same unit',
      '(measure && unitKey(measure)) === unit',
      'true',
      'have nothing before them in another unit',
    ],
  ]),
];
