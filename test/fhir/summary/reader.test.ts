import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import {
  composition,
  lastLine,
  organisationLine,
  outcome,
  partsIn,
  patientLine,
  read,
  section,
  sections,
  shown,
  subject,
} from './sample.ts';

const condition = { resourceType: 'Condition', id: 'c1', subject, code: { text: 'Asthma' } };
const commit = composition([section(sections.problems, ['Condition/c1'])]);
const start = [patientLine, organisationLine];
const types = (lines: readonly unknown[]) => read(lines).map(({ type }) => type);

describe('the order of a stream', () => {
  it('shows nothing that no Composition has committed', () => {
    expect(types([...start, condition])).toEqual([]);
    expect(partsIn(read([...start, condition, commit])).flatMap(({ items }) => items)).toHaveLength(
      1,
    );
  });

  it('names a source with its own short name as soon as its part begins', () => {
    const [report] = read([...start, condition, commit]);
    expect(report).toMatchObject({
      type: 'report',
      report: { source: { id: 'ZZH', tag: 'OUH' }, state: 'asking' },
    });
  });

  it('tells how a source ended, and ends with the document’s own Composition', () => {
    expect(types([...start, condition, commit, outcome('answered'), lastLine])).toEqual([
      'report',
      'part',
      'report',
      'finished',
    ]);
  });

  it('says nothing after its end', () => {
    expect(types([...start, lastLine, condition, commit])).toEqual(['finished']);
  });

  it('a source that failed sends its failure only', () => {
    const events = read([patientLine, outcome('timeout', { severity: 'error', code: 'timeout' })]);
    expect(events).toMatchObject([
      {
        type: 'report',
        report: { state: 'timeout', source: { name: 'Oxford University Hospitals' } },
      },
    ]);
  });

  it('an issue of a kind we do not know is a failure, never an answer', () => {
    const events = read([
      patientLine,
      outcome('something-new', { severity: 'error', code: 'throttled' }),
    ]);
    expect(events).toMatchObject([{ report: { state: 'failed' } }]);
  });

  it('counts what was sent but never committed', () => {
    const [part] = partsIn(read([...start, condition, outcome('answered')]));
    expect(part).toMatchObject({ items: [], unshown: [{ because: 'not-understood' }] });
  });

  it('counts an entry that was promised and not sent', () => {
    const [part] = partsIn(read([...start, commit]));
    expect(part).toMatchObject({ items: [], unshown: [{ because: 'malformed' }] });
  });

  it('a bad resource costs that item alone', () => {
    const bad = { resourceType: 'Condition', id: 'bad', subject, code: 'not a concept' };
    const both = composition([section(sections.problems, ['Condition/c1', 'Condition/bad'])]);
    const parts = partsIn(read([...start, condition, bad, both]));
    expect(parts.flatMap(({ items }) => items)).toHaveLength(1);
    expect(parts.flatMap(({ unshown }) => unshown)).toHaveLength(1);
  });

  it.each([
    ['a line that is no resource', [patientLine, 42]],
    ['anything before the patient', [organisationLine, patientLine]],
    [
      'a Composition of another type',
      [...start, { ...commit, type: { coding: [{ system: codeSystem.loinc, code: '11503-0' }] } }],
    ],
    ['a Composition with a modifier', [...start, { ...commit, modifierExtension: [{ url: 'x' }] }]],
    [
      'an outcome of two sources at once',
      [
        patientLine,
        {
          ...outcome('answered'),
          issue: [...outcome('answered').issue, ...outcome('failed').issue],
        },
      ],
    ],
  ])('%s makes the answer unusable', (_, lines) => {
    expect(types(lines)).toEqual(['unusable']);
  });

  it('dissent recorded meanwhile closes the record', () => {
    const dissent = outcome('dissent', { severity: 'error', code: 'forbidden' });
    expect(types([...start, condition, commit, dissent, lastLine]).at(-1)).toBe('dissent');
  });
});

describe('gaps', () => {
  const withReason = (code: string) => {
    const emptyReason = { coding: [{ system: clinicalSystem.listEmptyReason, code }] };
    const events = read([
      ...start,
      composition([section(sections.allergies, [], { emptyReason })]),
    ]);
    return partsIn(events).flatMap(({ gaps }) => gaps);
  };

  it.each([
    ['nilknown', 'not-known'],
    ['withheld', 'withheld'],
    ['unavailable', 'unavailable'],
    ['notasked', 'not-asked'],
    ['something-new', 'not-known'],
  ])('an emptyReason of %s is a gap (%s), never “none”', (code, reason) => {
    expect(withReason(code)).toEqual([{ source: 'ZZH', section: 'allergy', reason }]);
  });

  it('a resource with a REDACTED label leaves a gap beside it', () => {
    const meta = { security: [{ system: clinicalSystem.observationValue, code: 'REDACTED' }] };
    expect(shown({ ...condition, meta }, sections.problems).gaps).toEqual([
      { source: 'ZZH', section: 'problem', reason: 'withheld' },
    ]);
  });

  it('a section in words only is not passed off as empty', () => {
    const events = read([
      ...start,
      composition([section(sections.allergies, [], { text: { div: 'Penicillin' } })]),
    ]);
    expect(partsIn(events)).toMatchObject([
      {
        unshown: [{ because: 'not-understood' }],
        texts: [{ section: 'allergy', source: 'ZZH', onlyText: true }],
      },
    ]);
  });

  it('texts of several rounds have keys of their own', () => {
    const text = { status: 'additional', div: '<div>x</div>' };
    const round = composition([section(sections.problems, [], { text })]);
    const texts = partsIn(read([...start, round, organisationLine, round])).flatMap(
      (part) => part.texts,
    );
    expect(new Set(texts.map(({ key }) => key)).size).toBe(2);
  });
});
