import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, shown, subject } from './sample.ts';

const words = (text: string) => ({ text });
const snomed = (code: string, display: string) => ({
  coding: [{ system: codeSystem.snomed, code, display }],
});
const loinc = (code: string) => ({ coding: [{ system: codeSystem.loinc, code }] });
const category = (code: string) => [
  { coding: [{ system: clinicalSystem.observationCategory, code }] },
];

describe('what happened and what is to come', () => {
  const encounter = (code: string, more: object = {}) =>
    one(
      { resourceType: 'Encounter', status: 'finished', subject, class: { code }, ...more },
      '46240-8',
    );

  it.each([
    ['IMP', 'admission'],
    ['ACUTE', 'admission'],
    ['NONAC', 'admission'],
    ['EMER', 'emergency-attendance'],
    ['AMB', null],
  ])('a visit of class %s has the role %s', (code, role) => {
    expect(encounter(code)).toMatchObject({ kind: 'encounter', role, standing: 'past' });
  });

  it('an admission that was cancelled is none', () => {
    expect(encounter('IMP', { status: 'cancelled' })).toMatchObject({
      role: null,
      standing: 'not-done',
    });
  });

  it('says why, where, with whom, and where to afterwards', () => {
    const stay = encounter('IMP', {
      period: { start: '2026-11-05', end: '2026-11-12' },
      reasonCode: [words('Fall')],
      location: [{ location: { display: 'Ward 5B' } }],
      participant: [{ individual: { display: 'Dr Ines Moreau' } }],
      hospitalization: { dischargeDisposition: words('Home') },
    });
    expect(stay).toMatchObject({
      date: { iso: '2026-11-05' },
      ended: { iso: '2026-11-12' },
      details: [
        { label: 'Reason', text: 'Fall' },
        { label: 'Where', text: 'Ward 5B' },
        { label: 'Who', text: 'Dr Ines Moreau' },
        { label: 'Discharged to', text: 'Home' },
      ],
    });
  });

  it('a referral says to whom, why and how urgent', () => {
    const request = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      subject,
      code: words('Cardiology referral'),
      priority: 'urgent',
      performer: [{ display: 'Heart failure clinic' }],
      reasonCode: [words('Breathless')],
      requester: { display: 'Dr Leah Stanford' },
    };
    expect(one(request, '18776-5')).toMatchObject({
      kind: 'referral',
      standing: 'current',
      author: 'Dr Leah Stanford',
      details: [
        { label: 'To', text: 'Heart failure clinic' },
        { label: 'Priority', text: 'Urgent' },
        { label: 'Reason', text: 'Breathless' },
      ],
    });
    expect(one({ ...request, doNotPerform: true }, '18776-5')).toMatchObject({
      standing: 'not-done',
    });
  });

  it.each([
    ['booked', 'planned', null],
    ['noshow', 'not-done', 'Did not attend'],
    ['cancelled', 'not-done', 'Cancelled'],
    ['fulfilled', 'past', null],
  ])('an appointment that is %s is %s', (status, standing, said) => {
    const appointment = {
      resourceType: 'Appointment',
      status,
      description: 'Asthma review',
      start: '2026-12-01T10:00:00Z',
      participant: [{ actor: subject }, { actor: { display: 'Practice nurse' } }],
    };
    expect(one(appointment, '18776-5')).toMatchObject({
      kind: 'appointment',
      standing,
      status: said,
      details: [{ label: 'With', text: 'Practice nurse' }],
    });
  });

  it('an appointment of nobody is not shown', () => {
    const appointment = { resourceType: 'Appointment', status: 'booked', participant: [] };
    expect(shown(appointment, '18776-5').items).toEqual([]);
  });

  it.each([
    ['not-done', 'not-done', null],
    ['preparation', 'planned', 'In preparation'],
    ['completed', 'past', null],
  ])('a procedure that is %s is %s', (status, standing, said) => {
    const procedure = {
      resourceType: 'Procedure',
      status,
      subject,
      code: words('Hip replacement'),
      performer: [{ actor: { display: 'Mr Obi Kane' } }],
      outcome: words('Successful'),
    };
    expect(one(procedure, '47519-4')).toMatchObject({
      kind: 'procedure',
      standing,
      status: said,
      details: [
        { label: 'By', text: 'Mr Obi Kane' },
        { label: 'Outcome', text: 'Successful' },
      ],
    });
  });

  it('a device is what its use refers to', () => {
    const device = { resourceType: 'Device', id: 'd', type: words('Pacemaker') };
    const use = {
      resourceType: 'DeviceUseStatement',
      status: 'active',
      subject,
      device: { reference: 'Device/d' },
    };
    expect(one(use, '46264-8', [device])).toMatchObject({
      kind: 'device',
      title: 'Pacemaker',
      standing: 'current',
    });
  });
});

describe('observations stand where they belong', () => {
  const observation = { resourceType: 'Observation', status: 'final', subject };

  it.each([
    ['its category, whatever the section', category('vital-signs'), '30954-2', 'vital'],
    ['its category', category('social-history'), '30954-2', 'social'],
    ['the section', undefined, '47420-5', 'functional'],
    ['the section', undefined, '30954-2', 'result'],
    ['nothing we know', undefined, '10157-6', 'other'],
  ])('by %s', (_, sent, section, kind) => {
    const resource = { ...observation, category: sent, code: words('Something'), valueString: 'x' };
    expect(one(resource, section)).toMatchObject({ kind, value: 'x' });
  });

  it('an unknown section keeps its title with each of its entries', () => {
    const resource = { ...observation, code: words('Mother: breast cancer') };
    expect(one(resource, '10157-6')).toMatchObject({ kind: 'other', section: 'Section 10157-6' });
  });

  it('a due date is a date, and pregnancy is by its code', () => {
    const due = { ...observation, code: loinc('11778-8'), valueDateTime: '2027-02-14' };
    expect(one(due, '30954-2')).toMatchObject({
      kind: 'pregnancy',
      standing: 'current',
      due: { iso: '2027-02-14' },
    });
    const status = { ...observation, code: loinc('82810-3') };
    const not = { ...status, valueCodeableConcept: snomed('60001007', 'Not pregnant') };
    expect(one(not, '10162-6')).toMatchObject({ kind: 'pregnancy', standing: 'past' });
  });

  it('among the allergies, it is shown, and the allergies are not called none', () => {
    const resource = { ...observation, code: words('Reaction to plasters') };
    expect(shown(resource, '48765-2')).toMatchObject({
      items: [{ title: 'Reaction to plasters' }],
      gaps: [{ section: 'allergy', reason: 'not-known' }],
    });
  });
});

describe('whatever has no mapper of its own', () => {
  it('is shown by name, date and status', () => {
    const risk = {
      resourceType: 'RiskAssessment',
      status: 'final',
      subject,
      code: words('Falls risk'),
      occurrenceDateTime: '2026-05-01',
      performer: { display: 'Ward team' },
    };
    expect(one(risk, '81338-6')).toMatchObject({
      kind: 'other',
      title: 'Falls risk',
      date: { iso: '2026-05-01' },
      author: 'Ward team',
      standing: 'not-stated',
      status: 'Final',
      details: [{ label: 'Kind', text: 'Risk assessment' }],
    });
  });

  it('a status that denies it is said', () => {
    const talk = {
      resourceType: 'Communication',
      status: 'not-done',
      subject,
      topic: words('Talk'),
    };
    expect(one(talk, '81338-6')).toMatchObject({ standing: 'not-done', status: 'Not done' });
  });
});
