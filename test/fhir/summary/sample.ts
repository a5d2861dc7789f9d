/** Lines of an invented stream: one patient, one source, whatever resources a test is about. */
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import type { SummaryPart } from '../../../src/domain/summary/summary.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { type ReaderEvent, summaryReader } from '../../../src/fhir/summary/reader.ts';
import type { Traced } from '../../../src/fhir/summary/traced.ts';
import { codeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';

const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
export const traced: Traced = {
  ref: 'opaque-1' as PatientRef,
  nhsNumber: number,
  restricted: 'none',
};

export const patientLine = {
  resourceType: 'Patient',
  id: 'opaque-1',
  identifier: [{ system: identifierSystem.nhsNumber, value: number }],
};
export const organisationLine = {
  resourceType: 'Organization',
  id: 'zzh-org',
  identifier: [{ system: identifierSystem.odsOrganisation, value: 'ZZH' }],
  name: 'Oxford University Hospitals',
  alias: ['OUH'],
};
export const subject = { reference: 'Patient/opaque-1' };
const type = { coding: [{ system: codeSystem.loinc, code: '60591-5' }] };

export function section(code: string, entries: readonly string[], more: object = {}) {
  const coding = [{ system: codeSystem.loinc, code }];
  const entry = entries.map((reference) => ({ reference }));
  return { title: `Section ${code}`, code: { coding }, entry, ...more };
}

export function composition(sections: readonly object[], more: object = {}) {
  return {
    resourceType: 'Composition',
    id: 'zzh-composition-1',
    status: 'final',
    type,
    subject,
    author: [{ reference: 'Organization/zzh-org' }],
    section: sections,
    ...more,
  };
}

export function outcome(state: string, more: object = {}) {
  const source = {
    identifier: { system: identifierSystem.odsOrganisation, value: 'ZZH' },
    display: 'Oxford University Hospitals',
  };
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'information',
        code: 'informational',
        details: { coding: [{ system: ocs.sourceState, code: state }] },
        extension: [{ url: ocs.issueSource, valueReference: source }],
        ...more,
      },
    ],
  };
}

export const lastLine = composition([], {
  id: 'whole',
  author: [{ display: 'OCS exchange', type: 'Device' }],
});

export function read(lines: readonly unknown[]): ReaderEvent[] {
  const reader = summaryReader(traced);
  return lines.flatMap((line) => [...reader.push(line)]);
}

export function partsIn(events: readonly ReaderEvent[]): SummaryPart[] {
  return events.flatMap((event) => (event.type === 'part' ? [event.part] : []));
}

/** One resource in one section, as the item or the unshown entry it becomes. */
export function shown(resource: object, code: string, supporting: readonly object[] = []) {
  const { resourceType, id } = { resourceType: '', id: 'one', ...resource };
  const events = read([
    patientLine,
    organisationLine,
    ...supporting,
    { id: 'one', ...resource },
    composition([section(code, [`${resourceType}/${id}`])]),
  ]);
  const parts = partsIn(events);
  return {
    events,
    items: parts.flatMap(({ items }): readonly Item[] => items),
    unshown: parts.flatMap(({ unshown }) => unshown),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

export function one(resource: object, code: string, supporting: readonly object[] = []): Item {
  const { items, unshown } = shown(resource, code, supporting);
  const [item, another] = items;
  if (!item || another) throw new Error(`not one item: ${JSON.stringify({ items, unshown })}`);
  return item;
}

export const sections = {
  problems: '11450-4',
  past: '11348-0',
  allergies: '48765-2',
  medications: '10160-0',
  immunisations: '11369-6',
  results: '30954-2',
  documents: '34109-9',
  vitals: '8716-3',
};

export function status(system: string, code: string) {
  return { coding: [{ system, code }] };
}
