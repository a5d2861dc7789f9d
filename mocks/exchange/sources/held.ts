/** A system keeps its records ready to be sent: each is serialised and read once, at first use. */
import type { FhirResource } from 'fhir/r4';
import type { SourceRecord } from '../../scenarios/types.ts';
import { sharingIn } from './register.ts';
import type { Sharing } from './register.ts';

const encoder = new TextEncoder();
const whole = new WeakMap<SourceRecord, Uint8Array<ArrayBuffer>>();
const registers = new WeakMap<SourceRecord, Sharing>();

const serialised = (resources: readonly FhirResource[]): Uint8Array<ArrayBuffer> =>
  encoder.encode(resources.map((resource) => `${JSON.stringify(resource)}\n`).join(''));

/** A record's resources as NDJSON: those of some types, or all but the letters' files. */
export function linesOf(
  record: SourceRecord,
  types: readonly string[] | undefined,
): Uint8Array<ArrayBuffer> {
  if (types !== undefined) {
    return serialised(record.resources.filter(({ resourceType }) => types.includes(resourceType)));
  }
  const known = whole.get(record);
  if (known !== undefined) return known;
  const made = serialised(record.resources.filter(({ resourceType }) => resourceType !== 'Binary'));
  whole.set(record, made);
  return made;
}

/** What the register says of this record. A change of it is another record. */
export function sharingOf(record: SourceRecord): Sharing {
  const known = registers.get(record);
  if (known !== undefined) return known;
  const read = sharingIn(record);
  registers.set(record, read);
  return read;
}
