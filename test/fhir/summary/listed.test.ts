/** What a section lists: through a List, through a report, twice, or as what is no entry at all. */
import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, titles, told } from './documents.ts';
import { composition, organisationLine, partsIn, patientLine } from './sample.ts';
import { read, section, sections, subject } from './sample.ts';

const code = { text: 'Something' };
type Resource = Record<string, unknown> & { resourceType: string; id: string };

function document(title: string, entries: readonly string[], resources: readonly Resource[]) {
  const sent = resources.map((resource) => ({ resource }));
  return told(bundle([{ resource: letterhead([listing(title, entries)]) }, patient, ...sent]));
}

const asthma = { resourceType: 'Condition', id: 'c1', subject, code: { text: 'Asthma' } };
const fall = { resourceType: 'Condition', id: 'c2', subject, code: { text: 'Fall' } };

describe('a List that a section lists', () => {
  const to = (id: string, more: object = {}) => ({
    item: { reference: `Condition/${id}` },
    ...more,
  });
  const list = { resourceType: 'List', id: 'l', subject, status: 'current', mode: 'snapshot' };
  const listed = (entry: readonly object[], more: object = {}) =>
    document('Problems', ['List/l'], [{ ...list, entry, ...more }, asthma, fall]);

  it('is what it lists', () => {
    const { items, unshown, gaps } = listed([to('c1'), to('c2')]);
    expect(titles(items)).toEqual(['Asthma', 'Fall']);
    expect([unshown, gaps]).toEqual([[], []]);
  });

  it('does not list what was deleted from it', () => {
    const { items, unshown } = listed([to('c1', { deleted: true }), to('c2')]);
    expect(titles(items)).toEqual(['Fall']);
    expect(unshown).toMatchObject([{ what: 'In no section: condition' }]);
  });

  it.each([
    ['made in error', { status: 'entered-in-error' }],
    ['no longer in force', { status: 'retired' }],
    ['that a modifier changes', { modifierExtension: [{ url: 'x', valueBoolean: true }] }],
  ])('%s lists nothing; what it listed is counted', (_, more) => {
    const { items, unshown } = listed([to('c1'), to('c2')], more);
    expect(titles(items)).not.toContain('Asthma');
    expect(unshown.filter(({ what }) => what === 'In no section: condition')).toHaveLength(2);
  });

  it('counts what it lists and was not sent', () => {
    const { items, unshown } = listed([to('c1'), to('c3')]);
    expect(titles(items)).toEqual(['Asthma']);
    expect(unshown).toMatchObject([{ what: 'Problems: an entry was not sent' }, {}]);
  });

  it('that lists itself comes to an end', () => {
    const { items } = listed([{ item: { reference: 'List/l' } }, to('c1')]);
    expect(titles(items)).toEqual(['Asthma']);
  });
});

describe('what is no entry', () => {
  it('a section that lists the patient, or the document itself, says so', () => {
    const { items, unshown } = document('Problems', ['Patient/opaque-1', 'Condition/c1'], [asthma]);
    expect(titles(items)).toEqual(['Asthma']);
    expect(unshown).toMatchObject([{ what: 'Problems: patient', because: 'not-in-this-view' }]);
  });

  it('a resource of an empty type is counted', () => {
    const nameless = { fullUrl: 'urn:uuid:1', resource: { resourceType: '', id: 'n', subject } };
    const listed = listing('Problems', ['urn:uuid:1']);
    const { unshown } = told(bundle([{ resource: letterhead([listed]) }, patient, nameless]));
    expect(unshown).toMatchObject([{ what: 'Problems: unreadable entry', because: 'malformed' }]);
  });

  it.each([[null], ['x'], [{}], [5], [{ fullUrl: 'urn:uuid:1' }]])(
    'an entry of a Bundle that is %j is counted',
    (entry) => {
      const sent = [{ resource: letterhead([listing('Problems', [])]) }, patient, entry];
      expect(told(bundle(sent)).unshown).toMatchObject([
        { what: 'An entry without a resource that can be read' },
      ]);
    },
  );

  it('one that breaks its reader costs itself alone', () => {
    const broken = { ...asthma };
    Object.defineProperty(broken, 'recorder', {
      get: () => {
        throw new RangeError('out of range');
      },
    });
    const refs = ['Condition/c1', 'Condition/c2'];
    const { items, unshown, types } = document('Problems', refs, [broken, fall]);
    expect(titles(items)).toEqual(['Fall']);
    expect(unshown).toMatchObject([{ what: 'Problems: condition', because: 'malformed' }]);
    expect(types).toContain('finished');
  });
});

describe('what stands in a list of another kind', () => {
  it.each([
    ['Medicines', 'medication', { resourceType: 'Medication', id: 'x', code }],
    ['Medicines', 'medication', { resourceType: 'Basic', id: 'x', subject, code }],
    ['Problems', 'problem', { resourceType: 'Basic', id: 'x', subject, code }],
    [
      'Problems',
      'problem',
      { resourceType: 'Observation', id: 'x', subject, status: 'final', code },
    ],
  ])('keeps the %s from being called complete', (title, kind, resource) => {
    const { items, gaps } = document(title, [`${resource.resourceType}/x`], [resource]);
    expect(titles(items)).toEqual(['Something']);
    expect(gaps).toMatchObject([{ section: kind, reason: 'not-known' }]);
  });
});

describe('the results of a report', () => {
  const result = { resourceType: 'Observation', id: 'o', status: 'final', subject, code };
  const report = {
    ...{ resourceType: 'DiagnosticReport', id: 'r', status: 'final', subject },
    ...{ code: { text: 'Full blood count' }, result: [{ reference: 'Observation/o' }] },
  };

  it.each([
    ['withdrawn', { status: 'entered-in-error' }, 'Its report was withdrawn'],
    ['of no status we know', { status: 'odd' }, 'Its report could not be understood'],
    ['that a modifier changes', { implicitRules: 'x' }, 'Its report could not be understood'],
  ])('%s say so, and do not stand under its name', (_, more, note) => {
    const { items } = document('Results', ['DiagnosticReport/r'], [{ ...report, ...more }, result]);
    expect(items).toMatchObject([{ title: 'Something', panel: null, note }]);
  });

  it('say so through a panel as well', () => {
    const panel = { ...result, id: 'p', code: { text: 'Panel' }, hasMember: report.result };
    const withdrawn = {
      ...report,
      status: 'entered-in-error',
      result: [{ reference: 'Observation/p' }],
    };
    const { items } = document('Results', ['DiagnosticReport/r'], [withdrawn, panel, result]);
    const member = items.find(({ title }) => title === 'Something');
    expect(member).toMatchObject({ panel: { title: 'Panel' }, note: 'Its report was withdrawn' });
  });

  it('that holds say nothing of it', () => {
    const { items } = document('Results', ['DiagnosticReport/r'], [report, result]);
    expect(items).toMatchObject([{ panel: { title: 'Full blood count' }, note: null }]);
  });
});

describe('one name in two rounds of a stream', () => {
  it('is two things, each with a key of its own', () => {
    const round = (text: string, id: string) => [
      { ...asthma, code: { text } },
      composition([section(sections.problems, ['Condition/c1'])], { id }),
    ];
    const lines = [patientLine, organisationLine, ...round('Asthma', 'a'), ...round('Gout', 'b')];
    const items = partsIn(read(lines)).flatMap((part) => part.items);
    expect(titles(items)).toEqual(['Asthma', 'Gout']);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });

  it('is two things where no section lists them', () => {
    const lost = (id: string) => [fall, composition([], { id })];
    const unshown = partsIn(read([patientLine, organisationLine, ...lost('a'), ...lost('b')]));
    const keys = unshown.flatMap((part) => part.unshown.map(({ key }) => key));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('in a safeguarding section', () => {
  const guarded = { title: 'Safeguarding' };
  const sent = [
    { resourceType: 'RiskAssessment', status: 'final' },
    { resourceType: 'DocumentReference', status: 'current', description: 'x' },
    {
      resourceType: 'Observation',
      status: 'final',
      code,
      category: [{ coding: [{ code: 'laboratory' }] }],
    },
    { resourceType: 'DiagnosticReport', status: 'final', code, conclusion: 'x' },
    { resourceType: 'Condition', code, category: [{ coding: [{ code: 'problem-list-item' }] }] },
    { resourceType: 'CareTeam', status: 'active', name: 'x' },
    { resourceType: 'Procedure', status: 'completed', code },
    { resourceType: 'Encounter', status: 'finished', class: { code: 'IMP' } },
    { resourceType: 'ServiceRequest', status: 'active', intent: 'order', code },
    { resourceType: 'Consent', status: 'active', scope: code },
  ];

  it.each(sent)('a $resourceType is safeguarding, and nothing else', (resource) => {
    const full = { ...resource, id: 'x', subject, patient: subject };
    const { items } = document('Safeguarding', [`${resource.resourceType}/x`], [full]);
    expect(items).toMatchObject([{ kind: 'safeguarding' }]);
  });

  it('an allergy stays among the allergies', () => {
    const allergy = { resourceType: 'AllergyIntolerance', id: 'x', patient: subject, code };
    const { items } = document('Safeguarding', ['AllergyIntolerance/x'], [allergy]);
    expect(items).toMatchObject([{ kind: 'allergy' }]);
  });

  it.each([
    ['by its words, whatever its code', guarded, sections.problems],
    ['by its words beside a code that nobody knows', { title: 'Adult safeguarding' }, '99999-9'],
  ])('known %s', (_, more, loinc) => {
    const read = letterhead([section(loinc, ['Condition/c1'], more)]);
    const { items } = told(bundle([{ resource: read }, patient, { resource: asthma }]));
    expect(items).toMatchObject([{ kind: 'safeguarding' }]);
  });

  it('a problem list that only mentions it is none', () => {
    const read = letterhead([
      section(sections.problems, ['Condition/c1'], { title: 'Problems and safeguarding' }),
    ]);
    const { items } = told(bundle([{ resource: read }, patient, { resource: asthma }]));
    expect(items).toMatchObject([{ kind: 'problem' }]);
  });

  it('within it, and wherever else it is listed, it is safeguarding', () => {
    const inner = { ...guarded, section: [listing('Concerns', ['Condition/c1'])] };
    const all = [listing('Problems', ['Condition/c1']), inner];
    const { items } = told(bundle([{ resource: letterhead(all) }, patient, { resource: asthma }]));
    expect(items).toMatchObject([{ kind: 'safeguarding' }]);
  });
});
