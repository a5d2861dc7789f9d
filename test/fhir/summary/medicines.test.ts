import { describe, expect, it } from 'vitest';
import { one, sections, shown, subject } from './sample.ts';

const request = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'Warfarin 1mg tablets' },
};

describe('medicines', () => {
  it.each([
    ['active', 'current'],
    ['stopped', 'stopped'],
    ['cancelled', 'not-taken'],
    ['completed', 'completed'],
    ['on-hold', 'not-stated'],
    ['unknown', 'not-stated'],
  ])('a %s prescription is %s', (sent, expected) => {
    expect(one({ ...request, status: sent }, sections.medications)).toMatchObject({
      status: expected,
    });
  });

  it('a cancelled one says that it was, beside not being taken', () => {
    const item = one({ ...request, status: 'cancelled' }, sections.medications);
    expect(item).toMatchObject({ proviso: 'Cancelled', note: null });
  });

  it('says when it was last issued', () => {
    const item = one({ ...request, authoredOn: '2026-06-14' }, sections.medications);
    expect(item).toMatchObject({ lastIssued: { iso: '2026-06-14' }, stopped: null });
  });

  it('“do not give” is never current', () => {
    const item = one({ ...request, doNotPerform: true }, sections.medications);
    expect(item).toMatchObject({ status: 'not-taken', proviso: 'Do not give', note: null });
  });

  it.each([
    [{ status: 'on-hold' }, 'On hold'],
    [{ status: 'draft' }, 'Draft'],
    [{ intent: 'proposal' }, 'Proposed only'],
    [{ status: 'on-hold', doNotPerform: true }, 'Do not give, On hold'],
  ])('a prescription with %j says so apart from its note', (more, proviso) => {
    const item = one({ ...request, ...more }, sections.medications);
    expect(item).toMatchObject({ proviso, note: null });
    expect(item).not.toMatchObject({ status: 'current' });
  });

  it('a course that was completed is neither stopped nor under a proviso', () => {
    const item = one({ ...request, status: 'completed' }, sections.medications);
    expect(item).toMatchObject({ status: 'completed', proviso: null, note: null });
  });

  const statement = {
    ...{ resourceType: 'MedicationStatement', status: 'active', subject },
    medicationCodeableConcept: { text: 'Prednisolone 5mg tablets' },
  };

  it('an intent counts where FHIR has one, on a prescription, and nowhere else', () => {
    const listed = one({ ...statement, intent: 'nobody knows' }, sections.medications);
    expect(listed).toMatchObject({ title: 'Prednisolone 5mg tablets', status: 'current' });
  });

  it('the last day of a course is a date of its own, and never words', () => {
    const effectivePeriod = { start: '2026-11-01', end: '2026-11-07' };
    const item = one({ ...statement, effectivePeriod }, sections.medications);
    expect(item).toMatchObject({ status: 'current', until: { iso: '2026-11-07' }, note: null });
  });

  it('of a medicine that was stopped it is the day it stopped', () => {
    const sent = { ...statement, status: 'stopped', effectivePeriod: { end: '2026-11-07' } };
    const item = one(sent, sections.medications);
    expect(item).toMatchObject({ until: null, stopped: { iso: '2026-11-07' } });
  });

  it('an end that is no date is kept as it was sent', () => {
    const item = one({ ...statement, effectivePeriod: { end: 'Easter' } }, sections.medications);
    expect(item).toMatchObject({ until: null, note: 'End as sent: Easter' });
  });

  it('the last day is that of its dose, where every line of it has one', () => {
    const upTo = (end?: string) => ({ text: 'Two', timing: { repeat: { boundsPeriod: { end } } } });
    const both = [upTo('2026-11-07'), upTo('2026-11-14')];
    const until = (dosageInstruction: readonly object[]) =>
      one({ ...request, dosageInstruction }, sections.medications);
    expect(until(both)).toMatchObject({ until: { iso: '2026-11-14' } });
    expect(until([...both, upTo()])).toMatchObject({ until: null });
  });

  it('finds the product in a contained Medication', () => {
    const contained = [
      { resourceType: 'Medication', id: 'm', code: { text: 'Apixaban 2.5mg tablets' } },
    ];
    const item = one(
      {
        ...request,
        medicationCodeableConcept: undefined,
        contained,
        medicationReference: { reference: '#m' },
      },
      sections.medications,
    );
    expect(item.title).toBe('Apixaban 2.5mg tablets');
  });

  it('puts a structured dose into words only when all of it is understood', () => {
    const dose = { doseQuantity: { value: 2.5, unit: 'mg' } };
    const twice = { repeat: { frequency: 2, period: 1, periodUnit: 'd' } };
    const dosed = (timing: object) =>
      one(
        { ...request, dosageInstruction: [{ timing, doseAndRate: [dose] }] },
        sections.medications,
      );
    expect(dosed(twice)).toMatchObject({ dose: '2.5 mg, twice a day' });
    expect(dosed({ repeat: { ...twice.repeat, periodMax: 3 } })).toMatchObject({
      dose: null,
      note: 'The dose was sent in a form that can not be shown: ask the source',
    });
  });

  it('says weekly methotrexate with its day', () => {
    const repeat = { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['mon'] };
    const dosageInstruction = [
      { timing: { repeat }, doseAndRate: [{ doseQuantity: { value: 15, unit: 'mg' } }] },
    ];
    expect(one({ ...request, dosageInstruction }, sections.medications)).toMatchObject({
      dose: '15 mg, once a week on Monday',
    });
  });

  it('never cuts a dose: one that is too long is not shown at all', () => {
    const dosageInstruction = [{ text: `10 mg ${'x'.repeat(2000)}` }];
    const { items, unshown } = shown({ ...request, dosageInstruction }, sections.medications);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'malformed' }]);
  });
});

describe('immunisations and documents', () => {
  const immunization = {
    resourceType: 'Immunization',
    patient: subject,
    vaccineCode: { text: 'MMR' },
  };

  it.each([
    ['completed', 'given'],
    ['not-done', 'not-given'],
  ])('a %s immunisation is %s', (sent, given) => {
    expect(
      one(
        { ...immunization, status: sent, protocolApplied: [{ doseNumberPositiveInt: 1 }] },
        sections.immunisations,
      ),
    ).toMatchObject({ given, dose: 'Dose 1' });
  });

  it('a superseded letter says so', () => {
    const letter = {
      resourceType: 'DocumentReference',
      subject,
      status: 'superseded',
      description: 'Clinic letter',
      date: '2026-10-01',
    };
    expect(one(letter, sections.documents)).toMatchObject({
      kind: 'document',
      status: 'Superseded',
      title: 'Clinic letter',
    });
  });
});
