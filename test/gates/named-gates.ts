/** Gates of the readers: "none" beside a fact, safeguarding sections, and whom a reference names. */
import { type Gate, gatesIn, unit } from './gate.ts';

const silence = '"None" where we do not know';
const others = 'Another patient’s data on screen';
const partial = 'A partial record read as complete';
const named = unit('fhir/summary/named-or-absent');
const listed = unit('fhir/summary/listed');
const whose = unit('fhir/summary/whose');

export const namedGates: readonly Gate[] = [
  ...gatesIn(silence, 'src/fhir/summary/allergy-absence.ts', named, [
    [
      'A reaction to nothing known is a reaction',
      'if (absence === null || hasReaction) return null;',
      'if (absence === null) return null;',
      'is an allergy in all its words, and asserts nothing',
    ],
    [
      '"No known allergy" beside another code is that allergy',
      'if (said.some((each) => each === undefined)) return null;',
      '',
      'is an allergy in all its words, and asserts nothing',
    ],
    [
      '"No known allergy" in words that say more asserts nothing',
      'if (known === undefined) return null;',
      '',
      'is an allergy in all its words, and asserts nothing',
    ],
  ]),
  ...gatesIn(silence, 'src/fhir/summary/absent-unknown.ts', named, [
    [
      'A fact that is named beside "unknown" is not lost',
      "return isNamed(concept) ? null : { type: 'gap', reason: 'not-known' };",
      "return { type: 'gap', reason: 'not-known' };",
      'is the fact they name',
    ],
    [
      'An allergy is named by what caused its reaction',
      "if (reason && !arrayIn(resource, 'reaction').some(namesSubstance)) return reason;",
      'if (reason) return reason;',
      'is that of the substance that caused the reaction',
    ],
    [
      'What is masked is withheld, whatever stands beside it',
      "if (codes.includes('masked')) return { type: 'gap', reason: 'withheld' };",
      '',
      'is withheld where it is masked',
    ],
  ]),
  ...gatesIn('Safeguarding in the open', 'src/fhir/summary/kind.ts', listed, [
    [
      'What stands in a safeguarding section is safeguarding',
      "return isGuarded && !alwaysOpen.has(kind) ? 'safeguarding' : kind;",
      'return kind;',
      'is safeguarding, and nothing else',
    ],
  ]),
  ...gatesIn('Safeguarding in the open', 'src/fhir/summary/place.ts', listed, [
    [
      'What is listed there too is safeguarding everywhere',
      'for (const section of guardedFirst(sections)) {',
      'for (const section of sections) {',
      'within it, and wherever else it is listed, it is safeguarding',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/summary/inspect.ts', whose, [
    [
      'A Patient by type is the traced one',
      "if (key === 'type' && value === 'Patient' && isOtherNamed(node, walk)) return false;",
      '',
      'an asserter that is a Patient by type alone',
    ],
    [
      'Nobody else’s NHS number stands in a reference',
      "if (key === 'identifier' && isOtherNumber(value, node, walk)) return false;",
      '',
      'somebody else’s NHS number inside a reference',
    ],
    [
      'A search for a Patient is for the traced one',
      'return /(^|\\/)Patient[/?][^/]/.test(value)',
      'return /(^|\\/)Patient[/][^/]/.test(value)',
      'a search for another patient',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/part.ts', listed, [
    [
      'What breaks its reader costs itself alone',
      '  } catch {\n',
      '  } catch (found) {\n    throw found;\n',
      'one that breaks its reader costs itself alone',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/panels.ts', listed, [
    [
      'The results of a report withdrawn say so',
      'else doubtMembers(head, doubt, answer, groupings);',
      'else addMembers(head, answer, groupings);',
      'say so, and do not stand under its name',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/reader.ts', listed, [
    [
      'One name in two rounds is two things',
      'return used.has(name) ? `${name}#round-${rounds}` : name;',
      'return name;',
      'is two things, each with a key of its own',
    ],
  ]),
  ...gatesIn(partial, 'src/fhir/summary/answer.ts', listed, [
    [
      'A list no longer lists what was deleted from it',
      'return deleted === undefined || deleted === false;',
      'return true;',
      'does not list what was deleted from it',
    ],
  ]),
  ...gatesIn(partial, 'src/domain/clinical-date.ts', unit('domain/clinical-date'), [
    [
      'A time that does not exist is no date',
      "return isPlain || !Number.isNaN(slowMoment(iso)) ? { precision: 'time', iso } : null;",
      "return { precision: 'time', iso };",
      'which does not exist',
    ],
    [
      'A fraction of a second is no offset',
      "iso.length === 25 && !iso.endsWith('Z') && zoned.test(iso)",
      'iso.length === 25 && zoned.test(iso)',
      'is what the parser says, for every day of the calendar',
    ],
    [
      'London’s clock changes when it does',
      'day === changes && hour > 0',
      'day === changes && hour > 1',
      'in each hour of the weeks in which the clocks change',
    ],
  ]),
];
