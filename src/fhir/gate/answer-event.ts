/** Answers that are recorded as events: the terms (contract 2.2), telling the patient (2.8). */
import * as s from '../shape.ts';
import type { ToldAnswer } from '../../domain/told.ts';
import { parsed } from '../parsed.ts';
import { codeSystem, ocs } from '../systems.ts';
import { auditEvent, ownSubtypes, userOf } from './audit-event.ts';

const app = { display: 'Oxfordshire Care Summary app' };

type Answer = {
  readonly code: 'terms-accepted' | 'terms-put-off' | ToldAnswer;
  /** FHIR instant; the exchange sets its own. */
  readonly recorded: string;
};

/** @param canonical the terms with their version, `url|version` */
export function termsAnswer(
  { code, recorded }: Answer & { readonly code: 'terms-accepted' | 'terms-put-off' },
  canonical: string,
): object {
  return event(code, recorded, { agent: [{ who: app, requestor: true, policy: [canonical] }] });
}

/** @param consentId the exchange's id of the break glass it is about; the patient is not named */
export function toldAnswer(
  { code, recorded }: Answer & { readonly code: ToldAnswer },
  consentId: string,
): object {
  return event(code, recorded, {
    agent: [{ who: app, requestor: true }],
    entity: [{ what: { reference: `Consent/${consentId}` } }],
  });
}

/** Plain R4. Who and when are the token's word and the exchange's clock, whatever stands here. */
function event(code: string, recorded: string, more: object): object {
  return {
    resourceType: 'AuditEvent',
    type: { system: codeSystem.dcm, code: '110113', display: 'Security Alert' },
    subtype: [{ system: ocs.accessEvent, code }],
    action: 'E',
    recorded,
    outcome: '0',
    ...more,
    source: { observer: app },
  };
}

const acknowledged = s.object({ ...auditEvent.fields, id: s.optional(s.string) });

/**
 * Does this answer of the exchange say that the event was recorded?
 * @param sent the event that was sent
 * @param body the parsed JSON of the answer
 */
export function isAcknowledged(sent: object, body: unknown): boolean {
  const asked = parsed(acknowledged, sent);
  const stored = parsed(acknowledged, body);
  if (!asked || !stored) return false;
  const codes = ownSubtypes(stored);
  const references = (stored.entity ?? []).map(({ what }) => what?.reference);
  const policies = userOf(stored)?.policy ?? [];
  return (
    ownSubtypes(asked).every((code) => codes.includes(code)) &&
    (asked.entity ?? []).every(({ what }) => references.includes(what?.reference)) &&
    (userOf(asked)?.policy ?? []).every((each) => policies.includes(each))
  );
}
