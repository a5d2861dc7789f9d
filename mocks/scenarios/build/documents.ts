/** Letters: a DocumentReference and the Binary it points to, with the bytes' size and SHA-1. */
import { createHash } from 'node:crypto';
import type { Binary, CodeableConcept, DocumentReference } from 'fhir/r4';
import { loinc } from './coding.ts';
import { letterFile, type LetterFormat } from './letter-files.ts';
import { author, organisationOf, toInstant, type Writer } from './writer.ts';

/** Kinds of letter (LOINC document ontology). */
export const letterTypes = {
  dischargeSummary: loinc('18842-5', 'Discharge summary', 'Discharge summary'),
  clinicLetter: loinc('11488-4', 'Consult note', 'Clinic letter'),
  carePlan: loinc('18776-5', 'Plan of care note', 'Care plan'),
  tracing: loinc('11524-6', 'EKG study', 'Electrocardiogram'),
  advancePlan: loinc('42348-3', 'Advance healthcare directives', 'ReSPECT form'),
} as const satisfies Record<string, CodeableConcept>;

type Letter = {
  readonly type: CodeableConcept;
  readonly title: string;
  readonly date: string;
  readonly by: string;
  /** The letter, line by line; the first line is its heading. */
  readonly lines: readonly string[];
  readonly format?: LetterFormat;
  /** The file is not the one that its size and hash were taken of. */
  readonly alteredSince?: boolean;
  readonly status?: DocumentReference['status'];
  readonly docStatus?: DocumentReference['docStatus'];
};

/** The DocumentReference first, then its Binary; the URL is relative to the source. */
export function letter(writer: Writer, facts: Letter): [DocumentReference, Binary] {
  const { contentType, bytes } = letterFile(facts.lines, facts.format ?? 'text');
  const sent = facts.alteredSince === true ? Uint8Array.of(...bytes, 0x20) : bytes;
  const binary: Binary = {
    resourceType: 'Binary',
    id: writer.nextId('bin'),
    meta: writer.meta(facts.date),
    contentType,
    securityContext: writer.subject,
    data: Buffer.from(sent).toString('base64'),
  };
  const entry: DocumentReference = {
    resourceType: 'DocumentReference',
    id: writer.nextId('doc'),
    meta: writer.meta(facts.date),
    status: facts.status ?? 'current',
    docStatus: facts.docStatus ?? 'final',
    type: facts.type,
    subject: writer.subject,
    date: toInstant(facts.date),
    author: [author(facts.by)],
    custodian: organisationOf(writer),
    description: facts.title,
    content: [
      {
        attachment: {
          contentType,
          language: 'en-GB',
          url: `Binary/${binary.id ?? ''}`,
          size: bytes.byteLength,
          hash: createHash('sha1').update(bytes).digest('base64'),
          title: facts.title,
          creation: toInstant(facts.date),
        },
      },
    ],
  };
  return [entry, binary];
}
