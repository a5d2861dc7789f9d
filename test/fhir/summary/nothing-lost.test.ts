/** What used to fall between two stools: named by words alone, without a title, not sent. */
import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, titles, told } from './documents.ts';
import { one, patientLine, read, sections, shown, subject } from './sample.ts';

const code = { text: 'Something' };

function listed(
  ...resources: readonly (Record<string, unknown> & { resourceType: string; id: string })[]
) {
  const names = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  const sent = resources.map((resource) => ({ resource }));
  return told(bundle([{ resource: letterhead([listing('Letter', names)]) }, patient, ...sent]));
}

describe('a subject', () => {
  const asthma = { resourceType: 'Condition', id: 'c1', code: { text: 'Asthma' } };
  const fall = { resourceType: 'Condition', id: 'c2', subject, code: { text: 'Fall' } };

  it('in words alone names nobody: that entry can not be shown, the others are', () => {
    const { types, items, unshown } = listed({ ...asthma, subject: { display: 'Aryan' } }, fall);
    expect(types).toEqual(['report', 'part', 'finished']);
    expect(titles(items)).toEqual(['Fall']);
    expect(unshown).toMatchObject([{ what: 'Letter: condition', because: 'not-understood' }]);
  });

  it('in words alone does not close a stream either', () => {
    const { events, items, unshown } = shown(
      { ...asthma, subject: { display: 'Aryan' } },
      sections.problems,
    );
    expect(events.map(({ type }) => type)).not.toContain('wrong-patient');
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'not-understood' }]);
  });

  const local = { system: 'https://example.org/hospital-number', value: '42' };
  const ours = {
    resource: { ...patientLine, identifier: [...patientLine.identifier, local] },
  };
  const about = (identifier: object) =>
    told(
      bundle([
        { resource: letterhead([listing('Letter', ['Condition/c1'])]) },
        ours,
        { resource: { ...asthma, subject: { identifier } } },
      ]),
    );

  it('by an identifier the traced Patient carries is the patient', () => {
    expect(titles(about(local).items)).toEqual(['Asthma']);
  });

  it('by such an identifier in a stream is the patient', () => {
    const lines = [ours.resource, { ...asthma, subject: { identifier: local } }];
    expect(read(lines)).toEqual([]);
  });

  it.each([
    ['another number', { ...local, value: '43' }],
    ['another system', { ...local, system: 'https://example.org/other' }],
    ['no system', { value: '42' }],
    ['a number that is no longer used', { ...local, use: 'old' }],
    ['an identifier without a value', { system: local.system }],
  ])('by %s is somebody else, and closes the record', (_, identifier) => {
    expect(about(identifier).types).toEqual(['wrong-patient']);
  });

  it('by such an identifier beside a reference to somebody else is somebody else', () => {
    const both = { reference: 'Patient/other', identifier: local };
    const sent = told(
      bundle([{ resource: letterhead([]) }, ours, { resource: { ...asthma, subject: both } }]),
    );
    expect(sent.types).toEqual(['wrong-patient']);
  });
});

describe('a title that nobody wrote', () => {
  const step = (description: string) => ({ detail: { description } });
  it.each([
    ['CarePlan', { activity: [step('Weigh daily'), step('Call us')] }, 'Weigh daily'],
    ['CarePlan', {}, 'Care plan'],
    ['DeviceUseStatement', { device: { display: 'Hearing aid' } }, 'Hearing aid'],
    ['DeviceUseStatement', {}, 'Device, kind not stated'],
    ['Device', { modelNumber: 'PX-200' }, 'PX-200'],
    ['Device', { definition: { display: 'Walking frame' } }, 'Walking frame'],
    ['Device', {}, 'Device, kind not stated'],
    ['DetectedIssue', { evidence: [{ code: [{ text: 'Rash' }] }] }, 'Rash'],
    ['DetectedIssue', { status: 'final' }, 'Issue, kind not stated'],
    ['Procedure', { status: 'completed' }, 'Procedure, kind not stated'],
  ])('%s %j is shown as "%s"', (resourceType, more, title) => {
    const { items, unshown } = listed({ resourceType, id: 'x', ...about(resourceType), ...more });
    expect(unshown).toEqual([]);
    expect(titles(items)).toEqual([title]);
  });

  function about(type: string) {
    return type === 'DetectedIssue' ? { patient: subject } : { subject };
  }

  it('leaves a procedure its own words', () => {
    const text = { status: 'additional', div: '<div>Appendix out, 2004</div>' };
    const item = one({ resourceType: 'Procedure', status: 'completed', subject, text }, '47519-4');
    expect(item.narrative?.xhtml).toContain('Appendix out');
  });
});

describe('a medicine whose product did not come', () => {
  const nameless = {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    subject,
    medicationReference: { reference: 'Medication/elsewhere' },
    text: { status: 'generated', div: '<div>Methotrexate 15 mg on Mondays</div>' },
  };

  it('is no medicine on the list, and its words can be asked for', () => {
    const { items, unshown, texts } = listed(nameless);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ what: 'Medicine', section: 'medication' }]);
    expect(texts).toMatchObject([
      { section: 'medication', narrative: { xhtml: nameless.text.div }, onlyText: false },
    ]);
  });

  it('says nothing where it was entered in error', () => {
    expect(listed({ ...nameless, status: 'entered-in-error' }).texts).toEqual([]);
  });
});

describe('results that a report groups', () => {
  const report = { resourceType: 'DiagnosticReport', id: 'd1', status: 'final', subject, code };
  const result = (id: string) => ({ reference: `Observation/${id}` });
  const potassium = {
    ...{ resourceType: 'Observation', id: 'o1', status: 'final', subject },
    code: { text: 'Potassium' },
    valueQuantity: { value: 6.1, unit: 'mmol/L' },
  };

  it('and that were not sent are said not to have been', () => {
    const { items } = listed({ ...report, result: [result('gone'), result('lost')] });
    expect(items).toMatchObject([
      { title: 'Something', note: 'The results of this report were not sent' },
    ]);
  });

  it('and of which some were not sent are listed, with what is missing', () => {
    const { items } = listed({ ...report, result: [result('o1'), result('gone')] }, potassium);
    expect(titles(items).sort()).toEqual(['Potassium', 'Something']);
    expect(items.find(({ title }) => title === 'Something')).toMatchObject({
      note: '1 of the 2 results of this report were not sent',
    });
  });

  it('stand on their own where all were sent', () => {
    expect(titles(listed({ ...report, result: [result('o1')] }, potassium).items)).toEqual([
      'Potassium',
    ]);
  });

  const inside = { ...report, contained: [potassium], result: [{ reference: '#o1' }] };

  it('are found where the report contains them', () => {
    expect(listed(inside).items).toMatchObject([
      { title: 'Potassium', panel: { title: 'Something' } },
    ]);
    expect(titles(told(bundle([patient, { resource: inside }])).items)).toEqual(['Potassium']);
  });

  it('come with the report as its source wrote it, to be opened', () => {
    const form = { contentType: 'application/pdf', url: 'Binary/b1', title: 'CT report' };
    const { items } = listed({ ...report, presentedForm: [form, { title: 'Images' }] });
    expect(items).toMatchObject([
      {
        attachments: [{ url: 'Binary/b1', contentType: 'application/pdf', title: 'CT report' }],
        note: 'The full report is held by the source',
      },
    ]);
  });

  it('are not shown from a report that is not understood', () => {
    const { items, unshown } = listed({ ...inside, modifierExtension: [{ url: 'x' }] });
    expect(items).toEqual([]);
    expect(unshown).toHaveLength(2);
  });
});

describe('what a section lists, whatever it is', () => {
  it.each(['AuditEvent', 'MessageHeader', 'Provenance', 'Binary'])(
    '%s is shown',
    (resourceType) => {
      const { items } = listed({ resourceType, id: 'x' });
      expect(items).toMatchObject([{ kind: 'other' }]);
    },
  );

  it('a recording is said to be held by its source', () => {
    const valueSampledData = { origin: { value: 0 }, period: 10, dimensions: 1, data: '1 2 3' };
    const ecg = { resourceType: 'Observation', id: 'e', status: 'final', subject, code };
    expect(listed({ ...ecg, valueSampledData }).items).toMatchObject([
      { value: 'Sent as a recording that can not be shown here', measure: null },
    ]);
  });
});
