/** Who writes: one source's view of one patient, from which its resources are made. */
import type { Meta, Reference } from 'fhir/r4';
import { codeSystem, identifierSystem } from '../../../src/fhir/systems.ts';
import { sourceProfiles } from '../sources.ts';
import type { SourceKey, SourceProfile } from '../types.ts';

export type Writer = {
  readonly source: SourceProfile;
  readonly localId: string;
  /** The source-local patient, `Patient/{localId}`. */
  readonly subject: Reference;
  /** The next id of that kind, unique within the source because it starts with the local id. */
  readonly nextId: (kind: string) => string;
  /** Resource metadata; `recorded` is a date or an instant. */
  readonly meta: (recorded: string) => Meta;
};

/**
 * A writer for one patient in one source.
 * @param restricted labels every resource v3-Confidentiality `R`.
 */
export function writerFor(source: SourceKey, localId: string, restricted = false): Writer {
  const counts = new Map<string, number>();
  const security = restricted
    ? [{ system: codeSystem.confidentiality, code: 'R', display: 'restricted' }]
    : undefined;
  return {
    source: sourceProfiles[source],
    localId,
    subject: { reference: `Patient/${localId}` },
    nextId: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${localId}-${kind}-${count}`;
    },
    meta: (recorded) => ({
      versionId: '1',
      lastUpdated: toInstant(recorded),
      ...(security === undefined ? {} : { security }),
    }),
  };
}

/** A date becomes midday UTC of that day; a dateTime with offset stays as it is. */
export function toInstant(date: string): string {
  return date.includes('T') ? date : `${date}T12:00:00+00:00`;
}

/** A logical reference to the source's organisation. */
export function organisationOf(writer: Writer): Reference {
  return {
    type: 'Organization',
    identifier: { system: identifierSystem.odsOrganisation, value: writer.source.odsCode },
    display: writer.source.name,
  };
}

/** A person named but not identified: sources rarely send more of an author than a name. */
export function author(name: string): Reference {
  return { display: name };
}
