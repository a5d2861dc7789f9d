/** What must hold of every patient, every source, every resource. */
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type { Scenario, SourceKey, SourceRecord } from '../../mocks/scenarios/types.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem, exchangeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { loincCheck, verhoeff } from './check-digits.ts';

const sourceKeys = Object.keys(sourceProfiles) as SourceKey[];

const held = scenarios.flatMap((scenario) =>
  sourceKeys.flatMap((source) => {
    const record = scenario.records[source];
    return record === undefined ? [] : [{ scenario, source, record }];
  }),
);

/** The records of variants too, except the one whose point is a foreign resource. */
const variantRecords = scenarios.flatMap((scenario) =>
  scenario.variants
    .filter(({ key }) => key !== 'aryan-in-ayaan')
    .flatMap((variant) => [variant.records ?? {}, variant.recordsBefore ?? {}])
    .flatMap((records) => Object.values(records)),
);

const everyRecord: readonly SourceRecord[] = [
  ...held.map(({ record }) => record),
  ...variantRecords,
];

const numberOf = ({ identifier }: Scenario['host']): string | undefined =>
  identifier?.find(({ system }) => system === identifierSystem.nhsNumber)?.value;

/** Every `reference` and `Binary/…` url anywhere in a value. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const isReference = name === 'reference' || (name === 'url' && String(inner).startsWith('Bin'));
    return isReference && typeof inner === 'string' ? [inner] : referencesIn(inner);
  });
}

function codingsIn(value: unknown): { system?: unknown; code?: unknown; display?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(codingsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(codingsIn);
  return 'coding' in value && Array.isArray(value.coding)
    ? [...(value.coding as { system?: unknown; code?: unknown }[]), ...inner]
    : inner;
}

describe('NHS numbers', () => {
  it('all pass modulus 11 and lie in the test range', () => {
    const numbers = scenarios.flatMap(({ nhsNumber, demographics }) => [
      nhsNumber,
      numberOf(demographics) ?? '',
    ]);
    expect(numbers).toHaveLength(28);
    for (const number of numbers) {
      expect(parseNhsNumber(number)).toBe(number);
      expect(number.startsWith('999000')).toBe(true);
    }
  });

  it('belong to one patient each', () => {
    const numbers = scenarios.map(({ nhsNumber }) => nhsNumber);
    expect(new Set(numbers).size).toBe(scenarios.length);
  });

  it('are the host’s and, unless superseded, the demographics service’s', () => {
    for (const { nhsNumber, host, demographics, supersededBy } of scenarios) {
      expect(numberOf(host)).toBe(nhsNumber);
      expect(numberOf(demographics)).toBe(supersededBy ?? nhsNumber);
    }
  });

  it('never serve as a resource id', () => {
    for (const { host, demographics, encounters } of scenarios) {
      const ids = [host.id, demographics.id, encounters.gp?.id, encounters.epr?.id];
      for (const id of ids) expect(id ?? '').not.toMatch(/\d{10}/);
    }
  });
});

describe('host and demographics service', () => {
  it('agree on the birth date of everybody', () => {
    for (const { host, demographics } of scenarios) {
      expect(host.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(demographics.birthDate).toBe(host.birthDate);
    }
  });

  it('disagree on name or gender only where the story says so', () => {
    const differing = scenarios.filter(
      ({ host, demographics }) =>
        host.name?.[0]?.family !== demographics.name?.[0]?.family ||
        host.gender !== demographics.gender,
    );
    expect(differing.map(({ key }) => key)).toEqual(['liam', 'sam']);
  });

  it('list an encounter, for that patient, on each host that lists the patient', () => {
    for (const { host, hosts, encounters } of scenarios) {
      expect(Object.keys(encounters).sort()).toEqual([...hosts].sort());
      for (const encounter of Object.values(encounters)) {
        expect(encounter.subject?.reference).toBe(`Patient/${host.id ?? ''}`);
      }
    }
  });
});

describe('every source record', () => {
  it('refers to its own patient and to nobody else', () => {
    for (const { localId, resources } of everyRecord) {
      const patients = referencesIn(resources).filter((to) => to.startsWith('Patient/'));
      expect(new Set(patients)).toEqual(
        new Set(resources.length === 0 ? [] : [`Patient/${localId}`]),
      );
    }
  });

  it('gives every resource a subject, a version and an instant of last update', () => {
    for (const { localId, resources } of everyRecord) {
      for (const resource of resources) {
        expect(referencesIn(resource)).toContain(`Patient/${localId}`);
        expect(resource.meta?.versionId).toBe('1');
        expect(resource.meta?.lastUpdated).toMatch(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
        );
      }
    }
  });

  it('resolves every reference within itself', () => {
    for (const { localId, resources } of everyRecord) {
      const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`));
      known.add(`Patient/${localId}`);
      const dangling = referencesIn(resources).filter((reference) => !known.has(reference));
      expect(dangling).toEqual([]);
    }
  });

  it('uses ids that FHIR allows, unique within the source', () => {
    for (const source of sourceKeys) {
      const ids = held
        .filter((one) => one.source === source)
        .flatMap(({ record }) => record.resources.map(({ id }) => id ?? ''));
      for (const id of ids) if (!/^[A-Za-z0-9\-.]{1,64}$/.test(id)) expect(id).toBe('a FHIR id');
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has a local id unique within the source', () => {
    for (const source of sourceKeys) {
      const localIds = held.filter((one) => one.source === source).map((one) => one.record.localId);
      expect(new Set(localIds).size).toBe(localIds.length);
    }
  });

  it('records nothing after today', () => {
    const late = everyRecord.flatMap(({ resources }) =>
      resources.filter(({ meta }) => (meta?.lastUpdated ?? '') > '2026-11-23'),
    );
    expect(late).toEqual([]);
  });
});

describe('codes', () => {
  const known = new Set<unknown>([
    ...Object.values(codeSystem),
    ...Object.values(clinicalSystem),
    ...Object.values(exchangeSystem),
    'http://terminology.hl7.org/CodeSystem/condition-category',
    'http://terminology.hl7.org/CodeSystem/flag-category',
    'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
    'http://terminology.hl7.org/CodeSystem/v2-0074',
    'http://terminology.hl7.org/CodeSystem/v2-0131',
  ]);
  const codings = held.flatMap(({ record }) => codingsIn(record.resources));

  it('come from systems the project names', () => {
    expect(codings.length).toBeGreaterThan(1000);
    const strangers = codings.filter(({ system }) => !known.has(system));
    expect(strangers).toEqual([]);
  });

  it('are well formed: SNOMED CT and dm+d pass Verhoeff, LOINC its check digit', () => {
    const wrong = codings.filter(({ system, code }) => {
      if (system === codeSystem.snomed || system === clinicalSystem.dmd)
        return !verhoeff(String(code));
      return system === codeSystem.loinc && !loincCheck(String(code));
    });
    expect(wrong).toEqual([]);
  });

  it('mean one thing each', () => {
    const meanings = new Map<string, Set<unknown>>();
    for (const { system, code, display } of codings) {
      if (display === undefined) continue;
      const key = `${String(system)}|${String(code)}`;
      meanings.set(key, (meanings.get(key) ?? new Set()).add(display));
    }
    const ambiguous = [...meanings].filter(([, displays]) => displays.size > 1);
    expect(ambiguous).toEqual([]);
  });
});
