/** The shared vocabulary of sandbox, tests and bench: invented people, and what each system holds. */
import type {
  Encounter,
  FhirResource,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
} from 'fhir/r4';
import type { SectionKind } from '../../src/domain/summary/section-kind.ts';

/** The two SMART hosts of the sandbox: a GP practice system and a hospital EPR. */
export type HostKey = 'gp' | 'epr';

/** The five systems the reference exchange asks. */
export type SourceKey = 'hollow-way' | 'bury-knowle' | 'ouh' | 'oxford-health' | 'social-care';

/** One system's fixed facts. `odsCode` is invented but shaped like an ODS code. */
export type SourceProfile = {
  readonly key: SourceKey;
  readonly odsCode: string;
  readonly name: string;
  /** The tag on screen: "GP", "OUH", "OH", "SC". */
  readonly shortName: string;
  readonly kind: 'gp' | 'acute' | 'community' | 'social-care';
  readonly agreedToShare: boolean;
  /** The sections such a system keeps at all; any where absent. */
  readonly keeps?: readonly SectionKind[];
  readonly latencyMs: number;
  readonly deadlineMs: number;
  /** Its name and code were replaced by general ones: `odsCode` is no ODS code. */
  readonly placeHidden?: true;
};

/**
 * What one source holds about one patient. Resources are that system's own: `subject`/`patient`
 * is `Patient/{localId}`, ids are unique within the source, every resource carries
 * `meta.lastUpdated`. `dissent` is the practice's consent-to-share entry.
 */
export type SourceRecord = {
  readonly localId: string;
  readonly resources: readonly FhirResource[];
  readonly sharing?: 'dissent' | 'assent';
  readonly withheld?: 'confidential-items';
  /** dateTime the source's data is complete to. */
  readonly upTo?: string;
  readonly latencyMs?: number;
  readonly fault?:
    | 'timeout'
    | 'error'
    | 'unavailable'
    | 'no-relationship'
    | 'in-transit'
    | 'awaiting-filing'
    | 'not-known';
  /** Sections this source sends empty with a FHIR list-empty-reason, e.g. allergies `nilknown`. */
  readonly emptySections?: readonly EmptySection[];
};

/** An empty section's LOINC code (domain.md 9) and its `emptyReason` code. */
export type EmptySection = { readonly section: string; readonly emptyReason: string };

/** A change a tester can choose before launching, e.g. "dissent recorded while open". */
export type Variant = {
  readonly key: string;
  readonly label: string;
  readonly records?: Partial<Record<SourceKey, SourceRecord>>;
  /** With `afterOpenMs`: what those sources hold until then, where that is not the base story. */
  readonly recordsBefore?: Partial<Record<SourceKey, SourceRecord>>;
  /** The demographics service's answer in this variant. */
  readonly demographics?: Patient;
  /** What the trace answers instead of the demographics (domain.md 6). */
  readonly trace?: 'not-found' | 'invalidated' | 'several';
  /** The host's Patient in this variant. */
  readonly host?: Patient;
  /** The variant takes effect only this long after the record was first opened. */
  readonly afterOpenMs?: number;
};

export type Scenario = {
  readonly key: string;
  readonly title: string;
  /** The trap this patient exercises, in one line, shown to testers. */
  readonly trap: string;
  /** The NHS number the host sends (which may be superseded). Ten digits, no spaces. */
  readonly nhsNumber: string;
  readonly practice: 'hollow-way' | 'bury-knowle';
  /** Which hosts list this patient. */
  readonly hosts: readonly HostKey[];
  /** The host's own Patient: host-local opaque `id`, the NHS number as an identifier. */
  readonly host: Patient;
  /** The demographics service's Patient, current NHS number; `meta.security` R where restricted. */
  readonly demographics: Patient;
  /** Set where `nhsNumber` was superseded by the number in `demographics`. */
  readonly supersededBy?: string;
  readonly encounters: Partial<Record<HostKey, Encounter>>;
  readonly records: Partial<Record<SourceKey, SourceRecord>>;
  readonly variants: readonly Variant[];
};

/** A user of one host, as that host knows them. */
export type SandboxUser = {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly host: HostKey;
  readonly practitioner: Practitioner;
  readonly roles: readonly PractitionerRole[];
  /** Those that the roles are held at. */
  readonly organizations: readonly Organization[];
  /** SMART scopes this host grants to this user, v2 syntax. */
  readonly scopes: readonly string[];
  /** Privacy officers see the review feed. */
  readonly privacyOfficer?: boolean;
  /** The terms of use they accepted before the sandbox began; absent for a first use. */
  readonly acceptedTerms?: 'in-force' | 'earlier';
};
