/**
 * A practice's register of consent to share (domain.md 3). Its own coded entries decide: the newest
 * of them, whatever a summary field beside them says.
 */
import type { CodeableConcept, FhirResource } from 'fhir/r4';
import { codeSystem } from '../../../src/fhir/systems.ts';
import type { SourceRecord } from '../../scenarios/types.ts';

export type Sharing = 'dissent' | 'assent' | 'not-recorded';

/** Read codes as GP systems exported them before SNOMED CT: version 2 and Clinical Terms 3. */
const read = ['http://read.info/readv2', 'http://read.info/ctv3'];
const scrPermission = 'https://fhir.nhs.uk/CodeSystem/SCR-ACSPermission';

/** 416409005 and 93C1 local dissent, 9Ndo and SCR "No" opted out; 417528008 and 93C0 assent. */
function meaningOf(system = '', code = ''): 'dissent' | 'assent' | null {
  if (system === codeSystem.snomed) {
    if (code === '416409005') return 'dissent';
    return code === '417528008' ? 'assent' : null;
  }
  if (read.includes(system)) {
    // Read codes are padded with dots to five bytes, and a term code may follow.
    const bare = code.replace(/\.*(?:00)?$/, '');
    if (bare === '93C1' || bare === '9Ndo') return 'dissent';
    return bare === '93C0' ? 'assent' : null;
  }
  return system === scrPermission && code === 'No' ? 'dissent' : null;
}

type Entry = { readonly concepts: readonly CodeableConcept[]; readonly date: string | undefined };

/** Where a register's entry may stand, unless it was taken back. */
function entryOf(resource: FhirResource): Entry | null {
  switch (resource.resourceType) {
    case 'Consent':
      if (resource.status !== 'active') return null;
      return { concepts: resource.provision?.code ?? [], date: resource.dateTime };
    case 'Observation': {
      if (resource.status === 'entered-in-error' || resource.status === 'cancelled') return null;
      const { valueCodeableConcept: value } = resource;
      return {
        concepts: value ? [resource.code, value] : [resource.code],
        date: resource.effectiveDateTime ?? resource.issued,
      };
    }
    default:
      return null;
  }
}

/**
 * What the register says of sharing now. An entry without a date that can be read counts as the
 * newest where it dissents and as the oldest where it assents; of the same moment, dissent wins.
 */
export function sharingIn(record: Pick<SourceRecord, 'resources' | 'sharing'>): Sharing {
  const entries = record.resources.flatMap((resource) => {
    const entry = entryOf(resource);
    const codings = entry?.concepts.flatMap(({ coding }) => coding ?? []) ?? [];
    return codings.flatMap(({ system, code }) => {
      const means = meaningOf(system, code);
      return means === null ? [] : [{ means, at: instantOf(entry?.date, means) }];
    });
  });
  const newest = Math.max(...entries.map(({ at }) => at));
  const latest = entries.filter(({ at }) => at === newest).map(({ means }) => means);
  if (latest.length === 0) return record.sharing ?? 'not-recorded';
  return latest.includes('dissent') ? 'dissent' : 'assent';
}

function instantOf(date: string | undefined, means: 'dissent' | 'assent'): number {
  const instant = Date.parse(date ?? '');
  if (!Number.isNaN(instant)) return instant;
  return means === 'dissent' ? Infinity : -Infinity;
}
