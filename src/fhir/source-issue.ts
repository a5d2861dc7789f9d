/**
 * One OperationOutcome issue that reports one source: in the trace, at the end of its part of the
 * stream, and in the document's "Data sources" section.
 */
import type { ClinicalDate } from '../domain/clinical-date.ts';
import { parseClinicalDate } from '../domain/clinical-date.ts';
import { type Source, type SourceState, sourceStates } from '../domain/source.ts';
import { type SectionKind, sectionKinds } from '../domain/summary/section-kind.ts';
import type { Extension } from './datatypes.ts';
import { type Issue, spineCodesOf } from './spine.ts';
import { ocs } from './systems.ts';
import { shownText } from './text.ts';

export type SourceIssue = {
  readonly source: Source;
  /** Codes of ours on the issue: a source state, a coverage state, 'registered-practice'. */
  readonly codes: readonly string[];
  readonly issue: Issue;
  readonly askedAt: ClinicalDate | null;
  /** Milliseconds. */
  readonly took: number | null;
  readonly upTo: ClinicalDate | null;
  /** Null where nobody said: then it may keep any section. */
  readonly keeps: readonly SectionKind[] | null;
};

/** @returns null for an issue that names no source */
export function sourceIssue(issue: Issue): SourceIssue | null {
  const named = extensionOf(issue, ocs.issueSource)?.valueReference;
  const id = shownText(named?.identifier?.value, 60) ?? shownText(named?.display, 60);
  if (id === null) return null;
  const name = shownText(named?.display, 120) ?? id;
  const tag = shownText(extensionOf(issue, ocs.issueTag)?.valueString, 12);
  const took = extensionOf(issue, ocs.issueMilliseconds)?.valueInteger;
  const upTo = extensionOf(issue, ocs.issueUpTo);
  return {
    source: { id, name, tag: tag ?? initials(name) },
    codes: (issue.details?.coding ?? []).flatMap(({ system, code }) =>
      system === ocs.sourceState && code !== undefined ? [code] : [],
    ),
    issue,
    askedAt: dateIn(extensionOf(issue, ocs.issueAsked)?.valueInstant),
    took: took !== undefined && took >= 0 ? took : null,
    upTo: dateIn(upTo?.valueDateTime ?? upTo?.valueInstant),
    keeps: keptIn(issue),
  };
}

/**
 * What became of the source: our own code first, then the Spine code, then FHIR's issue type.
 * An issue that says nothing we know is a failure, never a success.
 */
export function sourceState(found: SourceIssue): SourceState {
  const own = sourceStates.find((state) => found.codes.includes(state));
  const [spine] = spineCodesOf(found.issue).flatMap((code) => spineStates.get(code) ?? []);
  // "Answered" beside a word of something held back is the weaker claim.
  if (own === 'answered' || own === 'nothing-recorded') return spine ?? own;
  if (own ?? spine) return own ?? spine ?? 'failed';
  if (found.issue.severity === 'information') return 'answered';
  return issueTypes.get(found.issue.code ?? '') ?? 'failed';
}

const spineStates = new Map<string, SourceState>([
  ['NO_ORGANISATIONAL_CONSENT', 'not-sharing'],
  ['NO_PATIENT_CONSENT', 'dissent'],
  ['NO_RELATIONSHIP', 'no-relationship'],
  ['ACCESS_DENIED', 'no-relationship'],
  ['PATIENT_NOT_FOUND', 'not-known'],
  ['confidential-items', 'answered-withheld'],
  ['data-in-transit', 'in-transit'],
  ['data-awaiting-filing', 'awaiting-filing'],
]);

const issueTypes = new Map<string, SourceState>([
  ['timeout', 'timeout'],
  ['transient', 'unavailable'],
  ['suppressed', 'answered-withheld'],
  ['not-found', 'not-known'],
]);

/** "Oxford University Hospitals" → OUH, where the exchange gives no short name. */
export function initials(name: string): string {
  const letters = name.match(/\b\p{Lu}/gu)?.join('') ?? '';
  return letters.length >= 2 && letters.length <= 6 ? letters : name.slice(0, 12);
}

/**
 * Sections we have no word for are left out. A list of nothing we know says nothing we can use: the
 * source may keep anything, so that its silence stays a gap everywhere.
 */
function keptIn(issue: Issue): readonly SectionKind[] | null {
  const said = (issue.extension ?? []).flatMap(({ url, valueCode }) =>
    url === ocs.issueKeeps && valueCode !== undefined ? [valueCode] : [],
  );
  const kept = sectionKinds.filter((kind) => said.includes(kind));
  return kept.length === 0 ? null : kept;
}

function extensionOf(issue: Issue, url: string): Extension | undefined {
  return issue.extension?.find((each) => each.url === url);
}

function dateIn(raw: string | undefined): ClinicalDate | null {
  return raw === undefined ? null : parseClinicalDate(raw);
}
