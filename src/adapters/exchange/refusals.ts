/** The app's own refusals, reported: whatever closes a launch is in the trail (contract 2.7). */
import { refusalEvent } from '../../fhir/gate/refusal-event.ts';
import type { ExchangePort } from '../../flow/ports.ts';
import { postEvent } from './event.ts';
import { insist } from './insist.ts';
import { refusalCode } from './refusal-code.ts';
import type { Wire } from './request.ts';

export type ReportDeps = {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Runs something after so many milliseconds. */
  readonly later: (run: () => void, afterMs: number) => void;
};

/** Whatever is sent again is the same event under the same request id, so that it counts once. */
export function reporting(wire: Wire, deps: ReportDeps): ExchangePort['reportRefusal'] {
  return async ({ reason, patient }) => {
    const facts = { ...refusalCode(reason), patient, recorded: deps.now().toISOString() };
    const sending = { event: refusalEvent(facts), requestId: deps.newId() };
    return insist(() => postEvent(wire, sending), deps.later);
  };
}
