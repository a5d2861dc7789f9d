/** DocumentReference and Binary: gated exactly as the summary is (contract.md 2.6). */
import { z } from 'zod';
import { decideRelease, isCurrent } from './access.ts';
import type { Release } from './access.ts';
import { whileAsked } from './call-signal.ts';
import type { Call } from './context.ts';
import { askSource, sourcesFor } from './fan-out.ts';
import { fhirResponse, refusalResponse } from './http.ts';
import { recordRelease } from './opened-again.ts';
import { forbidden, refuse, unavailable } from './outcomes.ts';
import { nameResources, rewriteResource, withoutPatient } from './part.ts';
import type { Resource } from './part.ts';
import { recordRefusal } from './refusals.ts';
import { releaseEntry } from './release-events.ts';
import { askSharing } from './sources/sharing.ts';
import { claimsBreakGlass } from './summary.ts';

type DocumentType = 'DocumentReference' | 'Binary';

const binaryShape = z.object({ contentType: z.string().max(100), data: z.base64() });

const notFound = refuse({
  status: 404,
  code: 'not-found',
  reason: 'document',
  spine: 'RESOURCE_NOT_FOUND',
  text: 'No such document of this patient.',
}).refusal;

const withheld = refuse({
  status: 403,
  code: 'suppressed',
  reason: 'location-protected',
  spine: 'ACCESS_DENIED',
  text: 'Letters of this patient are withheld: location is protected.',
}).refusal;

/**
 * Finds one document among what the patient's own sources hold. Only the source named by the id's
 * prefix is asked, and only about this patient: another patient's id finds nothing.
 */
async function find(
  call: Call,
  release: Release,
  type: DocumentType,
  id: string,
  signal: AbortSignal,
): Promise<Resource | 'not-found' | 'unavailable'> {
  const { exchange } = call;
  const source = sourcesFor(exchange.sourceList, release.person).find(({ profile }) =>
    id.startsWith(`${profile.odsCode.toLowerCase()}-`),
  );
  if (source === undefined) return 'not-found';
  const asking = { clock: exchange.clock, speed: exchange.speed, signal, types: [type] };
  const answer = await askSource(source, release.person, asking);
  const { state } = answer.report;
  if (['timeout', 'failed', 'unavailable'].includes(state)) return 'unavailable';
  const { resources, localPatient } = answer;
  const names = nameResources(source.profile, localPatient, release.traced.id, resources);
  const found = withoutPatient(names, resources).find(
    (resource) => names.ids.get(`${resource.resourceType}/${resource.id}`) === id,
  );
  return found === undefined ? 'not-found' : rewriteResource(names, found);
}

function raw(resource: Resource, accept: string): Response {
  const binary = binaryShape.safeParse(resource);
  const asResource = /application\/(fhir\+)?json/.test(accept);
  if (asResource || !binary.success) return fhirResponse(resource);
  return new Response(Buffer.from(binary.data.data, 'base64'), {
    headers: { 'content-type': binary.data.contentType, 'content-disposition': 'attachment' },
  });
}

/**
 * Of a restricted patient no letter leaves, and no source is asked for one: an answer that differed
 * by id would say which system holds what. That it was asked for is on record.
 */
function withheldDocument(call: Call, release: Release, type: DocumentType): Response {
  try {
    const details = { reason: `${type} withheld: location is protected` };
    call.exchange.store.audit([releaseEntry(call, release, 'document', { outcome: '4', details })]);
  } catch {
    return refusalResponse(unavailable('record', 'The request could not be recorded.').refusal);
  }
  return refusalResponse(withheld);
}

/**
 * `GET DocumentReference/{id}`, `GET Binary/{id}`. A Binary is its resource where JSON is
 * accepted, else its bytes. 403 as for the summary, 404 for anything not this patient's, 503 when
 * its source does not answer or the release cannot be recorded.
 */
export const readDocument = (call: Call, type: DocumentType, id: string): Promise<Response> =>
  whileAsked(call, (signal) => released(call, type, id, signal));

async function released(
  call: Call,
  type: DocumentType,
  id: string,
  signal: AbortSignal,
): Promise<Response> {
  const { exchange, caller, request } = call;
  const refused = (refusal: typeof notFound): Response => {
    recordRefusal(call, refusal);
    return refusalResponse(refusal);
  };
  const { nhsNumber } = caller.patient;
  const traced =
    nhsNumber === null ? null : exchange.store.traced(caller.host.key, caller.userKey, nhsNumber);
  const breakGlass = claimsBreakGlass(request);
  const release = await decideRelease(exchange, caller, traced?.id ?? '', breakGlass, signal);
  if (!release.ok) return refused(release.refusal);
  if (release.value.person.restricted !== null) return withheldDocument(call, release.value, type);
  const found = await find(call, release.value, type, id, signal);
  if (found === 'not-found') return refusalResponse(notFound);
  const away = unavailable('source', 'The document’s source did not answer.').refusal;
  if (found === 'unavailable') return refusalResponse(away);
  // Dissent and the Consent's end count up to the moment of release.
  const sharing = await askSharing(exchange.sources, release.value.person, signal);
  if (sharing === 'dissent') {
    const text = 'The patient has chosen not to share.';
    return refused(forbidden('dissent', text, 'NO_PATIENT_CONSENT').refusal);
  }
  if (sharing === 'unknown') return refusalResponse(away);
  if (!isCurrent(exchange, release.value)) {
    const text = 'The permission has ended.';
    return refused(forbidden('no-current-consent', text, 'NO_RELATIONSHIP').refusal);
  }
  const version = found.meta?.versionId ?? found.meta?.lastUpdated ?? '1';
  try {
    const details = { manifest: `${type}/${id}/_history/${version}` };
    await recordRelease(call, release.value, [
      releaseEntry(call, release.value, 'document', { details }),
    ]);
  } catch {
    return refusalResponse(unavailable('record', 'The release could not be recorded.').refusal);
  }
  return raw(found, request.headers.get('accept') ?? '');
}
