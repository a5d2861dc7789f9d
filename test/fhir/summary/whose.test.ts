import { describe, expect, it } from 'vitest';
import { documentEvents } from '../../../src/fhir/summary/bundle.ts';
import { summaryReader } from '../../../src/fhir/summary/reader.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import {
  composition,
  lastLine,
  organisationLine,
  patientLine,
  read,
  section,
  sections,
  shown,
  subject,
  traced,
} from './sample.ts';

const condition = { resourceType: 'Condition', id: 'c1', subject, code: { text: 'Asthma' } };
const commit = composition([section(sections.problems, ['Condition/c1'])]);
const types = (lines: readonly unknown[]) => read(lines).map(({ type }) => type);
const other = { reference: 'Patient/somebody-else' };
const start = [patientLine, organisationLine];

describe('a patient line labelled restricted closes the record', () => {
  const labelled = (code: string) => ({
    ...patientLine,
    meta: { security: [{ system: codeSystem.confidentiality, code }] },
  });

  it.each(['R', 'V'])('%s, in a stream and in a document', (code) => {
    expect(types([labelled(code), organisationLine, condition, commit])).toEqual(['restricted']);
    const resources = [lastLine, labelled(code), organisationLine, condition];
    const entry = resources.map((resource) => ({ resource }));
    const bundle = { resourceType: 'Bundle', type: 'document', entry };
    expect([...documentEvents(bundle, traced)]).toEqual([{ type: 'restricted' }]);
  });

  it('labels that can not be read, too', () => {
    const meta = { security: [{ system: 7, code: 'N' }] };
    expect(types([{ ...patientLine, meta }, organisationLine, condition, commit])).toEqual([
      'restricted',
    ]);
  });

  it('R opens where the trace had said so and the launch went on by policy; V never', () => {
    const known = { ...traced, restricted: 'restricted' } as const;
    const told = (code: string) => {
      const reader = summaryReader(known);
      const lines = [labelled(code), organisationLine, condition, commit];
      return lines.flatMap((line) => [...reader.push(line)]).map(({ type }) => type);
    };
    expect(told('R')).toContain('part');
    expect(told('V')).toEqual(['restricted']);
    const entry = [lastLine, labelled('R'), organisationLine, condition].map((resource) => ({
      resource,
    }));
    const bundle = { resourceType: 'Bundle', type: 'document', entry };
    const events = [...documentEvents(bundle, known)].map(({ type }) => type);
    expect(events).not.toContain('restricted');
    expect(events).toContain('finished');
  });

  it('normal confidentiality does not', () => {
    expect(types([labelled('N'), organisationLine, condition, commit])).toContain('part');
  });
});

const otherNumber = { system: patientLine.identifier[0]?.system, value: '9990000026' };
const ownNumber = `${patientLine.identifier[0]?.system ?? ''}|${traced.nhsNumber}`;

describe('another patient’s data closes the record', () => {
  it.each([
    ['the first line', { ...patientLine, id: 'somebody-else' }, []],
    [
      'the NHS number of the first line',
      {
        ...patientLine,
        identifier: [{ system: patientLine.identifier[0]?.system, value: '9990000026' }],
      },
      [],
    ],
    ['a second Patient', patientLine, [{ resourceType: 'Patient', id: 'somebody-else' }]],
    ['a subject', patientLine, [{ ...condition, subject: other }]],
    [
      'a subject at another server',
      patientLine,
      [{ ...condition, subject: { reference: 'https://elsewhere.test/Patient/opaque-1' } }],
    ],
    [
      'a subject given by NHS number',
      patientLine,
      [
        {
          ...condition,
          subject: {
            identifier: { system: patientLine.identifier[0]?.system, value: '9990000026' },
          },
        },
      ],
    ],
    [
      'a subject whose number contradicts its reference',
      patientLine,
      [
        {
          ...condition,
          subject: {
            ...subject,
            identifier: { system: patientLine.identifier[0]?.system, value: '9990000026' },
          },
        },
      ],
    ],
    [
      'a subject whose number can not be one',
      patientLine,
      [
        {
          ...condition,
          subject: {
            ...subject,
            identifier: { system: patientLine.identifier[0]?.system, value: '12' },
          },
        },
      ],
    ],
    [
      'a patient deep inside',
      patientLine,
      [{ ...condition, extension: [{ valueReference: other }] }],
    ],
    [
      'a contained Patient',
      patientLine,
      [
        {
          ...condition,
          contained: [{ resourceType: 'Patient', id: 'p' }],
          subject: { reference: '#p' },
        },
      ],
    ],
    [
      'a contained Patient whom nothing refers to',
      patientLine,
      [{ ...condition, contained: [{ resourceType: 'Patient', id: 'p' }] }],
    ],
    [
      'a resource of a kind we do not show',
      patientLine,
      [{ resourceType: 'Encounter', id: 'e', subject: other }],
    ],
    [
      'a subject given by a number of another system',
      patientLine,
      [{ ...condition, subject: { identifier: { system: 'x', value: '43' } } }],
    ],
    [
      'a subject of another type whose number contradicts it',
      patientLine,
      [{ ...condition, subject: { ...subject, type: 'Person', identifier: otherNumber } }],
    ],
    [
      'an asserter that is a Patient by type alone',
      patientLine,
      [{ ...condition, asserter: { type: 'Patient', identifier: { system: 'x', value: '43' } } }],
    ],
    [
      'a Patient by type, at an address of no kind',
      patientLine,
      [{ ...condition, asserter: { type: 'Patient', reference: 'urn:uuid:somebody' } }],
    ],
    [
      'a search for another patient',
      patientLine,
      [{ ...condition, asserter: { reference: 'Patient?identifier=x|43' } }],
    ],
    [
      'a search for another patient at an address',
      patientLine,
      [{ ...condition, asserter: { reference: 'https://elsewhere.test/Patient?_id=43' } }],
    ],
    [
      'somebody else’s NHS number inside a reference',
      patientLine,
      [{ ...condition, extension: [{ valueReference: { identifier: otherNumber } }] }],
    ],
    ['the Composition', patientLine, [{ ...commit, subject: other }]],
  ])('%s', (_, first, lines) => {
    expect(types([first, organisationLine, ...lines]).at(-1)).toBe('wrong-patient');
  });

  it('takes a logical reference with the traced NHS number for the patient', () => {
    const byNumber = { identifier: patientLine.identifier[0] };
    expect(shown({ ...condition, subject: byNumber }, sections.problems).items).toHaveLength(1);
  });

  it('takes a reference with the traced NHS number, or a local one, beside it', () => {
    const local = { system: 'https://example.org/hospital-number', value: '42' };
    for (const identifier of [patientLine.identifier[0], local]) {
      const both = { ...condition, subject: { ...subject, identifier } };
      expect(shown(both, sections.problems).items).toHaveLength(1);
    }
  });

  it.each([
    ['by type and NHS number', { type: 'Patient', identifier: patientLine.identifier[0] }],
    ['by a search for the number', { reference: `Patient?identifier=${ownNumber}` }],
    ['by an encoded search', { reference: `Patient?identifier=${encodeURIComponent(ownNumber)}` }],
    ['by type and in words alone', { type: 'Patient', display: 'The patient' }],
  ])('takes an asserter named %s for the patient', (_, asserter) => {
    expect(shown({ ...condition, asserter }, sections.problems).items).toHaveLength(1);
  });

  it('a relative with a number of their own is not another patient', () => {
    for (const asserter of [
      { type: 'RelatedPerson', identifier: otherNumber },
      { reference: 'RelatedPerson/r', identifier: otherNumber },
    ]) {
      expect(shown({ ...condition, asserter }, sections.problems).items).toHaveLength(1);
    }
  });

  it('a relative is not another patient', () => {
    const relative = { resourceType: 'RelatedPerson', id: 'r', patient: subject };
    expect(types([...start, relative])).toEqual([]);
  });
});
