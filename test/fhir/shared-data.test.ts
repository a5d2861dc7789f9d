/** Published documents of other countries and vendors, where they lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../src/domain/person.ts';
import { arrayIn, objectIn, stringIn } from '../../src/fhir/summary/json.ts';
import { noSection } from '../../src/fhir/summary/section.ts';
import { kindOf } from '../../src/fhir/summary/kind.ts';
import type { Traced } from '../../src/fhir/summary/traced.ts';
import { typeOf } from '../../src/fhir/searchset.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { told } from './summary/documents.ts';
import { traced } from './summary/sample.ts';

const places = ['../../../shared/data/', '../../../../shared/data/'];
const root = places
  .map((place) => fileURLToPath(new URL(place, import.meta.url)))
  .find((path) => existsSync(path));
const files = root === undefined ? [] : filesIn(root);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name.includes('/'))
    .sort();
}

/** A resource on its own is taken for a Bundle of it, and of somebody it may be about. */
function bundleIn(file: string): object {
  const raw: unknown = JSON.parse(readFileSync(`${root ?? ''}${file}`, 'utf8'));
  const entry = typeOf(raw) === 'Bundle' ? arrayIn(raw, 'entry') : [{ resource: raw }];
  const type = stringIn(raw, 'type') ?? 'collection';
  const has = entry.some((each) => typeOf(objectIn(each, 'resource')) === 'Patient');
  const nobody = { resource: { resourceType: 'Patient', id: traced.ref } };
  return { resourceType: 'Bundle', type, entry: has ? entry : [...entry, nobody] };
}

/** Whoever the document is about, as if the trace had found them; labels opened by policy. */
function aboutWhom(bundle: object): Traced {
  const entries = arrayIn(bundle, 'entry').map((each) => objectIn(each, 'resource'));
  const patient = patientIn(bundle);
  const everybody = entries.flatMap((each) => [each, ...arrayIn(each, 'contained')]);
  const numbers = everybody
    .flatMap((each) => arrayIn(each, 'identifier'))
    .filter((each) => stringIn(each, 'system') === identifierSystem.nhsNumber)
    .map((each) => parseNhsNumber(stringIn(each, 'value') ?? ''));
  return {
    ref: (stringIn(patient, 'id') ?? traced.ref) as PatientRef,
    nhsNumber: numbers.find((each) => each !== null) ?? traced.nhsNumber,
    restricted: 'restricted',
  };
}

function isAnybody(bundle: object): boolean {
  const patient = patientIn(bundle);
  const numbers = arrayIn(patient, 'identifier')
    .filter((each) => stringIn(each, 'system') === identifierSystem.nhsNumber)
    .map((each) => parseNhsNumber(stringIn(each, 'value') ?? ''));
  return stringIn(patient, 'id') !== undefined && !numbers.includes(null);
}

function patientIn(bundle: object): object | undefined {
  const entries = arrayIn(bundle, 'entry').map((each) => objectIn(each, 'resource'));
  return entries.find((each) => typeOf(each) === 'Patient');
}

describe.skipIf(root === undefined)('every published document', () => {
  it.each(files)('%s opens, and nothing of it is dropped', (file) => {
    const bundle = bundleIn(file);
    const { items, unshown, gaps, types } = told(bundle, aboutWhom(bundle));
    // The highest label opens for nobody; who has no id, or no number that can be one, is nobody.
    if (types.includes('restricted')) return;
    if (types.includes('wrong-patient')) {
      expect(isAnybody(bundle)).toBe(false);
      return;
    }
    expect(types).toEqual(['report', 'part', 'finished']);
    const failed = unshown.filter(({ what }) => what.includes('could not be read'));
    expect(failed).toEqual([]);
    const clinical = arrayIn(bundle, 'entry').filter((each) => {
      const resource = objectIn(each, 'resource');
      // A report that only groups results is its results.
      return kindOf(resource, noSection) !== null && typeOf(resource) !== 'DiagnosticReport';
    });
    const said = items.length + unshown.length + gaps.length;
    expect(said).toBeGreaterThanOrEqual(clinical.length);
  });
});

it.runIf(root === undefined)('skipped: no published documents lie beside the project', () => {
  expect(files).toEqual([]);
});
