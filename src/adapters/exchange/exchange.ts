/** The exchange behind flow's port: one launch, one token, everything in memory. */
import type { ExchangePort, Outcome } from '../../flow/ports.ts';
import type { Timers } from '../host/browser.ts';
import type { ExchangeSettings } from '../settings.ts';
import { askAhead } from './ahead.ts';
import { withCode } from './code.ts';
import { failureOf } from './failure.ts';
import { capable, trace } from './gate-calls.ts';
import { ownConsents } from './own-consents.ts';
import { reporting } from './refusals.ts';
import type { Rest } from './rest.ts';
import { recheck, standing } from './standing.ts';

export type ExchangeDeps = {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** The host's access token as of now, refreshed where that is due; null once it is gone. */
  readonly token: () => Promise<string | null> | string | null;
  /** For trying a report again after a while. */
  readonly timers: Pick<Timers, 'set'>;
};

export type Exchange = ExchangePort & {
  /** Fetches the code of all that follows an answer. Never throws: it is fetched when needed, too. */
  readonly fetchRest: () => Promise<void>;
};

export function createExchange(settings: ExchangeSettings, deps: ExchangeDeps): Exchange {
  const { base, timeoutMs, maxBytes, terms } = settings;
  // Called as a plain function: a browser's fetch refuses to be a method of anything else.
  const { fetch, token, now, newId } = deps;
  const wire = { base, timeoutMs, maxBytes, fetch, token };
  const later = (run: () => void, afterMs: number) => void deps.timers.set(run, afterMs);
  const consents = ownConsents(wire, newId, later);
  /** Records whose answer is still on its way, by decision. */
  const recording = new Map<string, Promise<unknown>>();
  /** Taken back before the code that records them had come: they are not recorded when it comes. */
  const withdrawn = new Set<string>();
  /** What an exchange can do does not change within a launch. */
  let asked: ReturnType<typeof capable> | null = null;
  let rest: Rest | null = null;

  /** One for the launch, whoever asks first: it remembers what a retry must repeat. */
  async function fetched(): Promise<Rest> {
    const { restOf } = await import('./rest.ts');
    return (rest ??= restOf({ settings, wire, consents, now, newId }));
  }
  const withRest = <Value>(run: (code: Rest) => Promise<Outcome<Value>>) =>
    withCode(fetched, newId, run);

  return {
    fetchRest: () =>
      fetched().then(
        () => undefined,
        () => undefined,
      ),
    capable: () => {
      if (!asked) void askAhead(wire, '/Patient/_search', newId());
      return (asked ??= capable(wire, newId()));
    },
    trace: (number) => trace(wire, number, { requestId: newId(), now: now() }),
    standing: (patient, asker) => {
      // Where the record will go.
      void askAhead(wire, '', newId());
      return standing(wire, patient, asker, {
        ...{ now: now(), newId, terms, onPermit: consents.keep },
      });
    },
    recheck: (patient, receipt) => recheck(wire, patient, receipt, { now: now(), newId }),
    reportRefusal: reporting(wire, { now, newId, later }),
    recordTerms: (answer) => withRest((code) => code.recordTerms(answer)),
    recordTold: (...request) => withRest((code) => code.recordTold(...request)),
    review: () => withRest((code) => code.review()),
    record: (verified, decided) =>
      withRest((code) => {
        const { decisionId } = decided;
        if (withdrawn.has(decisionId)) return Promise.resolve(unsent());
        const recorded = code.record(verified, decided);
        recording.set(decisionId, recorded);
        return recorded;
      }),
    retrieve,
    log: (...request) => withRest((code) => code.log(...request)),
    readDocument: (...request) => withRest((code) => code.readDocument(...request)),
    recordPrint: (...request) => withRest((code) => code.recordPrint(...request)),
    end: async ({ consentId }) => {
      await consents.end(consentId);
      consents.forget();
    },
    withdraw,
    revoke: consents.revoke,
  };

  function unsent() {
    return { type: 'failed', failure: failureOf('offline', newId()) } as const;
  }

  /** Code that can not be loaded is a summary that did not come, and may be asked for again. */
  async function retrieve(...request: Parameters<ExchangePort['retrieve']>): Promise<void> {
    const [, , onEvent, signal] = request;
    const code = await fetched().catch(() => null);
    if (signal.aborted) return;
    if (code === null) onEvent({ type: 'interrupted' });
    else await code.retrieve(...request);
  }

  /** Waits for a record still on its way, or it would be looked for before it is there. */
  async function withdraw(
    ...[patient, decisionId]: Parameters<ExchangePort['withdraw']>
  ): Promise<void> {
    withdrawn.add(decisionId);
    try {
      await recording.get(decisionId);
      await consents.withdraw(patient, decisionId);
    } catch {
      // The launch is closed already; nothing that fails here may keep its token from going.
    }
  }
}
