/** Gates of printing: recorded first, by who may see it, and nothing else ever on paper. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const unrecorded = 'Printed without a record of it';
const exchange = unit('exchange/printing');
const paper = component('ui/print');

export const printGates: readonly Gate[] = [
  ...gatesIn(unrecorded, 'src/flow/aside.ts', unit('flow/printing'), [
    [
      'A printing is ready only once its own record is acknowledged',
      "if (print?.type !== 'recording' || print.printId !== printId) return [state, []];",
      '',
      'is ready once that very record is acknowledged',
    ],
  ]),
  ...gatesIn(unrecorded, 'src/adapters/exchange/print.ts', unit('adapters/exchange/print'), [
    [
      'Nothing but the stored event acknowledges a printing',
      'const at = answer.status <= 201 ? printedAt(event, answer.body) : null;',
      'const at = now.toISOString();',
      'records nothing',
    ],
  ]),
  ...gatesIn(unrecorded, 'src/ui/styles/_print-guard.scss', unit('size/print-guard'), [
    [
      'What the browser’s own menu prints has nothing of the record',
      'html:not([data-printing]) body > :not(.print-notice) {\n    display: none !important;',
      'html:not([data-printing]) body > :not(.print-notice) {',
      'is a notice, and nothing of the screen that is open',
    ],
  ]),
  ...gatesIn(unrecorded, 'mocks/exchange/printing.ts', exchange, [
    [
      'A printing is judged as a release is',
      'if (!release.ok) return release;',
      'if (!release.ok) return notThatConsent;',
      'where nothing was opened',
    ],
    [
      'Its Consent opens the record for this launch now',
      'each.id === named && opensFor(caller, each)',
      'true',
      'under somebody else’s Consent, or another patient’s',
    ],
    [
      'A printing can be told from its retry',
      "if (request === '') return invalid('request-id', 'A printing needs an X-Request-ID.');",
      '',
      'without a request id, or without its Consent named',
    ],
  ]),
  ...gatesIn('A filter that hides danger', 'src/ui/summary/print/print-view.tsx', paper, [
    [
      'Filters never touch alerts, allergies and medicines on paper',
      'unfiltered.has(kind) || ',
      '',
      'of alerts, allergies and medicines is not filtered',
    ],
  ]),
  ...gatesIn(
    'A filter that hides danger',
    'src/ui/summary/print/rows-to-print.ts',
    component('ui/print-plans'),
    [
      [
        'A decision on resuscitation is among the plans on paper, wherever it was sent',
        'const plans: readonly Row[] = plansOf(summary);',
        'const plans: readonly Row[] = plansOf({ ...summary, items: [] });',
        'stands first among the plans, wherever it was sent and whatever is filtered',
      ],
    ],
  ),
  ...gatesIn(
    'A wrong merge hides a disagreement',
    'src/ui/summary/print/print-differences.tsx',
    component('ui/print-differences'),
    [
      [
        'One source alone is no agreement on paper',
        'compared.length < 2',
        'compared.length < 1',
        'are not denied where one source alone answered',
      ],
    ],
  ),
  ...gatesIn('A partial record read as complete', 'src/ui/summary/print/print-section.tsx', paper, [
    [
      'What was filtered away is said where it is missing',
      '{leftOut > 0 && <p>{printWords.leftOutHere(leftOut)}</p>}',
      '',
      'of alerts, allergies and medicines is not filtered',
    ],
  ]),
  ...gatesIn(
    'A wrong merge hides a disagreement',
    'src/ui/summary/print/print-entry.tsx',
    component('ui/print-entry'),
    [
      [
        'Each source’s own facts are printed',
        '[...groupedBy(items, printed).values()]',
        '[...groupedBy(items, () => String(printed.length)).values()]',
        'has what each says, where they say different things',
      ],
      [
        'Text that is not printed is spoken of',
        'return narrative?.saysMore === true;',
        'return narrative === undefined;',
        'is spoken of on the line of its entry',
      ],
    ],
  ),
  ...gatesIn(
    'A partial record read as complete',
    'src/fhir/source-issue.ts',
    unit('fhir/summary/keeps'),
    [
      [
        'A list of nothing we know limits nothing',
        'return kept.length === 0 ? null : kept;',
        'return kept;',
        'says nothing where it is absent',
      ],
    ],
  ),
];
