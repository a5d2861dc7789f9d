import { describe, expect, it } from 'vitest';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, shown, subject } from './sample.ts';

const words = (text: string) => ({ text });
const snomed = (code: string, display: string) => ({
  coding: [{ system: codeSystem.snomed, code, display }],
});

describe('alerts', () => {
  const flag = (code: string, more: object = {}) =>
    one(
      { resourceType: 'Flag', status: 'active', subject, code: words(code), ...more },
      '104605-1',
    );

  it('a flag is an alert, with when it began and who set it', () => {
    const author = { display: 'Outpatient team' };
    expect(flag('Steroid dependent', { period: { start: '2019-03-28' }, author })).toMatchObject({
      kind: 'alert',
      standing: 'current',
      title: 'Steroid dependent',
      date: { iso: '2019-03-28' },
      author: 'Outpatient team',
    });
  });

  it.each([
    ['Child protection plan', 'safeguarding', null],
    ['Interpreter needed: Welsh', 'need', 'interpreter'],
    ['Interpreter not required', 'need', null],
    ['Reasonable adjustments: large print', 'need', 'reasonable-adjustment'],
    ['Deprivation of Liberty Safeguards authorisation', 'alert', null],
  ])('“%s” belongs to %s', (code, kind, role) => {
    expect(flag(code)).toMatchObject({ kind, role });
  });

  it('what another system detected is shown as its word', () => {
    const issue = {
      resourceType: 'DetectedIssue',
      status: 'final',
      patient: subject,
      code: words('Duplicate therapy'),
      detail: 'Two anticoagulants',
      severity: 'high',
    };
    expect(one(issue, '104605-1')).toMatchObject({
      kind: 'alert',
      value: 'Two anticoagulants',
      details: [{ label: 'Severity', text: 'High' }],
    });
  });
});

describe('resuscitation and emergency plans', () => {
  const consent = (provision: object, more: object = {}) => ({
    resourceType: 'Consent',
    status: 'active',
    patient: subject,
    scope: { coding: [{ system: codeSystem.consentScope, code: 'adr' }], text: 'ReSPECT' },
    dateTime: '2026-10-10',
    provision,
    ...more,
  });
  const notForCpr = snomed('450476008', 'Not for attempted CPR');

  it('a decision made in advance is shown in its own words', () => {
    expect(one(consent({ type: 'deny', code: [notForCpr] }), '42348-3')).toMatchObject({
      kind: 'emergency-plan',
      role: 'resuscitation',
      standing: 'current',
      value: 'Not for attempted CPR',
      date: { iso: '2026-10-10' },
    });
  });

  it('refusing a treatment is not agreeing to it', () => {
    const code = [words('Blood transfusion')];
    expect(one(consent({ type: 'deny', code }), '42348-3')).toMatchObject({
      value: 'Refused: Blood transfusion',
    });
    expect(one(consent({ type: 'permit', code }), '42348-3')).toMatchObject({
      value: 'Agreed: Blood transfusion',
    });
  });

  it('a decision that contradicts itself is not shown as either', () => {
    const code = [snomed('450475007', 'For attempted CPR')];
    expect(shown(consent({ type: 'deny', code }), '42348-3')).toMatchObject({
      items: [],
      unshown: [{ because: 'not-understood', section: 'emergency-plan' }],
    });
  });

  it('a consent to share is no plan, even where it is sent as one', () => {
    const scope = { coding: [{ system: codeSystem.consentScope, code: 'patient-privacy' }] };
    const sharing = consent(
      { type: 'permit', code: [words('Sharing')] },
      { scope, category: [words('Consent to share')] },
    );
    expect(one(sharing, '42348-3')).toMatchObject({ kind: 'other', role: null });
  });

  it('the form belongs to the decision', () => {
    const form = { url: 'Binary/respect', contentType: 'application/pdf', title: 'Form' };
    const item = one(consent({}, { sourceAttachment: form }), '42348-3');
    expect(item).toMatchObject({ attachments: [{ url: 'Binary/respect', title: 'Form' }] });
  });

  it.each([
    ['Crisis plan', 'emergency-plan'],
    ['Safety plan', 'emergency-plan'],
    ['Emergency health care plan', 'emergency-plan'],
    ['ReSPECT', 'emergency-plan'],
    ['Child protection plan', 'safeguarding'],
    ['Home care package', 'care-plan'],
    ['Respect her wish to walk', 'care-plan'],
  ])('a plan called “%s” belongs to %s', (title, kind) => {
    const plan = { resourceType: 'CarePlan', status: 'active', intent: 'plan', subject, title };
    expect(one(plan, '18776-5')).toMatchObject({ kind, standing: 'current' });
  });

  it('a plan’s steps are read in order, those under way without a word', () => {
    const activity = [
      { detail: { status: 'in-progress', description: 'Ring the team first' } },
      { detail: { status: 'cancelled', description: 'Weekly visit' } },
    ];
    const plan = { resourceType: 'CarePlan', status: 'active', subject, title: 'Crisis plan' };
    expect(one({ ...plan, activity }, '18776-5')).toMatchObject({
      details: [
        { label: 'Step', text: 'Ring the team first' },
        { label: 'Step', text: 'Weekly visit (Cancelled)' },
      ],
    });
  });
});

describe('people around the patient', () => {
  it('a relative is shown with what they are in life and in law', () => {
    const person = {
      resourceType: 'RelatedPerson',
      active: true,
      patient: subject,
      name: [{ family: 'Elm', given: ['Rosa'] }],
      relationship: [words('Daughter'), words('Health and welfare attorney')],
      telecom: [{ system: 'phone', value: '01632 960100' }],
    };
    expect(one(person, 'contacts')).toMatchObject({
      kind: 'contact',
      title: 'Rosa Elm',
      role: null,
      value: 'Daughter, Health and welfare attorney',
      details: [{ label: 'Telephone', text: '01632 960100' }],
    });
    const kin = { ...person, relationship: [words('Next of kin')] };
    expect(one(kin, 'contacts')).toMatchObject({ role: 'next-of-kin' });
  });

  it('a care team names its members by what they do, and the patient is none of them', () => {
    const participant = [
      { role: [words('Care coordinator')], member: { display: 'Hollis Marr' } },
      { role: [words('Patient')], member: subject },
    ];
    const team = { resourceType: 'CareTeam', status: 'active', subject, name: 'Community team' };
    expect(one({ ...team, participant }, '18776-5')).toMatchObject({
      kind: 'contact',
      role: 'care-coordinator',
      details: [{ label: 'Care coordinator', text: 'Hollis Marr' }],
    });
  });
});
