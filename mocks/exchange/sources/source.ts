/** One clinical system behind its own Fetch handler: its data, its latency, its own rules. */
import type { OperationOutcome } from 'fhir/r4';
import { z } from 'zod';
import { exchangeSystem } from '../../../src/fhir/systems.ts';
import type { SourceProfile, SourceRecord } from '../../scenarios/types.ts';
import { linesOf, sharingOf } from './held.ts';

/** What a tester can switch a source to. `down` takes its sharing register away too. */
export type SourceState = 'up' | 'down' | 'slow' | 'error';

export type Source = {
  readonly profile: SourceProfile;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly state: () => { readonly state: SourceState; readonly latencyMs: number };
  readonly set: (change: { readonly state?: SourceState; readonly latencyMs?: number }) => void;
};

type SourceDeps = {
  readonly profile: SourceProfile;
  readonly recordOf: (nhsNumber: string) => SourceRecord | null;
  readonly speed: number;
};

const question = z.object({ nhsNumber: z.string(), types: z.array(z.string()).optional() });
const never = 3_600_000;

/** Waits, or rejects at once when the asker gives up. Milliseconds. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const gaveUp = (): void => {
      clearTimeout(timer);
      reject(new DOMException('The request was given up.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', gaveUp);
      resolve();
    }, ms);
    if (signal.aborted) gaveUp();
    else signal.addEventListener('abort', gaveUp, { once: true });
  });
}

function refusal(status: number, spine: string, text: string): Response {
  const outcome: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: status === 404 ? 'not-found' : status === 403 ? 'forbidden' : 'exception',
        details: { coding: [{ system: exchangeSystem.spine, code: spine }], text },
      },
    ],
  };
  return Response.json(outcome, { status });
}

/** The record is on its way, or has come and is not filed: what is there is sent, and said so. */
const behindBy: Readonly<Record<string, string>> = {
  'in-transit': 'data-in-transit',
  'awaiting-filing': 'data-awaiting-filing',
};

/** A patient's resources as NDJSON; facts about the answer as a whole travel as headers. */
function answer(record: SourceRecord, types: readonly string[] | undefined): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/fhir+ndjson',
    'x-patient': record.localId,
  };
  if (record.withheld) headers['x-withheld'] = record.withheld;
  if (record.emptySections) headers['x-empty-sections'] = JSON.stringify(record.emptySections);
  if (record.upTo) headers['x-up-to'] = record.upTo;
  const behind = behindBy[record.fault ?? ''];
  if (behind) headers['x-behind'] = behind;
  return new Response(linesOf(record, types), { headers });
}

/**
 * Makes one source. Routes (POST, JSON `{ nhsNumber }`): `/record` everything it holds (optionally
 * only some `types`), `/sharing` its consent-to-share entry; `GET /status` whether it takes part.
 */
export function createSource({ profile, recordOf, speed }: SourceDeps): Source {
  let state: SourceState = 'up';
  let latencyMs = profile.latencyMs;

  const record = async (request: Request): Promise<Response> => {
    const { nhsNumber, types } = question.parse(await request.json());
    const held = recordOf(nhsNumber);
    const slow = state === 'slow' || held?.fault === 'timeout';
    await wait((slow ? never : (held?.latencyMs ?? latencyMs)) / speed, request.signal);
    if (state === 'error' || held?.fault === 'error') {
      return refusal(500, 'INTERNAL_SERVER_ERROR', 'This system failed.');
    }
    if (held?.fault === 'unavailable') return refusal(503, 'UNAVAILABLE', 'Not available.');
    if (!profile.agreedToShare) {
      return refusal(403, 'NO_ORGANISATIONAL_CONSENT', `${profile.name} has not agreed to share.`);
    }
    if (held !== null && sharingOf(held) === 'dissent') {
      return refusal(403, 'NO_PATIENT_CONSENT', 'The patient has chosen not to share.');
    }
    if (held?.fault === 'no-relationship') {
      return refusal(403, 'NO_RELATIONSHIP', 'No legitimate relationship is recorded here.');
    }
    if (held === null || held.fault === 'not-known')
      return refusal(404, 'PATIENT_NOT_FOUND', 'Not known here.');
    return answer(held, types);
  };

  const sharing = async (request: Request): Promise<Response> => {
    const { nhsNumber } = question.parse(await request.json());
    const held = recordOf(nhsNumber);
    return Response.json({ sharing: held === null ? 'not-recorded' : sharingOf(held) });
  };

  return {
    profile,
    state: () => ({ state, latencyMs }),
    set: (change) => {
      state = change.state ?? state;
      latencyMs = change.latencyMs ?? latencyMs;
    },
    fetch: async (request) => {
      if (state === 'down') throw new TypeError('connection refused');
      const { pathname } = new URL(request.url);
      if (pathname === '/record') return record(request);
      if (pathname === '/sharing') return sharing(request);
      if (pathname === '/status') return Response.json({ participating: profile.agreedToShare });
      return refusal(404, 'RESOURCE_NOT_FOUND', 'No such resource.');
    },
  };
}
