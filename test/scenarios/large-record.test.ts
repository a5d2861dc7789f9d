/** The generated record: its size, its spread, and that it is the same every time. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { largeRecord, largeScenario } from '../../mocks/scenarios/large-record.ts';
import type { Scenario } from '../../mocks/scenarios/types.ts';
import { variant } from './find.ts';

const resourcesOf = (records: Scenario['records']) =>
  Object.values(records).flatMap(({ resources }) => resources);

const entriesOf = (records: Scenario['records']) =>
  resourcesOf(records).filter(
    ({ resourceType }) => resourceType !== 'Binary' && resourceType !== 'Device',
  );

const digest = (records: Scenario['records']) =>
  createHash('sha256').update(JSON.stringify(records)).digest('hex');

describe('the large record', () => {
  it('has 20,000 entries from all four sharing sources', () => {
    expect(entriesOf(largeScenario.records)).toHaveLength(20_000);
    expect(Object.keys(largeScenario.records)).toEqual([
      'hollow-way',
      'ouh',
      'oxford-health',
      'social-care',
    ]);
  });

  it('is made once and kept', () => {
    expect(largeScenario.records).toBe(largeScenario.records);
  });

  it.each([1_000, 2_000])('has a variant of %d entries, from the same sources', (size) => {
    const records = variant('large', `entries-${size}`).records ?? {};
    expect(entriesOf(records)).toHaveLength(size);
    expect(Object.keys(records)).toEqual(Object.keys(largeScenario.records));
  });

  it('is the same every time it is made', () => {
    expect(digest(largeRecord(2_000))).toBe(digest(largeRecord(2_000)));
    expect(digest(largeRecord(2_000))).not.toBe(digest(largeRecord(1_999)));
  });

  it('spans 30 years to yesterday', () => {
    const days = resourcesOf(largeScenario.records)
      .map(({ meta }) => meta?.lastUpdated?.slice(0, 10) ?? '')
      .sort();
    expect(days[0]).toMatch(/^1996-1[12]/);
    expect(days.at(-1)).toBe('2026-11-21');
  });

  it('can be made of any size, to the entry', () => {
    for (const size of [0, 1, 7, 333]) expect(entriesOf(largeRecord(size))).toHaveLength(size);
  });

  it('holds every kind of entry that a summary shows', () => {
    const kinds = new Set(entriesOf(largeScenario.records).map(({ resourceType }) => resourceType));
    expect([...kinds].sort()).toEqual([
      ...['AllergyIntolerance', 'Appointment', 'CarePlan', 'CareTeam', 'Condition', 'Consent'],
      ...['DeviceUseStatement', 'DiagnosticReport', 'DocumentReference', 'Encounter'],
      ...['FamilyMemberHistory', 'Flag', 'Immunization', 'MedicationRequest'],
      ...['MedicationStatement', 'Observation', 'Procedure', 'RelatedPerson', 'ResearchSubject'],
      'ServiceRequest',
    ]);
  });
});
