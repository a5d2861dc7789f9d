/** Gates of the mappers and the domain: who the patient is, and whether a value can be believed. */
import { type Gate, gatesIn, unit } from './gate.ts';

const hostile = 'A broken or hostile value believed';
const wrong = 'The wrong patient opened';
const plausible = unit('fhir/gate/plausible');
const host = unit('fhir/gate/host');
const trace = unit('fhir/gate/trace');
const text = 'return !/[<>]/.test(text) && !unseen.test(text) && !piled.test(text);';
const both =
  'return inContext.length === 0 ? [] : [...inContext.map((value) => ({ value })), ...held];';

export const identityGates: readonly Gate[] = [
  ...gatesIn(hostile, 'src/fhir/gate/plausible.ts', plausible, [
    [
      'Markup in a name closes',
      text,
      text.replace('!/[<>]/.test(text) && ', ''),
      'a lone angle bracket',
    ],
    [
      'Text nobody can see closes',
      text,
      text.replace('!unseen.test(text) && ', ''),
      'a right-to-left override',
    ],
    ['Piled marks close', text, text.replace(' && !piled.test(text)', ''), 'marks piled up'],
    [
      'An endless name closes',
      'if (text.length > longestPart * 2 || Array.from(text).length > longestPart) return false;',
      '',
      'a hundred and one characters',
    ],
    ['Hundreds of names close', 'if (names.length > mostNames) return false;', '', '400 names'],
    [
      'A birth date to come closes',
      'return day <= calendarDay(today) && day >= earliestYear;',
      'return day >= earliestYear;',
      'a birth date to come',
    ],
    [
      'A birth date of long ago closes',
      'return day <= calendarDay(today) && day >= earliestYear;',
      'return day <= calendarDay(today);',
      '1879-12-31',
    ],
  ]),
  ...gatesIn(hostile, 'src/fhir/gate/host-patient.ts', host, [
    [
      'The host’s patient is read strictly',
      "if (what !== null) return { type: 'implausible', what };",
      '',
      'is nothing an honest host sends',
    ],
  ]),
  ...gatesIn(hostile, 'src/fhir/gate/trace-outcome.ts', trace, [
    [
      'The traced patient is read strictly',
      "if (what !== null) return { type: 'implausible', what };",
      '',
      'nobody honest would send is told',
    ],
  ]),
  ...gatesIn(hostile, 'src/fhir/gate/user.ts', unit('fhir/gate/user'), [
    [
      'The user is read strictly',
      "if (!isPlausibleUser(found, roles, organisations, now)) return { type: 'implausible' };",
      '',
      'is nobody an honest host sends',
    ],
  ]),
  ...gatesIn(wrong, 'src/fhir/gate/host-patient.ts', host, [
    [
      'Two NHS numbers are none',
      'if (!number || another) return',
      'if (!number) return',
      'two that differ',
    ],
    [
      'A patient id is checked against the identifiers',
      'return [{ value: found.id }, ...held];',
      'return [{ value: found.id }];',
      'an identifier that is another number',
    ],
    [
      'A number of the context is checked against the identifiers',
      both,
      both.replace(', ...held', ''),
      'one that the patient’s identifier contradicts',
    ],
    [
      'The number is taken from where the setting says',
      both,
      both.replace('inContext.length === 0 ? [] : ', ''),
      'none there, whatever the identifiers say',
    ],
  ]),
  ...gatesIn(wrong, 'src/fhir/gate/number-status.ts', host, [
    [
      'A status that can not be read is no verification',
      'if (codes.length > 0 && doubt === undefined)',
      'if (doubt === undefined)',
      'not understood',
    ],
    [
      'One doubt about the number is enough',
      "statuses.find((status) => status.type === 'unverified') ??",
      '',
      'still says in the identifier how far it vouches for it',
    ],
  ]),
  ...gatesIn(wrong, 'src/fhir/gate/trace-outcome.ts', trace, [
    ['One of several people is nobody', ' || (found.total ?? 0) > 1', '', 'one of several'],
    [
      'Two NHS numbers are no answer',
      'numbers.size === 1 && number ?',
      'number ?',
      'two NHS numbers are no answer',
    ],
    [
      'Another number in the answer was superseded',
      'if (number !== asked || replaced) {',
      'if (replaced) {',
      'says which number replaced',
    ],
    [
      'A replaced entry was superseded',
      'if (number !== asked || replaced) {',
      'if (number !== asked) {',
      'an entry that was replaced',
    ],
    [
      'An inactive entry was invalidated',
      "if (person.active === false) return { type: 'outcome', outcome: { type: 'invalidated' } };",
      '',
      'an entry that is inactive',
    ],
  ]),
];
