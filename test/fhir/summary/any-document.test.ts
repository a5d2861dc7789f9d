import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, told, titles, without } from './documents.ts';
import { organisationLine, patientLine, subject, traced } from './sample.ts';

const condition = (text: string, more: object = {}) => ({
  resourceType: 'Condition',
  subject,
  code: { text },
  ...more,
});
const uuid = (end: string) => `urn:uuid:6b1f0d3e-0000-4000-8000-0000000000${end}`;

describe('any document that a Composition leads', () => {
  it('is read whatever its type, without a status, and wherever the Composition stands', () => {
    const { items, types } = told(
      bundle([
        patient,
        { resource: condition('Asthma', { id: 'c1' }) },
        { resource: letterhead([listing('Diagnosen', ['Condition/c1'])]) },
      ]),
    );
    expect(titles(items)).toEqual(['Asthma']);
    expect(types).toEqual(['report', 'part', 'finished']);
  });

  it('is not read where it was made in error', () => {
    const lead = letterhead([], { status: 'entered-in-error' });
    expect(told(bundle([{ resource: lead }, patient])).types).toEqual(['unusable']);
  });

  it('names its source by the organisation its author works for', () => {
    const role = {
      resourceType: 'PractitionerRole',
      id: 'r',
      organization: { reference: 'Organization/zzh-org' },
    };
    const author = [{ reference: 'PractitionerRole/r' }];
    const sent = [letterhead([], { author }), patientLine, role, organisationLine];
    const { reports } = told(bundle(sent.map((resource) => ({ resource }))));
    expect(reports.at(-1)).toMatchObject({ source: { id: 'ZZH' }, state: 'answered' });
  });

  it('takes whom it is about for the subject of what says nothing of that', () => {
    const noSubject = { resourceType: 'Condition', id: 'c1', code: { text: 'Gout' } };
    const sections = [listing('Problems', ['Condition/c1'])];
    const read = (lead: object) =>
      told(bundle([{ resource: lead }, patient, { resource: noSubject }]));
    const said = letterhead(sections);
    const unsaid = without(said, 'subject');
    expect(titles(read(said).items)).toEqual(['Gout']);
    expect(read(unsaid)).toMatchObject({
      items: [],
      unshown: [{ because: 'malformed', section: 'problem' }],
    });
  });

  it('closes where one resource is about somebody else', () => {
    const other = condition('Theirs', { id: 'c9', subject: { reference: 'Patient/other' } });
    const sent = [{ resource: letterhead([]) }, patient, { resource: other }];
    expect(told(bundle(sent)).types).toEqual(['wrong-patient']);
    const unlisted = { resource: { ...patientLine, id: 'other' } };
    expect(told(bundle([patient, unlisted], { type: 'collection' })).types).toEqual([
      'wrong-patient',
    ]);
  });

  it('knows a Patient without an id by the address it stands at, and by no other', () => {
    const nameless = without(patientLine, 'id', 'identifier');
    const at = (fullUrl: string) => {
      const about = { reference: fullUrl };
      return told(
        bundle([
          { fullUrl, resource: nameless },
          { resource: condition('Asthma', { id: 'c1', subject: about }) },
          { resource: letterhead([listing('x', ['Condition/c1'])], { subject: about }) },
        ]),
      );
    };
    expect(titles(at('https://fhir.example/r4/Patient/opaque-1').items)).toEqual(['Asthma']);
    expect(at('https://fhir.example/r4/Patient/other').types).toEqual(['wrong-patient']);
    expect(at(uuid('09')).types).toEqual(['wrong-patient']);
    const byUuid = { ...traced, ref: uuid('09').slice(9) as typeof traced.ref };
    const sent = bundle([{ fullUrl: uuid('09'), resource: nameless }], { type: 'collection' });
    expect(told(sent, byUuid).types).toContain('finished');
  });
});

describe('a Bundle without a Composition', () => {
  it.each(['collection', 'searchset', 'transaction', 'batch', 'history', undefined])(
    'of type %s is read by what its resources are',
    (type) => {
      const resources = [
        condition('Asthma', { id: 'c' }),
        { resourceType: 'Organization', id: 'o', name: 'Clinic' },
        { resourceType: 'Encounter', id: 'e', status: 'finished', subject, class: { code: 'AMB' } },
        { resourceType: 'Claim', id: 'x', patient: subject },
      ];
      const sent = [patient, ...resources.map((resource) => ({ resource }))];
      const { items, types } = told(bundle(sent, { type }));
      expect(items.map(({ kind }) => kind)).toEqual(['problem', 'encounter']);
      expect(types).toContain('finished');
    },
  );

  it('shows the newest version of a resource; what it replaced is no loss', () => {
    const version = (text: string, lastUpdated: string) => ({
      fullUrl: 'https://a.example/fhir/Condition/c1',
      resource: condition(text, { id: 'c1', meta: { lastUpdated } }),
    });
    const older = version('Suspected', '2026-01-01T00:00:00Z');
    const newer = version('Confirmed', '2026-02-01T00:00:00Z');
    for (const order of [
      [newer, older],
      [older, newer],
    ]) {
      const { items, unshown } = told(bundle([patient, ...order], { type: 'history' }));
      expect(titles(items)).toEqual(['Confirmed']);
      expect(unshown).toEqual([]);
    }
  });

  it('counts what stands in place of a resource', () => {
    const { unshown } = told(bundle([patient, { resource: 'text' }, {}], { type: 'collection' }));
    const entry = { because: 'malformed', section: 'unknown' };
    expect(unshown).toMatchObject([entry, entry]);
  });
});
