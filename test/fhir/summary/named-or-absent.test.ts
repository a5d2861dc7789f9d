/** "None" and "not known" where a fact is named beside them. */
import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, sections, shown, status, subject } from './sample.ts';

const allergy = {
  resourceType: 'AllergyIntolerance',
  subject,
  patient: subject,
  clinicalStatus: status(clinicalSystem.allergyClinical, 'active'),
};
const none = { system: codeSystem.snomed, code: '716186003', display: 'No known allergy' };
const penicillin = { system: codeSystem.snomed, code: '91936005', display: 'Penicillin allergy' };

describe('“no known allergies” beside an allergy', () => {
  const rash = { manifestation: [{ text: 'Rash' }] };

  it.each([
    ['another code', { coding: [none, penicillin] }, [], 'No known allergy; Penicillin allergy'],
    [
      'words that go on',
      { coding: [none], text: 'No known allergies except penicillin' },
      [],
      'No known allergies except penicillin; No known allergy',
    ],
    ['words of another thing', { coding: [none], text: 'Latex' }, [], 'Latex; No known allergy'],
    ['a reaction', { coding: [none] }, [rash], 'No known allergy'],
    [
      'a reaction to something',
      { coding: [none] },
      [{ ...rash, substance: { text: 'Latex' } }],
      'No known allergy; Latex',
    ],
    [
      'a display that goes on',
      { coding: [{ ...none, display: 'No known allergies but latex' }] },
      [],
      'No known allergies but latex',
    ],
    [
      'a translation that says more',
      { coding: [none, { system: 'https://example.org/local', code: '7', display: 'Latex' }] },
      [],
      'No known allergy; Latex',
    ],
  ])('in %s is an allergy in all its words, and asserts nothing', (_, code, reaction, title) => {
    const item = one({ ...allergy, code, reaction }, sections.allergies);
    expect(item).toMatchObject({ assertion: 'allergy', title });
    expect(item.codes.map((each) => each.code)).not.toContain('716186003');
  });

  it.each([
    ['nothing', { coding: [none] }],
    ['its own display', { coding: [none], text: 'No known allergy' }],
    ['the usual words', { coding: [none], text: 'No Known Allergies.' }],
    [
      'a translation of it',
      { coding: [none, { system: 'https://example.org/local', display: 'Nil known allergies' }] },
    ],
  ])('with %s it is still asserted', (_, code) => {
    const item = one({ ...allergy, code, reaction: [{}] }, sections.allergies);
    expect(item).toMatchObject({ assertion: 'no-known-allergy' });
  });

  it('with words of one kind it speaks of that kind', () => {
    const item = one({ ...allergy, code: { coding: [none], text: 'NKDA' } }, sections.allergies);
    expect(item).toMatchObject({ assertion: 'no-known-of-kind' });
  });

  it('a problem beside “no current problems” is that problem', () => {
    const coding = [
      { system: codeSystem.snomed, code: '160245001', display: 'No current problems' },
      { system: 'https://example.org/local', code: 'A1', display: 'Asthma' },
    ];
    const sent = { resourceType: 'Condition', subject, code: { coding, text: 'Asthma' } };
    expect(one(sent, sections.problems).title).toBe('Asthma');
  });
});

describe('a name that is said not to be known', () => {
  const unknown = { system: clinicalSystem.dataAbsent, code: 'unknown', display: 'Unknown' };
  const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
  const extension = [{ url, valueCode: 'unknown' }];
  const condition = { resourceType: 'Condition', subject };

  it.each([
    ['words', { coding: [unknown], text: 'Chest pain' }],
    ['another code', { coding: [unknown, { ...penicillin, display: 'Chest pain' }] }],
    ['a code in another system', { coding: [unknown, { code: 'R07', display: 'Chest pain' }] }],
    ['words, in an extension', { extension, text: 'Chest pain' }],
  ])('beside %s is the fact they name', (_, code) => {
    const found = shown({ ...condition, code }, sections.problems);
    expect(found.items).toMatchObject([{ kind: 'problem', title: 'Chest pain' }]);
    expect(found.gaps).toEqual([]);
  });

  it('of an allergy is that of the substance that caused the reaction', () => {
    const reaction = [{ substance: { text: 'Latex' }, manifestation: [{ text: 'Rash' }] }];
    const item = one({ ...allergy, code: { coding: [unknown] }, reaction }, sections.allergies);
    expect(item).toMatchObject({ title: 'Latex', assertion: 'allergy' });
  });

  it.each([
    ['nothing', { coding: [unknown] }],
    ['its own words', { coding: [unknown], text: 'Unknown' }],
    ['words that say no more', { extension, text: 'Asked but unknown' }],
  ])('with %s is a gap', (_, code) => {
    const { items, gaps } = shown({ ...condition, code }, sections.problems);
    expect(items).toEqual([]);
    expect(gaps).toMatchObject([{ section: 'problem', reason: 'not-known' }]);
  });

  it('is withheld where it is masked, whatever stands beside it', () => {
    const coding = [{ ...unknown, code: 'masked', display: 'Masked' }];
    const { items, gaps } = shown(
      { ...condition, code: { coding, text: 'HIV' } },
      sections.problems,
    );
    expect(items).toEqual([]);
    expect(gaps).toMatchObject([{ section: 'problem', reason: 'withheld' }]);
  });
});
