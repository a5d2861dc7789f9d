/** `$summary`: decided afresh, recorded durably, then released (contract.md 2.4). */
import type { Bundle } from 'fhir/r4';
import { decideRelease, isCurrent } from './access.ts';
import type { Release } from './access.ts';
import { joinedOutcome } from './compositions.ts';
import { callSignal } from './call-signal.ts';
import type { CallSignal } from './call-signal.ts';
import type { Call } from './context.ts';
import { encodedFor } from './gzip-stream.ts';
import { fhirJson, refusalResponse } from './http.ts';
import { forbidden, unavailable } from './outcomes.ts';
import { recordRelease } from './opened-again.ts';
import { recordRefusal } from './refusals.ts';
import { manifestDetails, releaseEntry } from './release-events.ts';
import type { SourceReport } from './source-issue.ts';
import { askSources, summaryParts } from './summary-parts.ts';
import type { Manifest, SummaryPart } from './summary-parts.ts';
import { streamSummary } from './summary-stream.ts';

const breakGlassTag = 'http://terminology.hl7.org/CodeSystem/v3-ActReason#BTG';

/** Whether the request claims to be a break glass (Category, IHE PCF). */
export const claimsBreakGlass = (request: Request): boolean =>
  (request.headers.get('category') ?? '')
    .split(',')
    .some((category) => category.split(';')[0]?.trim() === breakGlassTag);

type DocumentPart = Extract<SummaryPart, { type: 'document' }>['composition'];

type Entry = { readonly resourceType: string; readonly id?: string | undefined };

/** Made as its round comes in: a long document as a whole would hold everybody up. */
const entryText = (base: string, resource: Entry): string => {
  const fullUrl = `${base}/${resource.resourceType}/${resource.id ?? ''}`;
  return JSON.stringify({ fullUrl, resource });
};

/** @param entries each as JSON, the Composition first */
function documentText(
  timestamp: string,
  { id, meta }: DocumentPart,
  entries: readonly string[],
): string {
  const bundle = {
    resourceType: 'Bundle',
    ...(meta === undefined ? {} : { meta }),
    type: 'document',
    identifier: {
      system: 'urn:ietf:rfc:3986',
      value: `urn:uuid:${id ?? crypto.randomUUID()}`,
    },
    timestamp,
  } satisfies Omit<Bundle, 'entry'>;
  return `${JSON.stringify(bundle).slice(0, -1)},"entry":[${entries.join(',')}]}`;
}

/** The whole document at once. Recorded with its manifest before it leaves. */
async function wholeDocument(call: Call, release: Release, signal: AbortSignal): Promise<Response> {
  const { exchange, base } = call;
  const manifest: Manifest = new Map();
  const entries: string[] = [];
  const reports: SourceReport[] = [];
  let patient: Extract<SummaryPart, { type: 'patient' }>['patient'] | undefined;
  let composition: DocumentPart | undefined;
  const answers = askSources(call, release, signal);
  for await (const part of summaryParts(call, release, answers, manifest, signal)) {
    if (part.type === 'patient') patient = part.patient;
    else if (part.type === 'round')
      for (const resource of part.resources) entries.push(entryText(base, resource));
    else if (part.type === 'source-done') reports.push(part.report);
    else composition = part.composition;
  }
  // Whoever asked is gone, or the exchange is closing: what was gathered goes nowhere.
  if (signal.aborted) return refusalResponse(interrupted);
  // It took seconds to gather: what held at the start must still hold now.
  const again = await decideRelease(exchange, call.caller, release.traced.id, false, signal);
  if (!again.ok || !isCurrent(exchange, release)) {
    const refusal = again.ok
      ? forbidden('no-current-consent', 'The permission has ended.', 'NO_RELATIONSHIP').refusal
      : again.refusal;
    recordRefusal(call, refusal);
    return refusalResponse(refusal);
  }
  if (!patient || !composition) {
    return refusalResponse(interrupted);
  }
  try {
    await recordRelease(call, release, [
      releaseEntry(call, release, 'release'),
      releaseEntry(call, release, 'release-completed', { details: manifestDetails(manifest) }),
    ]);
  } catch {
    return refusalResponse(notRecorded);
  }
  const first = [composition, patient].map((resource) => entryText(base, resource));
  const all = [...first, ...entries, entryText(base, joinedOutcome(reports))];
  const document = documentText(exchange.clock().toISOString(), composition, all);
  return new Response(document, { headers: { 'content-type': fhirJson } });
}

const interrupted = unavailable('interrupted', 'The summary did not complete.').refusal;
const notRecorded = unavailable('record', 'The release could not be recorded.').refusal;

/** Stream or document, whichever the caller accepts; a refusal leaves nothing but itself. */
export async function summary(call: Call, tracedId: string): Promise<Response> {
  const asking = callSignal(call.request.signal, call.exchange.closing);
  let goesOn = false;
  try {
    const response = await answer(call, tracedId, asking);
    goesOn = isStream(response);
    return encodedFor(call.request, response);
  } finally {
    // A stream lets go of it when it ends.
    if (!goesOn) asking.release();
  }
}

const streamed = 'application/fhir+ndjson';
const isStream = ({ headers }: Response): boolean => headers.get('content-type') === streamed;

async function answer(call: Call, tracedId: string, asking: CallSignal): Promise<Response> {
  const { exchange, request } = call;
  const { signal } = asking;
  const breakGlass = claimsBreakGlass(request);
  const release = await decideRelease(exchange, call.caller, tracedId, breakGlass, signal);
  if (!release.ok) {
    recordRefusal(call, release.refusal);
    return refusalResponse(release.refusal);
  }
  exchange.world.opened(release.value.traced.searched);
  const accept = request.headers.get('accept') ?? '';
  if (!accept.includes('application/fhir+ndjson')) {
    return wholeDocument(call, release.value, signal);
  }
  // The sources take their time beside the record. What they send stays here until it is durable.
  const answers = askSources(call, release.value, signal);
  try {
    await recordRelease(call, release.value, [releaseEntry(call, release.value, 'release')]);
  } catch {
    asking.abort();
    return refusalResponse(notRecorded);
  }
  return streamSummary(call, release.value, answers, asking);
}
