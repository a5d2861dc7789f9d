/** Gates of the mappers: a permission given earlier, and the pages it is looked for in. */
import { type Gate, gatesIn, unit } from './gate.ts';

const further = 'Permission taken further than it was given';
const permits = unit('fhir/gate/own-permits');

export const permitGates: readonly Gate[] = [
  ...gatesIn(further, 'src/fhir/gate/own-permits.ts', permits, [
    [
      'Another user’s permission is nobody’s to stand on',
      '&& isActor(stored, user);',
      ';',
      'another user’s',
    ],
    [
      'A permission is for this patient',
      'stored?.patient.reference === `Patient/${patient}` && isActor',
      'stored && isActor',
      'for another patient',
    ],
    [
      'A permission with an exception is another permission',
      'provision: s.optional(s.never),',
      '',
      'with an exception',
    ],
    [
      'Policy and purpose agree with the answers',
      '|| !agrees(stored, answered.basis)',
      '',
      'under another policy',
    ],
    [
      'An encounter that can not be read is no encounter',
      "encounter === 'unreadable' ||",
      '',
      'of two encounters',
    ],
    [
      'A permission whose end can not be read opens nothing',
      ' || (end !== undefined && !isInstant(end))) return null;',
      ') return null;',
      'whose end can not be read',
    ],
  ]),
  ...gatesIn(further, 'src/fhir/gate/active-permits.ts', permits, [
    [
      'What still stands is of this patient',
      ' && each.patient.reference === `Patient/${patient}`',
      '',
      'another patient’s is',
    ],
  ]),
  ...gatesIn(further, 'src/fhir/gate/decided-answers.ts', permits, [
    [
      'Answers given twice are none',
      'if (!found || another) return null;',
      'if (!found) return null;',
      'with answers twice',
    ],
    [
      'An answer the gate does not ask for is none',
      'if (!basis || known.length < confirmed.length) return null;',
      'if (!basis) return null;',
      'with a difference nobody compares',
    ],
    [
      'An answer of another system is none',
      'return found?.system === ocs.accessReason ? found.code : undefined;',
      'return found?.code;',
      'whose answer is of somebody else’s making',
    ],
  ]),
  ...gatesIn(
    'A token or NHS number leaking',
    'src/fhir/gate/page-link.ts',
    unit('fhir/gate/access-log'),
    [
      [
        'A page that leads elsewhere is not followed',
        'const stays = href.startsWith(`${base}/`) || href.startsWith(`${base}?`);',
        'const stays = true;',
        'follows pages on its own base only',
      ],
    ],
  ),
];
