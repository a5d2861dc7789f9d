/** What one issue of the summary says became of its source; the trace says only who takes part. */
import { type SourceState, sourceStates } from '../../domain/source.ts';
import type { SourceIssue } from '../source-issue.ts';
import { spineCodesOf } from '../spine.ts';

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
