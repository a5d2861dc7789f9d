/** AuditEvents as IHE BALP shapes them; every agent is what the token said, never the body. */
import type {
  AuditEvent,
  AuditEventAgent,
  AuditEventEntity,
  CodeableConcept,
  Coding,
  Reference,
} from 'fhir/r4';
import { codeSystem, exchangeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { auditForms, dcm, ours } from './audit-forms.ts';
import type { Caller } from './caller.ts';
import type { Role } from './roles.ts';
import type { AuditEntry, AuditKind } from './trail.ts';

/** What an event is about, beyond who did it. */
export type EventFacts = {
  readonly kind: AuditKind;
  readonly caller: Caller;
  /** The exchange's base for the caller's host; names it as observer. */
  readonly base: string;
  readonly recorded: string;
  /** The keyed hash of the patient's current NHS number; none where it is about no patient. */
  readonly patientKey?: string;
  /** Opaque `Patient/{id}` once traced, else the host's own reference. */
  readonly patientReference?: string;
  /** The role acted in; the caller's first clinical one, else first, when not given. */
  readonly role?: Role | undefined;
  readonly outcome?: '0' | '4' | '8';
  readonly outcomeDesc?: string | undefined;
  readonly purpose?: readonly CodeableConcept[] | undefined;
  readonly consentId?: string | undefined;
  /** Entity details: counts, manifests, reasons; a justification only where it is recorded. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  readonly policy?: readonly string[] | undefined;
  /** Of the launch it belongs to; the presented token's own unless it goes back to another. */
  readonly launch?: string | undefined;
  /** Names the request, where it may come a second time. */
  readonly request?: string | undefined;
  /** The page was loaded anew: a second opening of the same decision. */
  readonly reopened?: boolean;
  /** Names the app as the observer of what it reports itself (contract.md 2.7). */
  readonly observedByApp?: boolean;
};

function agents({ caller, role, policy }: EventFacts): AuditEventAgent[] {
  const acted = role ?? caller.roles.find(({ clinical }) => clinical) ?? caller.roles[0];
  const [identifier] = caller.identifiers;
  const organization = acted === undefined ? caller.organizations[0] : acted.organization;
  const roleCode = acted?.rCode ?? acted?.code;
  const user: AuditEventAgent = {
    type: { coding: [{ system: codeSystem.participationType, code: 'IRCP' }] },
    who: { type: 'Practitioner', identifier, display: caller.name },
    ...(caller.registration === undefined ? {} : { altId: caller.registration }),
    name: caller.name,
    role: [
      {
        ...(roleCode === undefined ? {} : { coding: [roleCoding(acted, roleCode)] }),
        text: acted?.display ?? 'No role',
      },
    ],
    requestor: true,
    ...(policy === undefined ? {} : { policy: [...policy] }),
  };
  const app: AuditEventAgent = {
    type: { coding: [dcm('110150', 'Application')] },
    who: { identifier: { value: caller.clientId } },
    requestor: false,
  };
  if (organization === undefined) return [user, app];
  const { odsCode, name } = organization;
  const ods = { system: identifierSystem.odsOrganisation, value: odsCode ?? '' };
  const employer: AuditEventAgent = {
    type: { text: 'organisation' },
    who: {
      type: 'Organization',
      ...(odsCode === undefined ? {} : { identifier: ods }),
      display: name,
    },
    requestor: false,
  };
  return [user, employer, app];
}

const roleCoding = (role: Role | undefined, code: string): Coding =>
  role?.rCode === undefined ? { code } : { system: exchangeSystem.sdsJobRole, code };

/** The patient of an event, by whichever name its reader may know. */
export const patientEntity = (what: Reference): AuditEventEntity => ({
  what,
  type: { system: exchangeSystem.auditEntityType, code: '1', display: 'Person' },
  role: { system: codeSystem.objectRole, code: '1', display: 'Patient' },
});

function entities(facts: EventFacts): AuditEventEntity[] {
  const details = Object.entries(facts.details ?? {}).map(([type, valueString]) => ({
    type,
    valueString,
  }));
  const reference = facts.patientReference;
  return [
    ...(reference === undefined ? [] : [patientEntity({ reference })]),
    ...(facts.consentId === undefined
      ? []
      : [
          {
            what: { reference: `Consent/${facts.consentId}` },
            type: { system: 'http://hl7.org/fhir/resource-types', code: 'Consent' },
          },
        ]),
    ...(details.length === 0 ? [] : [{ detail: details }]),
  ];
}

const observerOf = (base: string): Reference => ({
  identifier: { system: identifierSystem.uri, value: base },
  display: 'OCS exchange',
});

/** One entry for the trail: the AuditEvent in its final words, and the columns it is found by. */
export function auditEntry(facts: EventFacts): AuditEntry {
  const form = auditForms[facts.kind];
  const about = entities(facts);
  const event: AuditEvent = {
    resourceType: 'AuditEvent',
    ...(form.profile === undefined ? {} : { meta: { profile: [form.profile] } }),
    type: form.type,
    subtype: [...form.subtype, ...(facts.reopened === true ? [ours('reopened')] : [])],
    action: form.action,
    recorded: facts.recorded,
    outcome: facts.outcome ?? '0',
    ...(facts.outcomeDesc === undefined ? {} : { outcomeDesc: facts.outcomeDesc }),
    ...(facts.purpose === undefined ? {} : { purposeOfEvent: [...facts.purpose] }),
    agent: agents(facts),
    source: {
      observer: facts.observedByApp
        ? { identifier: { value: facts.caller.clientId }, display: 'The launch app' }
        : observerOf(facts.base),
    },
    ...(about.length === 0 ? {} : { entity: about }),
  };
  return {
    kind: facts.kind,
    recorded: facts.recorded,
    patient: facts.patientKey ?? '',
    userKey: facts.caller.userKey,
    decision: facts.consentId ?? crypto.randomUUID(),
    launch: facts.launch ?? facts.caller.launch,
    request: facts.request ?? '',
    body: JSON.stringify(event),
  };
}

/** An acceptance of the terms from before this trail: nobody is calling, a name and a time are known. */
export function seededAcceptance(facts: {
  readonly userKey: string;
  readonly name: string;
  readonly recorded: string;
  readonly canonical: string;
  readonly base: string;
}): AuditEntry {
  const { type, subtype, action } = auditForms['terms-accepted'];
  const { userKey, name, recorded, canonical, base } = facts;
  const event: AuditEvent = {
    resourceType: 'AuditEvent',
    ...{ type, subtype: [...subtype], action, recorded, outcome: '0' },
    agent: [{ who: { display: name }, name, requestor: true, policy: [canonical] }],
    source: { observer: observerOf(base) },
  };
  const id = crypto.randomUUID();
  const columns = { kind: 'terms-accepted', recorded, patient: '', userKey } as const;
  return { ...columns, decision: id, launch: id, request: '', body: JSON.stringify(event) };
}
