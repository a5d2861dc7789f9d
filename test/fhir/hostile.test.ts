import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientRef } from '../../src/domain/person.ts';
import { accessLog } from '../../src/fhir/gate/access-log.ts';
import { isCapable } from '../../src/fhir/gate/capability.ts';
import { hostPatient } from '../../src/fhir/gate/host-patient.ts';
import { dissentIn, earlierOpenings } from '../../src/fhir/gate/standing.ts';
import { traceOutcome } from '../../src/fhir/gate/trace-outcome.ts';
import { practitionerUser } from '../../src/fhir/gate/user.ts';
import { spineCodes } from '../../src/fhir/spine.ts';
import { documentEvents } from '../../src/fhir/summary/bundle.ts';
import {
  composition,
  organisationLine,
  partsIn,
  patientLine,
  read,
  section,
  subject,
  traced,
} from './summary/sample.ts';

const types = [
  'Condition',
  'AllergyIntolerance',
  'MedicationRequest',
  'MedicationStatement',
  'Immunization',
  'Observation',
  'DiagnosticReport',
  'DocumentReference',
];
const keys = [
  'code',
  'status',
  'clinicalStatus',
  'verificationStatus',
  'dosage',
  'dosageInstruction',
  'reaction',
  'valueQuantity',
  'component',
  'referenceRange',
  'note',
  'content',
  'vaccineCode',
  'medicationCodeableConcept',
  'meta',
  'contained',
  'result',
  'hasMember',
  'onsetAge',
  'constructor',
  '__proto__',
  'coding',
  'text',
  'value',
  'unit',
];
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 6 })), tie('any'), {
      maxKeys: 6,
    }),
  ),
})).any;

describe('whatever JSON arrives', () => {
  it('no resource makes the summary throw, and each is an item or is counted', () => {
    const code = fc.constantFrom('11450-4', '48765-2', '10160-0', '11369-6', '30954-2');
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom(...keys), json),
        code,
        (resourceType, body, section_) => {
          const resource = { ...body, resourceType, id: 'x', subject, patient: subject };
          const events = read([
            patientLine,
            organisationLine,
            resource,
            composition([section(section_, [`${resourceType}/x`])]),
          ]);
          const told = events.some((event) =>
            event.type === 'part'
              ? event.part.items.length + event.part.unshown.length + event.part.gaps.length > 0
              : event.type === 'wrong-patient',
          );
          const grouping = resourceType === 'DiagnosticReport';
          expect(told || grouping).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('no line and no document throws', () => {
    fc.assert(
      fc.property(json, (raw) => {
        expect(read([raw]).length + read([patientLine, raw]).length).toBeGreaterThanOrEqual(1);
        const [first] = documentEvents(raw, traced);
        expect(first?.type).toBe('unusable');
      }),
      { numRuns: 300 },
    );
  });

  it('no answer makes the gate throw, and none passes for a patient', () => {
    const ref = 'opaque-1' as PatientRef;
    const nobody = { system: '', value: '' };
    const now = new Date('2026-11-22T10:00:00Z');
    fc.assert(
      fc.property(json, (raw) => {
        expect(
          hostPatient(raw, { from: 'identifier', systems: [] }, { nhsNumbersInContext: [], now })
            .type,
        ).toBe('malformed');
        expect(
          practitionerUser(
            { fhirUser: '', practitioner: raw, roles: [raw], organisations: [raw] },
            now,
          ).type,
        ).toBe('malformed');
        expect(traceOutcome(raw, traced.nhsNumber, now).type).toBe('bad-answer');
        expect(dissentIn([raw], ref).type).toBe('bad-answer');
        expect(earlierOpenings([raw], ref, nobody).type).toBe('not-known');
        expect(accessLog([raw], ref, nobody).type).toBe('bad-answer');
        expect(isCapable(raw)).toBe(false);
        expect(spineCodes(raw)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('nesting without end is not understood, and nothing overflows', () => {
    let deep: object = {};
    for (let depth = 0; depth < 20_000; depth += 1) deep = { extension: [deep] };
    const resource = {
      resourceType: 'Condition',
      id: 'x',
      subject,
      code: { text: 'Asthma' },
      ...deep,
    };
    const events = read([
      patientLine,
      organisationLine,
      resource,
      composition([section('11450-4', ['Condition/x'])]),
    ]);
    expect(partsIn(events).flatMap(({ items }) => items)).toEqual([]);
    expect(partsIn(events).flatMap(({ unshown }) => unshown)).toHaveLength(1);
  });
});

const examples = fileURLToPath(new URL('../../../shared/data/ips/', import.meta.url));

describe.skipIf(!existsSync(examples))('published summaries of other countries', () => {
  it.each(existsSync(examples) ? readdirSync(examples) : [])('%s is read to its end', (file) => {
    const bundle = JSON.parse(readFileSync(`${examples}${file}`, 'utf8')) as {
      entry: { resource: { resourceType: string; id: string } }[];
    };
    const patient = bundle.entry.find(({ resource }) => resource.resourceType === 'Patient');
    const events = [
      ...documentEvents(bundle, { ...traced, ref: patient?.resource.id as PatientRef }),
    ];
    expect(events.at(-1)).toEqual({ type: 'finished' });
    expect([...documentEvents(bundle, traced)]).toEqual([{ type: 'wrong-patient' }]);
  });
});
