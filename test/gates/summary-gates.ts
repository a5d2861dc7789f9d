/** Gates of the mappers: whose data it is, dissent, and labels. */
import { type Gate, gatesIn, unit } from './gate.ts';

const others = 'Another patient’s data on screen';
const whose = unit('fhir/summary/whose');

export const summaryGates: readonly Gate[] = [
  ...gatesIn(others, 'src/fhir/summary/traced.ts', whose, [
    [
      'The first line has the traced number',
      'if (numbers.some((number) => number !== traced.nhsNumber)) return false;',
      '',
      'the NHS number of the first line',
    ],
    [
      'The first line has the traced id',
      'return id === traced.ref || (id === undefined && numbers.length > 0);',
      'return true;',
      'the first line',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/summary/inspect.ts', whose, [
    [
      'Every subject is the traced patient',
      "if (whom === 'other') return false;",
      '',
      'a subject given by a number of another system',
    ],
    [
      'A number must not contradict its reference',
      "if (isNhsIdentifier(identifier) && !sameNumber) return 'other';",
      '',
      'a subject of another type whose number contradicts it',
    ],
    [
      'A reference anywhere is to the traced patient',
      "if (key === 'reference' && isOtherPatient(value, walk)) return false;",
      '',
      'a patient deep inside',
    ],
    [
      'A contained Patient is the traced one',
      'if (!holdsNumber(node, walk.traced.nhsNumber)) return false;',
      '',
      'a contained Patient whom nothing refers to',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/summary/reader.ts', whose, [
    [
      'Each line is looked at before it is read',
      "if (finding === 'wrong-patient') return [{ type: 'wrong-patient' }];",
      '',
      'a subject',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/gate/standing.ts', unit('fhir/gate/standing'), [
    [
      'A Consent of somebody else’s is no answer',
      "if (each?.patient.reference !== `Patient/${patient}`) return { type: 'bad-answer' };",
      "if (!each) return { type: 'bad-answer' };",
      'about another patient',
    ],
  ]),
  ...gatesIn(others, 'src/fhir/gate/audit-event.ts', unit('fhir/gate/access-log'), [
    [
      'A log that has somebody else’s row is none',
      'return events?.every((event) => isAbout(event, patient)) === true ? events : null;',
      'return events;',
      'one row that can not be read makes the log unreadable',
    ],
  ]),
  ...gatesIn('Dissent overridden', 'src/fhir/gate/standing.ts', unit('fhir/gate/standing'), [
    [
      'A root deny is dissent, whatever it nests',
      "return type === 'deny' || categories",
      'return categories',
      'an active deny is dissent',
    ],
    [
      'A Consent that is not understood keeps the gate shut',
      "...unmodified,\n  resourceType: s.literal('Consent'),\n  status: s.string,",
      "resourceType: s.literal('Consent'),\n  status: s.string,",
      'with a modifier',
    ],
  ]),
];
