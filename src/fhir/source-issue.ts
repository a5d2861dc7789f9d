/**
 * One OperationOutcome issue that reports one source: in the trace, at the end of its part of the
 * stream, and in the document's "Data sources" section.
 */
import type { ClinicalDate } from '../domain/clinical-date.ts';
import { parseClinicalDate } from '../domain/clinical-date.ts';
import type { Source } from '../domain/source.ts';
import { type SectionKind, sectionKinds } from '../domain/summary/section-kind.ts';
import type { Extension } from './datatypes.ts';
import type { Issue } from './spine.ts';
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
