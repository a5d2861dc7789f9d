/** The summary as it comes into being, in the order of contract.md 2.4, for both formats. */
import { setImmediate } from 'node:timers/promises';
import type { Composition, OperationOutcome, Patient } from 'fhir/r4';
import type { EmptySection } from '../scenarios/types.ts';
import { isCurrent } from './access.ts';
import type { Release } from './access.ts';
import {
  documentComposition,
  organizationOf,
  roundComposition,
  sourceOutcome,
} from './compositions.ts';
import type { Round } from './compositions.ts';
import type { Call } from './context.ts';
import { fanOut, sourcesFor } from './fan-out.ts';
import type { Answers, SourceAnswer } from './fan-out.ts';
import { nameResources, rewriteResource, withoutPatient } from './part.ts';
import type { Resource } from './part.ts';
import { redactionFor } from './redaction.ts';
import { redactedMeta } from './redaction-resource.ts';
import { place, placeRound } from './sections.ts';
import type { Placed, SectionKey } from './sections.ts';
import type { SourceReport } from './source-issue.ts';
import { askSharing } from './sources/sharing.ts';

/**
 * (a) and (b) together hold at most 500 lines (contract.md 2.4, 2). A round can be read only once
 * its Composition has come: a smaller one leaves its reader less to do after the last byte.
 */
const roundSize = 148;

export type SummaryPart =
  | { readonly type: 'patient'; readonly patient: Patient }
  | { readonly type: 'round'; readonly resources: readonly Resource[]; readonly by: Composition }
  | {
      readonly type: 'source-done';
      readonly outcome: OperationOutcome;
      readonly report: SourceReport;
    }
  | { readonly type: 'document'; readonly composition: Composition };

/** Ids and versions handed over, by source: what was released, not its content. */
export type Manifest = Map<string, string[]>;

const version = ({ resourceType, id, meta }: Resource): string =>
  `${resourceType}/${id}/_history/${meta?.versionId ?? meta?.lastUpdated ?? '1'}`;

/** Whether a source's part may still go out: nothing has been withdrawn or ended meanwhile. */
async function stillOpen(
  { exchange }: Call,
  release: Release,
  signal: AbortSignal,
): Promise<'open' | 'dissent' | 'no-relationship' | 'unavailable'> {
  const sharing = await askSharing(exchange.sources, release.person, signal);
  if (sharing === 'dissent') return 'dissent';
  if (sharing === 'unknown') return 'unavailable';
  return isCurrent(exchange, release) ? 'open' : 'no-relationship';
}

type RoundPart = Extract<SummaryPart, { type: 'round' }>;

/**
 * Each round is made when it is asked for, and others have their turn between two of them: a long
 * part holds nobody up, and waits for its reader.
 */
async function* rounds(
  answer: SourceAnswer,
  shared: Pick<Round, 'tracedId' | 'date' | 'meta'>,
  placed: Placed,
): AsyncGenerator<RoundPart, void, undefined> {
  const { profile } = answer.report;
  const { localPatient } = answer;
  const names = nameResources(profile, localPatient, shared.tracedId, answer.resources);
  const all = withoutPatient(names, answer.resources);
  // The source's own Organization goes first, and counts.
  let from = 0;
  for (let number = 1; number === 1 || from < all.length; number += 1) {
    if (number > 1) await setImmediate();
    const to = from + roundSize - (number === 1 ? 1 : 0);
    const rewritten = all.slice(from, to).map((resource) => rewriteResource(names, resource));
    from = to;
    const resources = number === 1 ? [organizationOf(profile), ...rewritten] : rewritten;
    const inRound: Placed = new Map();
    place(inRound, rewritten);
    placeRound(placed, inRound);
    const empty = number === 1 ? answer.emptySections : [];
    const withheld = number === 1 ? (answer.withheldSections ?? []) : [];
    const by = roundComposition({ ...shared, profile, number, placed: inRound, empty, withheld });
    yield { type: 'round', resources, by };
  }
}

/** Asks at this moment every source that could hold the patient, until `signal` aborts. */
export function askSources({ exchange }: Call, { person }: Release, signal: AbortSignal): Answers {
  const { clock, speed, sourceList } = exchange;
  return fanOut(sourcesFor(sourceList, person), person, { clock, speed, signal });
}

/**
 * Yields line 1, then each source's rounds and its outcome as it answers, then the document's
 * Composition. Fills `manifest` as resources are handed over. Stops asking when `signal` aborts.
 * @param answers of the sources that were asked for this release
 */
export async function* summaryParts(
  call: Call,
  release: Release,
  answers: Answers,
  manifest: Manifest,
  signal: AbortSignal,
): AsyncGenerator<SummaryPart, void, undefined> {
  const { exchange } = call;
  const { person, traced } = release;
  const date = exchange.clock().toISOString();
  const redact = redactionFor(exchange, person);
  const shared = { tracedId: traced.id, date, meta: redact && redactedMeta };
  const address = person.address.length === 0 ? {} : { address: [...person.address] };
  yield { type: 'patient', patient: { ...person.patient, ...address, id: traced.id } };
  const placed: Placed = new Map();
  const reports: SourceReport[] = [];
  const empty: EmptySection[] = [];
  const withheld: SectionKey[] = [];
  for await (const whole of answers) {
    const answer = redact ? redact(whole) : whole;
    let report = answer.report;
    if (whole.resources.length > 0 || answer.emptySections.length > 0) {
      const open = await stillOpen(call, release, signal);
      if (open === 'open') {
        const released: string[] = [];
        empty.push(...answer.emptySections);
        withheld.push(...(answer.withheldSections ?? []));
        manifest.set(report.profile.key, released);
        for await (const round of rounds(answer, shared, placed)) {
          released.push(...round.resources.map(version));
          yield round;
        }
      } else {
        report = { ...report, state: open };
      }
    }
    reports.push(report);
    yield { type: 'source-done', report, outcome: sourceOutcome(report) };
  }
  const id = crypto.randomUUID();
  const composition = documentComposition({
    ...{ ...shared, id, placed, reports, empty, withheld },
    base: call.base,
  });
  yield { type: 'document', composition };
}
