/** Gates of the readers of documents: what is denied, lost, deleted or not understood. */
import { type Gate, gatesIn, unit } from './gate.ts';

const others = 'Another patient’s data on screen';
const over = 'What is over, stopped or did not happen shown as if it were so';
const silence = '"None" where we do not know';
const partial = 'A partial record read as complete';
const lost = unit('fhir/summary/nothing-lost');
const mutations = unit('fhir/summary/mutations');
const history = unit('fhir/summary/history');

export const readerGates: readonly Gate[] = [
  ...gatesIn(others, 'src/fhir/summary/inspect.ts', lost, [
    [
      'Words alone are nobody’s name',
      "if (whom === 'nobody') walk.understood = false;",
      '',
      'in words alone names nobody',
    ],
    [
      'An identifier must be one the traced Patient carries',
      'const isOwn = name !== null && walk.known.identifiers.has(name);',
      'const isOwn = name !== null;',
      'is somebody else, and closes the record',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/summary/traced.ts', lost, [
    [
      'A number that was given up may be somebody else’s',
      "return known && stringIn(identifier, 'use') !== 'old' ?",
      'return known ?',
      'is somebody else, and closes the record',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/summary/document.ts', history, [
    [
      'What a history deleted is looked at as well',
      'if (!modified || !modifiedIn(deleted, traced, patients))',
      'if (!modified)',
      'still closes the record where it was about somebody else',
    ],
  ]),
  ...gatesIn(over, 'src/fhir/summary/inspect.ts', mutations, [
    [
      'What a modifier changes is not understood',
      "if (key === 'modifierExtension' || key === 'implicitRules') walk.understood = false;",
      '',
      'with a modifier anywhere, nothing of it is shown',
    ],
  ]),
  ...gatesIn(over, 'src/fhir/summary/standing.ts', mutations, [
    [
      'No entry made in error is one',
      "if (status === 'entered-in-error') return 'entered-in-error';",
      '',
      'entered in error is no item at all',
    ],
    [
      'A status that is not given states nothing',
      "if (status === undefined) return { standing: 'not-stated', status: null };",
      "if (status === undefined) return { standing: 'current', status: null };",
      'with its status masked, it is not active',
    ],
    [
      'A status FHIR does not define is not understood',
      'if (!row) return null;',
      "if (!row) return { standing: 'current', status: null };",
      'is never an active fact, and never disappears',
    ],
    [
      'A referral withdrawn is none',
      "revoked: ['not-done', 'Withdrawn'],",
      'revoked: current,',
      'is never an active fact, and never disappears',
    ],
    [
      'An appointment that nobody kept did not happen',
      "noshow: ['not-done', 'Did not attend'],",
      'noshow: current,',
      'is never an active fact, and never disappears',
    ],
  ]),
  ...gatesIn(over, 'src/fhir/summary/medication-event.ts', unit('fhir/summary/fields'), [
    [
      'A medicine declined was not taken',
      "return denied ? 'not-taken' : 'not-stated';",
      "return 'not-stated';",
      'a medicine that was declined was not taken',
    ],
  ]),
  ...gatesIn(over, 'src/fhir/summary/bundle-index.ts', history, [
    [
      'What was deleted does not come back',
      'for (const each of deleted) remove(each);',
      '',
      'is not shown',
    ],
    [
      'Of two versions the newer counts',
      'if (first !== second && first > 0 && second > 0) return first > second;',
      'return false;',
      'only the newest counts',
    ],
  ]),
  ...gatesIn(silence, 'src/fhir/summary/place.ts', unit('fhir/summary/reader'), [
    [
      'A section in words only is never empty',
      "if (section.onlyText) lose(section, 'sent as text only', 'not-understood');",
      '',
      'a section in words only is not passed off as empty',
    ],
    [
      'What was promised and not sent is counted',
      "else lose(section, 'an entry was not sent', 'malformed');",
      '',
      'counts an entry that was promised and not sent',
    ],
  ]),
  ...gatesIn(silence, 'src/fhir/summary/part.ts', unit('fhir/summary/entries'), [
    [
      'What else stands among allergies, medicines or problems is a gap in them',
      'const doubtful = mapped === null ? null : listIn(each);',
      'const doubtful = null;',
      'among the allergies, it is shown, and the allergies are not called none',
    ],
  ]),
  ...gatesIn(silence, 'src/fhir/summary/place.ts', unit('fhir/summary/sections'), [
    [
      'A section that can not be read is counted',
      "if (section.malformed) lose(section, 'could not be read', 'malformed');",
      '',
      'cost themselves alone, and are counted',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/part.ts', unit('fhir/summary/reader'), [
    [
      'What no section lists is counted, never shown',
      "unshown.push({ key, source, what, section: section ?? 'unknown', because: 'not-understood' });",
      '',
      'counts what was sent but never committed',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/result.ts', lost, [
    [
      'Results that did not come with their report are missed',
      'const grouping = conclusion === null && status === null && !attached && notSent === null;',
      'const grouping = conclusion === null && status === null && !attached;',
      'and that were not sent are said not to have been',
    ],
  ]),
];
