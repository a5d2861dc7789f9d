import { describe, expect, it } from 'vitest';
import { bundle, letterhead, listing, patient, told, titles } from './documents.ts';
import { subject } from './sample.ts';

const condition = (text: string, more: object = {}) => ({
  resourceType: 'Condition',
  subject,
  code: { text },
  ...more,
});
const uuid = (end: string) => `urn:uuid:6b1f0d3e-0000-4000-8000-0000000000${end}`;

describe('references lead where they should', () => {
  it('by urn:uuid, for entries without an id', () => {
    const sections = [listing('x', [uuid('01')])];
    const sent = [
      { resource: letterhead(sections) },
      patient,
      { fullUrl: uuid('01'), resource: condition('Asthma') },
    ];
    expect(titles(told(bundle(sent)).items)).toEqual(['Asthma']);
  });

  it('relative to the address of the resource they stand in', () => {
    const drug = (text: string) => ({ resourceType: 'Medication', id: 'm', code: { text } });
    const statement = (id: string) => ({
      resourceType: 'MedicationStatement',
      id,
      status: 'active',
      subject,
      medicationReference: { reference: 'Medication/m' },
    });
    const one = 'https://one.example/fhir';
    const two = 'https://two.example/fhir';
    const sections = [listing('x', ['MedicationStatement/a', 'MedicationStatement/b'])];
    const sent = [
      { resource: letterhead(sections) },
      patient,
      { fullUrl: `${one}/Medication/m`, resource: drug('Ramipril') },
      { fullUrl: `${two}/Medication/m`, resource: drug('Digoxin') },
      { fullUrl: `${one}/MedicationStatement/a`, resource: statement('a') },
      { fullUrl: `${two}/MedicationStatement/b`, resource: statement('b') },
    ];
    expect(titles(told(bundle(sent)).items)).toEqual(['Ramipril', 'Digoxin']);
  });

  it('by an absolute address, and with a version, where entries have none', () => {
    const sections = [
      listing('x', ['https://a.example/fhir/Condition/c1', 'Condition/c2/_history/3']),
    ];
    const sent = [
      { resource: letterhead(sections) },
      patient,
      { resource: condition('Asthma', { id: 'c1' }) },
      { resource: condition('Gout', { id: 'c2' }) },
    ];
    expect(titles(told(bundle(sent)).items)).toEqual(['Asthma', 'Gout']);
  });

  it('inside the resource itself, and round in circles without end', () => {
    const panel = (id: string, other: string) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      subject,
      code: { text: id },
      hasMember: [{ reference: `Observation/${other}` }, { reference: '#' }],
      contained: [{ resourceType: 'Observation', id: 'x', hasMember: [{ reference: '#x' }] }],
      performer: [{ reference: '#x' }],
    });
    const sent = [
      { resource: letterhead([listing('Results', ['Observation/a'])]) },
      patient,
      { resource: panel('a', 'b') },
      { resource: panel('b', 'a') },
    ];
    expect(titles(told(bundle(sent)).items)).toEqual(['a', 'b']);
  });

  it('two resources of one name are both accounted for', () => {
    const twice = condition('Asthma', { id: 'c1' });
    const sent = [
      { resource: letterhead([listing('x', ['Condition/c1'])]) },
      patient,
      { resource: twice },
      { resource: { ...twice, code: { text: 'Gout' } } },
    ];
    const { items, unshown } = told(bundle(sent));
    expect(titles(items)).toEqual(['Asthma']);
    expect(unshown).toMatchObject([{ because: 'not-understood', section: 'problem' }]);
  });
});
