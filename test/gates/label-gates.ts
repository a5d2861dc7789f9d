/** Gates of the mappers: labels that protect a patient, opaque ids, and whose terms they are. */
import { type Gate, gatesIn, unit } from './gate.ts';

const place = 'Where a restricted patient is becomes known';
const whose = unit('fhir/summary/whose');
const trace = unit('fhir/gate/trace');

export const labelGates: readonly Gate[] = [
  ...gatesIn(place, 'src/fhir/summary/reader.ts', whose, [
    [
      'A label that the trace had not told shuts a stream',
      "if (isShutByLabel(resource, traced)) return [{ type: 'restricted' }];",
      '',
      'in a stream and in a document',
    ],
  ]),
  ...gatesIn(place, 'src/fhir/summary/document.ts', whose, [
    [
      'A label that the trace had not told shuts a document',
      'if (patients.some(({ resource }) => isShutByLabel(resource, traced))) {',
      'if (false) {',
      'in a stream and in a document',
    ],
  ]),
  ...gatesIn(place, 'src/fhir/summary/traced.ts', whose, [
    [
      'V shuts whatever policy says',
      "return label === 'very-restricted' || (label",
      'return (label',
      'R opens where the trace had said so',
    ],
    [
      'Labels that can not be read shut',
      ": 'very-restricted';\n  return label",
      ": 'none';\n  return label",
      'labels that can not be read, too',
    ],
  ]),
  ...gatesIn(place, 'src/fhir/gate/trace-outcome.ts', trace, [
    [
      'No address of a restricted patient is kept',
      "...demographicsOf(person, restricted !== 'none'),",
      '...demographicsOf(person),',
      'shows no address of a restricted patient',
    ],
  ]),
  ...gatesIn(place, 'src/fhir/gate/host-patient.ts', unit('fhir/gate/host'), [
    [
      'The host’s own label counts',
      "...demographicsOf(found, restricted !== 'none'),",
      '...demographicsOf(found),',
      'is read, and hides the address',
    ],
  ]),
  ...gatesIn('A token or NHS number leaking', 'src/fhir/gate/trace-outcome.ts', trace, [
    [
      'An id in addresses is opaque',
      'if (number === null || parseNhsNumber(person.id) !== null) return bad;',
      'if (number === null) return bad;',
      'never takes an NHS number for an opaque id',
    ],
  ]),
  ...gatesIn(
    'Opened by somebody who never accepted the terms',
    'src/fhir/gate/terms-events.ts',
    {
      ...unit('fhir/gate/feeds'),
    },
    [
      [
        'Another user’s acceptance is none',
        '.filter((event) => !isAnothers(event, own))',
        '',
        'somebody else’s',
      ],
    ],
  ),
];
