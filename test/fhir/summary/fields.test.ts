import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, told } from './documents.ts';
import { one, sections, shown, subject } from './sample.ts';

const drug = { subject, medicationCodeableConcept: { text: 'Methotrexate 2.5mg tablets' } };
const statement = { ...drug, resourceType: 'MedicationStatement', status: 'active' };
const request = { ...drug, resourceType: 'MedicationRequest', status: 'active', intent: 'order' };
const gp = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-';

describe('medicines', () => {
  it('say course, quantity, last issue, route and who prescribed', () => {
    const item = one(
      {
        ...request,
        authoredOn: '2026-10-28',
        requester: { reference: 'PractitionerRole/pr' },
        extension: [
          { url: `${gp}PrescriptionType-1`, valueCodeableConcept: { text: 'Repeat' } },
          { url: `${gp}MedicationStatementLastIssueDate-1`, valueDateTime: '2026-11-01' },
        ],
        dispenseRequest: { quantity: { value: 24, unit: 'tablet' } },
        dosageInstruction: [{ text: 'Six tablets once a week', route: { text: 'Oral' } }],
      },
      sections.medications,
      [
        {
          resourceType: 'PractitionerRole',
          id: 'pr',
          practitioner: { reference: 'Practitioner/p' },
        },
        { resourceType: 'Practitioner', id: 'p', name: [{ family: 'Stanford', prefix: ['Dr'] }] },
      ],
    );
    expect(item).toMatchObject({
      course: 'Repeat',
      quantity: '24 tablet',
      lastIssued: { iso: '2026-11-01' },
      route: 'Oral',
      author: 'Dr Stanford',
    });
  });

  it('add the days and times that the words leave out, and repeat none', () => {
    const repeat = { dayOfWeek: ['mon'], timeOfDay: ['08:00:00'] };
    const dose = (text: string) =>
      one({ ...statement, dosage: [{ text, timing: { repeat } }] }, sections.medications);
    expect(dose('15 mg weekly')).toMatchObject({ dose: '15 mg weekly, on Monday at 08:00' });
    expect(dose('15 mg on Monday at 08:00')).toMatchObject({ dose: '15 mg on Monday at 08:00' });
  });

  it('that were handed out or given are not for that current', () => {
    const dispensed = { ...drug, resourceType: 'MedicationDispense', status: 'completed' };
    const given = { ...drug, resourceType: 'MedicationAdministration', status: 'completed' };
    const dosage = { dose: { value: 15, unit: 'mg' } };
    expect(one({ ...dispensed, whenHandedOver: '2026-11-02' }, sections.medications)).toMatchObject(
      {
        status: 'not-stated',
        lastIssued: { iso: '2026-11-02' },
        note: expect.stringContaining('Dispensed') as unknown,
      },
    );
    expect(one({ ...given, dosage }, sections.medications)).toMatchObject({
      status: 'not-stated',
      dose: '15 mg',
    });
    expect(one({ ...given, status: 'not-done' }, sections.medications)).toMatchObject({
      status: 'not-taken',
    });
  });

  it.each([
    ['MedicationDispense', 'declined'],
    ['MedicationDispense', 'cancelled'],
    ['MedicationAdministration', 'not-done'],
  ])('a medicine that was declined was not taken: %s, %s', (resourceType, status) => {
    const sent = { ...drug, resourceType, status };
    expect(one(sent, sections.medications)).toMatchObject({ status: 'not-taken' });
  });
});

const quantity = (value: number, unit: string) => ({ value, unit });
const observation = (id: string, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject,
  code: { text: id },
  ...more,
});

describe('numbers that can be drawn', () => {
  it('keep value, unit and the source’s own limits in that unit', () => {
    const referenceRange = [{ low: quantity(3.5, 'mmol/L'), high: quantity(5.3, 'mmol/L') }];
    const valueQuantity = { ...quantity(6.1, 'mmol/L'), comparator: '>' };
    expect(
      one(observation('Potassium', { valueQuantity, referenceRange }), sections.results),
    ).toMatchObject({
      measure: { value: 6.1, comparator: '>', unit: 'mmol/L', low: 3.5, high: 5.3 },
    });
  });

  it.each([
    ['in another unit', [{ low: quantity(13, 'g/dL'), high: quantity(17, 'g/dL') }]],
    [
      'of more than one kind of people',
      [{ low: quantity(120, 'g/L') }, { low: quantity(130, 'g/L') }],
    ],
  ])('have no band from limits %s', (_, referenceRange) => {
    const valueQuantity = quantity(168, 'g/L');
    expect(
      one(observation('Haemoglobin', { valueQuantity, referenceRange }), sections.results),
    ).toMatchObject({ measure: { value: 168, low: null, high: null } });
  });

  it('stand in each part of what has several', () => {
    const component = [
      { code: { text: 'Systolic' }, valueQuantity: quantity(182, 'mmHg') },
      { code: { text: 'Diastolic' }, valueQuantity: quantity(96, 'mmHg') },
    ];
    expect(one(observation('Blood pressure', { component }), sections.vitals)).toMatchObject({
      kind: 'vital',
      measure: null,
      parts: [
        { title: 'Systolic', value: '182 mmHg', measure: { value: 182 } },
        { title: 'Diastolic', value: '96 mmHg', measure: { value: 96 } },
      ],
    });
  });
});

describe('panels', () => {
  it('all members know the nearest report or panel by one key and title', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      subject,
      code: { text: 'Blood tests' },
      result: ['panel', 'crp'].map((id) => ({ reference: `Observation/${id}` })),
    };
    const hasMember = ['hb', 'wbc'].map((id) => ({ reference: `Observation/${id}` }));
    const all = [
      report,
      observation('panel', { hasMember }),
      ...['hb', 'wbc', 'crp'].map((id) => observation(id)),
    ];
    // The results stand in the section before the report that groups them.
    const lead = letterhead([listing('Results', ['Observation/hb', 'DiagnosticReport/report'])]);
    const { items } = told(bundle([patient, ...[lead, ...all].map((resource) => ({ resource }))]));
    const panels = new Map(items.map((item) => [item.title, 'panel' in item ? item.panel : null]));
    const panel = { key: 'Observation/panel', title: 'panel' };
    const whole = { key: 'DiagnosticReport/report', title: 'Blood tests' };
    expect(Object.fromEntries(panels)).toEqual({ hb: panel, wbc: panel, crp: whole, panel: whole });
  });
});

describe('documents', () => {
  const document = { resourceType: 'DocumentReference', status: 'current', subject };
  const file = { url: 'Binary/1', contentType: 'application/pdf', size: 120, hash: 'aGFzaA==' };

  it('keep every file, with all there is to check it by', () => {
    const content = [
      { attachment: { ...file, title: 'Letter' } },
      { attachment: { data: 'eA==', contentType: 'text/plain' } },
      { attachment: { title: 'Nothing to open' } },
    ];
    const type = { text: 'Discharge summary' };
    expect(one({ ...document, type, content }, sections.documents)).toMatchObject({
      title: 'Letter',
      type: 'Discharge summary',
      attachments: [
        { ...file, title: 'Letter', data: null },
        { url: null, contentType: 'text/plain', data: 'eA==', size: null, hash: null },
      ],
    });
  });

  it('a form sent as the plan itself is a plan, and one replaced is over', () => {
    const form = { ...document, description: 'ReSPECT form', content: [{ attachment: file }] };
    expect(one(form, '42348-3')).toMatchObject({
      kind: 'emergency-plan',
      role: 'resuscitation',
      standing: 'not-stated',
      attachments: [{ url: 'Binary/1' }],
    });
    expect(one({ ...form, status: 'superseded' }, '42348-3')).toMatchObject({ standing: 'past' });
  });
});

describe('every item', () => {
  it('says when it changed, its identifiers and its own words', () => {
    const item = one(
      {
        resourceType: 'Condition',
        subject,
        code: { text: 'Asthma' },
        meta: { lastUpdated: '2026-11-01T10:00:00Z' },
        identifier: [{ system: 'urn:x', value: '1' }, { value: 'no system' }],
        text: { status: 'additional', div: '<div>More</div>' },
        recorder: { display: 'Dr Mensah' },
      },
      sections.problems,
    );
    expect(item).toMatchObject({
      updated: { iso: '2026-11-01T10:00:00Z' },
      identifiers: ['urn:x|1'],
      narrative: { xhtml: '<div>More</div>', saysMore: true },
      author: 'Dr Mensah',
    });
  });

  it('a patient who is the source is called so, not by name', () => {
    const informationSource = { ...subject, display: 'OKAFOR, Grace' };
    expect(one({ ...statement, informationSource }, sections.medications)).toMatchObject({
      author: 'Patient',
    });
  });

  it('a reason it stands for names the problem it points to', () => {
    const reasonReference = [{ reference: 'Condition/c' }];
    const condition = { resourceType: 'Condition', id: 'c', subject, code: { text: 'Arthritis' } };
    const { items } = shown({ ...statement, reasonReference }, sections.medications, [condition]);
    expect(items).toMatchObject([{ note: 'For Arthritis' }]);
  });
});
