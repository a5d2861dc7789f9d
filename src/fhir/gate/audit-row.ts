/** An AuditEvent as a row of the access log or of the review feed (contract 2.5). */
import type { AccessPurpose, CodedReason } from '../../domain/access-log.ts';
import { codeSystem, identifierSystem, ocs } from '../systems.ts';
import { shownText } from '../text.ts';
import { type AuditEvent, purposesOf, roleTextOf, userOf } from './audit-event.ts';
import { isLegal } from './decision-facts.ts';

export function purposeIn(event: AuditEvent): AccessPurpose {
  const purposes = purposesOf(event);
  const means = (code: string) =>
    purposes.some((one) => one.system === codeSystem.actReason && one.code === code);
  if (means('BTG')) return 'emergency';
  if (means('TREAT')) return 'direct-care';
  return purposes.some(isLegal) ? 'legal' : 'not-stated';
}

const ownCode = /^[a-z][a-z0-9-]{0,63}$/;

/** Our own code, and the exchange's words where it has some; TREAT and BTG alone are no reason. */
export function reasonIn({ purposeOfEvent }: AuditEvent): CodedReason | null {
  const reasons = (purposeOfEvent ?? []).flatMap(({ coding: codings = [], text }) => {
    const specific = codings.filter(({ system }) => system !== codeSystem.actReason);
    const display = specific.find((one) => one.display !== undefined)?.display;
    const own = specific.find(({ system }) => system === ocs.accessReason)?.code ?? '';
    const words = shownText(text, 120) ?? shownText(display, 120);
    const code = ownCode.test(own) ? own : null;
    return specific.length > 0 && (code ?? words) !== null ? [{ code, text: words }] : [];
  });
  return reasons.find(({ text }) => text !== null) ?? reasons[0] ?? null;
}

/** Who, where and in which role; each null where withheld or not held. */
export function whoIn(event: AuditEvent) {
  const user = userOf(event);
  const employer = event.agent.find(
    ({ who, requestor }) =>
      requestor !== true &&
      (who?.type === 'Organization' ||
        who?.identifier?.system === identifierSystem.odsOrganisation),
  );
  const { system, value } = employer?.who?.identifier ?? {};
  return {
    person: shownText(user?.name, 100) ?? shownText(user?.who?.display, 100),
    role: roleTextOf(event),
    organisation: shownText(employer?.who?.display, 100) ?? shownText(employer?.name, 100),
    organisationCode: system === identifierSystem.odsOrganisation ? shownText(value, 20) : null,
  };
}
