import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, told, titles } from './documents.ts';
import { subject } from './sample.ts';

const condition = (text: string, more: object = {}) => ({
  resourceType: 'Condition',
  subject,
  code: { text },
  ...more,
});

describe('sections', () => {
  const read = (sections: unknown, resources: readonly object[] = []) =>
    told(
      bundle([
        { resource: letterhead(sections) },
        patient,
        ...resources.map((resource) => ({ resource })),
      ]),
    );
  const div = '<div xmlns="http://www.w3.org/1999/xhtml">Toxic reaction to stings</div>';

  it('of the Summary Care Record are known by their headers', () => {
    const code = { coding: [{ code: 'AllergiesHeader' }] };
    const { texts, unshown } = read([
      { title: 'Reactions', code, text: { status: 'generated', div } },
    ]);
    expect(texts).toMatchObject([
      { section: 'allergy', title: 'Reactions', onlyText: true, narrative: { xhtml: div } },
    ]);
    expect(unshown).toMatchObject([{ section: 'allergy', because: 'not-understood' }]);
  });

  it('without a code are known by their words, and else keep their title', () => {
    const text = { status: 'additional', div };
    const { texts } = read([
      { title: 'Allergies', text },
      { title: 'Patientenwünsche', text },
    ]);
    expect(texts.map(({ section, title }) => [section, title])).toEqual([
      ['allergy', 'Allergies'],
      ['other', 'Patientenwünsche'],
    ]);
  });

  it('whose text may say more than the entries keep it; one that is generated does not', () => {
    const asthma = condition('Asthma', { id: 'c1' });
    const texts = (status: string) =>
      read([listing('Problems', ['Condition/c1'], { text: { status, div } })], [asthma]).texts;
    expect(texts('additional')).toMatchObject([{ section: 'problem', onlyText: false }]);
    expect(texts('generated')).toEqual([]);
  });

  it.each([
    ['a number', 7],
    ['entries that are no list', { title: 'Allergies', entry: 'x' }],
    ['a reason that is none', { title: 'Allergies', emptyReason: 7 }],
  ])('that can not be read (%s) cost themselves alone, and are counted', (_, broken) => {
    const asthma = condition('Asthma', { id: 'c1' });
    const { items, unshown } = read([broken, listing('Problems', ['Condition/c1'])], [asthma]);
    expect(titles(items)).toEqual(['Asthma']);
    expect(unshown).toMatchObject([{ because: 'malformed' }]);
  });

  it('an entry that is no reference is counted', () => {
    expect(read([{ title: 'Problems', entry: [7] }]).unshown).toMatchObject([
      { because: 'malformed', section: 'problem' },
    ]);
  });
});

describe('what is spelt in other ways', () => {
  const read = (resource: object) => {
    const sent = [patient, { resource: { id: 'x', ...resource } }];
    return told(bundle(sent, { type: 'collection' }));
  };
  const drug = {
    resourceType: 'MedicationStatement',
    status: 'active',
    subject,
    medicationCodeableConcept: { text: 'Ramipril' },
  };

  it('partial dates stay partial; nulls and extensions beside primitives do no harm', () => {
    const { items } = read(
      condition('Asthma', {
        onsetDateTime: '1998',
        _recordedDate: { extension: [{ url: 'x', valueCode: 'unknown' }] },
        code: {
          coding: [{ system: 'http://snomed.info/sct', code: '195967001', _display: {} }],
          text: 'Asthma',
        },
      }),
    );
    expect(items).toMatchObject([{ title: 'Asthma', date: { iso: '1998', precision: 'year' } }]);
  });

  it.each([
    ['a note', { note: 'a string' }],
    ['an identifier', { identifier: 7 }],
    ['a narrative', { text: [] }],
    ['an author', { informationSource: 'Dr X' }],
    ['a category', { category: 7 }],
    ['meta', { meta: 'x' }],
  ])('%s of the wrong shape is left out, and the item stays', (_, broken) => {
    expect(titles(read({ ...drug, ...broken }).items)).toEqual(['Ramipril']);
  });

  it.each([
    ['a dose', { dosage: 7 }],
    ['a status', { status: 7 }],
    ['what it is', { medicationCodeableConcept: 'Ramipril' }],
  ])('%s of the wrong shape costs the item, which is counted', (_, broken) => {
    expect(read({ ...drug, ...broken })).toMatchObject({
      items: [],
      unshown: [{ because: 'malformed', section: 'medication' }],
    });
  });
});
