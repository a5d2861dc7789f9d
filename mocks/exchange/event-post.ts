/** `POST AuditEvent`: what an app may add to the trail, by what it says happened. */
import type { AuditEvent } from 'fhir/r4';
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { sha256 } from './canonical.ts';
import type { Call } from './context.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { storedEvent } from './log-rows.ts';
import { unavailable } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { isSamePrint, judgePrint, printedSomethingElse } from './printing.ts';
import { refused, reportedEntry } from './refusals.ts';
import { judgeTerms } from './terms.ts';
import { judgeTold, openItemView } from './told.ts';
import type { AuditEntry, AuditKind, AuditRow } from './trail.ts';

const subtypeShape = z.object({
  subtype: z.array(z.object({ system: z.string().optional(), code: z.string().optional() })),
});

function codesIn(body: unknown): readonly (string | undefined)[] {
  const { subtype = [] } = subtypeShape.safeParse(body).data ?? {};
  return subtype.filter(({ system }) => system === ocs.accessEvent).map(({ code }) => code);
}

type PostedKind = Extract<
  AuditKind,
  'terms-accepted' | 'terms-put-off' | 'told' | 'not-yet-told' | 'unsafe-to-tell' | 'printed'
>;
const postedKinds: readonly PostedKind[] = [
  ...(['terms-accepted', 'terms-put-off'] as const),
  ...(['told', 'not-yet-told', 'unsafe-to-tell', 'printed'] as const),
];

/**
 * The caller's name for one request, the same on a retry (contract.md 1); empty where there is
 * none. Hashed with who is calling: nobody can take another's place in the trail by guessing it.
 */
function requestKey({ request, caller }: Call, kind: string): string {
  const id = request.headers.get('x-request-id') ?? '';
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return '';
  return sha256(JSON.stringify([caller.host.key, caller.userKey, caller.clientId, kind, id]));
}

function judge(
  call: Call,
  kind: PostedKind | undefined,
  body: unknown,
): Result<AuditEntry> | Promise<Result<AuditEntry>> {
  const request = requestKey(call, kind ?? 'reported');
  switch (kind) {
    case 'terms-accepted':
    case 'terms-put-off':
      return judgeTerms(call, kind, body, request);
    case 'told':
    case 'not-yet-told':
    case 'unsafe-to-tell':
      return judgeTold(call, kind, body, request);
    case 'printed':
      return judgePrint(call, body, request);
    case undefined:
      return reportedEntry(call, body, codesIn(body), request);
  }
}

/** As its author may read it: an open item's patient may be another launch's. */
function view(call: Call, row: AuditRow): AuditEvent {
  const about = ['told', 'not-yet-told', 'unsafe-to-tell'].includes(row.kind);
  return about ? openItemView(call, row) : { ...storedEvent(row), id: `log-${row.seq}` };
}

/**
 * Terms accepted or put off, a patient told or not, a printing, a refusal of the app's own. Who and when are
 * the exchange's own knowledge; the body says only what happened. 201, or 200 with the very same
 * event where the request came before; 503 where it cannot be made durable.
 */
export async function postEvent(call: Call): Promise<Response> {
  const body = await readJson(call.request);
  if (!body.ok) return refusalResponse(body.refusal);
  const codes = codesIn(body.value);
  const kind = postedKinds.find((one) => codes.includes(one));
  const entry = await judge(call, kind, body.value);
  if (!entry.ok) return refused(call, entry.refusal);
  try {
    const { row, created } = call.exchange.store.auditOnce(entry.value);
    if (kind === 'printed' && !isSamePrint(row, entry.value)) {
      return refused(call, printedSomethingElse.refusal);
    }
    return fhirResponse(view(call, row), created ? 201 : 200);
  } catch {
    return refusalResponse(unavailable('record', 'It could not be recorded.').refusal);
  }
}
