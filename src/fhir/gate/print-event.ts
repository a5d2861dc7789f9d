/** A printing, told to the exchange before anything is printed (contract 2.10). */
import * as s from '../shape.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { PatientRef } from '../../domain/person.ts';
import { someText } from '../limits.ts';
import { parsed } from '../parsed.ts';
import { codeSystem, ocs } from '../systems.ts';
import { isAcknowledged } from './answer-event.ts';

type Printing = {
  readonly patient: PatientRef;
  /** The exchange's id of the Consent the record was opened with. */
  readonly consentId: string;
  /** FHIR instant; the exchange sets its own. */
  readonly recorded: string;
};

/** Plain R4. Who prints is the token's word; what is printed stays here. */
export function printEvent({ patient, consentId, recorded }: Printing): object {
  const app = { display: 'Oxfordshire Care Summary app' };
  return {
    resourceType: 'AuditEvent',
    type: { system: codeSystem.dcm, code: '110106', display: 'Export' },
    subtype: [{ system: ocs.accessEvent, code: 'printed' }],
    action: 'R',
    recorded,
    outcome: '0',
    agent: [{ who: app, requestor: true }],
    source: { observer: app },
    entity: [
      {
        what: { reference: `Patient/${patient}` },
        role: { system: codeSystem.objectRole, code: '1' },
      },
      { what: { reference: `Consent/${consentId}` } },
    ],
  };
}

const stored = s.object({
  id: someText,
  recorded: s.string,
  outcome: s.literal('0'),
});

/**
 * When the exchange recorded it.
 * @param sent the event that was sent
 * @param body the parsed JSON of the answer
 * @returns the exchange's own instant; null unless the body is this very printing, stored
 */
export function printedAt(sent: object, body: unknown): string | null {
  const found = parsed(stored, body);
  if (!found || !isAcknowledged(sent, body)) return null;
  return parseClinicalDate(found.recorded)?.precision === 'time' ? found.recorded : null;
}
