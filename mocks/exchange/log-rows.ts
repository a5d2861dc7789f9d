/** One row of the access log as one reader may see it (contract.md 2.2, 2.5). */
import type { AuditEvent } from 'fhir/r4';
import { z } from 'zod';
import { codeSystem } from '../../src/fhir/systems.ts';
import { ours } from './audit-forms.ts';
import { withoutLocation } from './redaction-log.ts';
import type { Places } from './redaction-places.ts';
import type { AuditRow } from './trail.ts';

const eventShape = z.custom<AuditEvent>(
  (value) => z.looseObject({ resourceType: z.literal('AuditEvent') }).safeParse(value).success,
);

/** The AuditEvent of a stored row. */
export const storedEvent = ({ body }: { readonly body: string }): AuditEvent =>
  eventShape.parse(JSON.parse(body));

/** How much of others' rows the reader may see. */
export type Reader = {
  readonly userKey: string;
  readonly opened: boolean;
  readonly privacyOfficer: boolean;
  /** The reader's own opaque reference of the patient, put in place of the writer's. */
  readonly patientReference: string;
  /** Whether something was printed in a row's launch. */
  readonly isPrinted: (row: AuditRow) => boolean;
  /** Of a restricted patient: what others' rows must not give away. */
  readonly places?: Places | null;
};

const withoutJustification = (event: AuditEvent): AuditEvent => {
  const entity = (event.entity ?? []).flatMap((one) => {
    if (one.detail === undefined) return [one];
    const detail = one.detail.filter(({ type }) => !type.startsWith('justification'));
    return detail.length === 0 ? [] : [{ ...one, detail }];
  });
  return { ...event, entity };
};

/** Time, profession and the break-glass flag; who, where and why stay out. */
function masked(event: AuditEvent, patientReference: string): AuditEvent {
  const [user] = event.agent;
  // TREAT or BTG, and nothing finer: a reason of ours would say why.
  const purpose = event.purposeOfEvent?.find(({ coding = [] }) =>
    coding.every(({ system }) => system === codeSystem.actReason),
  );
  return {
    resourceType: 'AuditEvent',
    ...(event.id === undefined ? {} : { id: event.id }),
    type: event.type,
    ...(event.subtype === undefined ? {} : { subtype: event.subtype }),
    recorded: event.recorded,
    ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
    ...(purpose === undefined ? {} : { purposeOfEvent: [purpose] }),
    agent: [
      {
        role: [{ text: user?.role?.[0]?.text ?? 'Not known' }],
        requestor: true,
      },
    ],
    // The stored observer names the host's own base, or the app: that would be where.
    source: { observer: { display: 'OCS exchange' } },
    entity: [{ what: { reference: patientReference } }],
  };
}

/** The row with what else happened in its launch. */
export const withPrinted = (event: AuditEvent, printed: boolean): AuditEvent =>
  printed ? { ...event, subtype: [...(event.subtype ?? []), ours('printed')] } : event;

/** One stored row as this reader may see it. */
export function rowFor(row: AuditRow, reader: Reader): AuditEvent {
  const told = withPrinted(storedEvent(row), reader.isPrinted(row));
  const stored = { ...told, id: `log-${row.seq}` };
  const [patient, ...others] = stored.entity ?? [];
  const what = { reference: reader.patientReference };
  const event = { ...stored, entity: [{ ...patient, what }, ...others] };
  const own = row.userKey === reader.userKey;
  if (own) return event;
  const hidden = !reader.opened && !reader.privacyOfficer;
  const allowed = reader.privacyOfficer ? event : withoutJustification(event);
  const shown = hidden ? masked(event, reader.patientReference) : allowed;
  return reader.places ? withoutLocation(shown, reader.places) : shown;
}
