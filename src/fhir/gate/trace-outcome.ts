/** The exchange's answer to the trace: demographics, and which sources take part. */
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { SourceCoverage } from '../../domain/source.ts';
import type { TraceOutcome } from '../../domain/trace.ts';
import type { Identifier } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset, typeOf } from '../searchset.ts';
import { type SourceIssue, sourceIssue } from '../source-issue.ts';
import { operationOutcome, spineCodes } from '../spine.ts';
import { identifierSystem } from '../systems.ts';
import { demographicsOf, type FhirPatient, patient, restrictionOf } from './demographics.ts';
import { worstStatus } from './number-status.ts';
import { implausibleIn, type ImplausibleField } from './plausible.ts';

export type TraceReading =
  | { readonly type: 'outcome'; readonly outcome: TraceOutcome }
  /** A value nobody honest would send: nothing of it is compared or shown. */
  | { readonly type: 'implausible'; readonly what: ImplausibleField }
  | { readonly type: 'bad-answer' };

const bad: TraceReading = { type: 'bad-answer' };

/**
 * @param bundle the searchset of `Patient/_search` by NHS number (contract 2.1)
 * @param asked the number searched for: another one in the answer means it was superseded
 * @param now the launch's clock, for a birth date to come
 * @returns `bad-answer` where the answer is no such searchset, where its patient has no NHS number
 *   or several, or where its id is not opaque: an NHS number must never reach a URL
 */
export function traceOutcome(bundle: unknown, asked: NhsNumber, now: Date): TraceReading {
  const found = parsed(searchset, bundle);
  if (!found) return bad;
  const entries = found.entry ?? [];
  const matches = entries.filter(
    ({ resource, search }) => typeOf(resource) === 'Patient' && search?.mode !== 'include',
  );
  const [match, another] = matches;
  // A page that shows one of several is still several.
  if (another || (found.total ?? 0) > 1) return { type: 'outcome', outcome: { type: 'several' } };
  if (!match) {
    return found.total ? bad : { type: 'outcome', outcome: { type: 'not-found' } };
  }
  const person = parsed(patient, match.resource);
  if (!person) return bad;
  const what = implausibleIn(person, now);
  if (what !== null) return { type: 'implausible', what };
  return traced(person, asked, coverageOf(entries.map(({ resource }) => resource)));
}

function traced(
  person: FhirPatient,
  asked: NhsNumber,
  coverage: readonly SourceCoverage[],
): TraceReading {
  const held = currentIdentifiers(person);
  const number = onlyNumber(held);
  if (number === null || parseNhsNumber(person.id) !== null) return bad;
  const replaced = (person.link ?? []).some(({ type }) => type === 'replaced-by');
  if (number !== asked || replaced) {
    const by = number === asked ? null : number;
    return { type: 'outcome', outcome: { type: 'superseded', by } };
  }
  if (person.active === false) return { type: 'outcome', outcome: { type: 'invalidated' } };
  const restricted = restrictionOf(person);
  return {
    type: 'outcome',
    outcome: {
      type: 'found',
      patient: {
        ...demographicsOf(person, restricted !== 'none'),
        ref: person.id as PatientRef,
        nhsNumber: number,
        nhsNumberStatus: worstStatus(held),
        restricted,
      },
      coverage,
    },
  };
}

function currentIdentifiers(person: FhirPatient): Identifier[] {
  return (person.identifier ?? []).filter(
    ({ system, use }) => system === identifierSystem.nhsNumber && use !== 'old',
  );
}

/** Null where there is none, an invalid one, or several that differ. */
function onlyNumber(held: readonly Identifier[]): NhsNumber | null {
  const numbers = new Set(held.map(({ value }) => parseNhsNumber(value ?? '')));
  const [number] = numbers;
  return numbers.size === 1 && number ? number : null;
}

/** A demographics service refuses in its own words (domain notes, section 6). */
export function traceRefusal(status: number, body: unknown): TraceOutcome | null {
  const codes = spineCodes(body);
  if (status === 403 && codes.includes('REQUEST_UNMATCHED')) return { type: 'unmatched' };
  if (status !== 404) return null;
  if (codes.includes('INVALIDATED_RESOURCE')) return { type: 'invalidated' };
  const missing = codes.includes('PATIENT_NOT_FOUND') || codes.includes('RESOURCE_NOT_FOUND');
  return missing ? { type: 'not-found' } : null;
}

/** One entry per configured source. A state we do not know counts as down, never as taking part. */
function coverageOf(resources: readonly unknown[]): SourceCoverage[] {
  return resources
    .flatMap((resource) => parsed(operationOutcome, resource)?.issue ?? [])
    .flatMap((each) => sourceIssue(each) ?? [])
    .map((found) => ({
      source: found.source,
      state: coverageState(found),
      registeredPractice: found.codes.includes('registered-practice'),
      keeps: found.keeps,
    }));
}

function coverageState({ codes, issue }: SourceIssue): SourceCoverage['state'] {
  if (codes.includes('not-sharing')) return 'not-sharing';
  if (codes.includes('down') || !codes.includes('participating')) return 'down';
  return issue.severity === 'error' || issue.severity === 'fatal' ? 'down' : 'participating';
}
