/** Break glasses of this user of which nobody has said whether the patient knows (contract 2.8). */
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { OpenItem, OpenItems } from '../../domain/told.ts';
import { idShape } from '../datatypes.ts';
import { codeSystem } from '../systems.ts';
import { type AuditEvent, auditEvent, eventsIn } from './audit-event.ts';

/** DICOM: Emergency Override Started. */
export const overrideStarted = { system: codeSystem.dcm, code: '110127' };

/**
 * @param pages searchsets of the user's own override-started events, or null where they could not
 *   be read
 * @returns `not-known` where any of them can not be read; nothing here says who another patient is
 */
export function openItems(pages: readonly unknown[] | null, patient: PatientRef): OpenItems {
  const events = pages && eventsIn(auditEvent, pages);
  const items = events?.map((event) => itemOf(event, patient)) ?? [null];
  const read = items.filter((item) => item !== null);
  if (read.length < items.length) return { type: 'not-known' };
  const once = new Map(read.map((item) => [item.consentId, item]));
  return { type: 'known', items: [...once.values()] };
}

function itemOf(event: AuditEvent, patient: PatientRef): OpenItem | null {
  const isOverride = (event.subtype ?? []).some(
    ({ system, code }) => system === overrideStarted.system && code === overrideStarted.code,
  );
  const references = (event.entity ?? []).flatMap(({ what }) => what?.reference ?? []);
  const consents = references.filter((each) => each.startsWith('Consent/'));
  const [consentId, another] = consents.map((each) => each.slice('Consent/'.length));
  const isDated = parseClinicalDate(event.recorded)?.precision === 'time';
  if (!isOverride || !isDated || consentId === undefined || another !== undefined) return null;
  if (!idShape.test(consentId)) return null;
  const thisPatient = references.includes(`Patient/${patient}`);
  return { consentId, recordedAt: event.recorded, thisPatient };
}
