/** AuditEvents as IHE BALP shapes them; every agent is what the token said, never the body. */
import type {
  AuditEvent,
  AuditEventAgent,
  AuditEventEntity,
  CodeableConcept,
  Coding,
} from 'fhir/r4';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import type { Caller } from './caller.ts';
import type { Role } from './roles.ts';
import type { AuditEntry, AuditKind } from './trail.ts';

const dcm = (code: string, display: string): Coding => ({ system: codeSystem.dcm, code, display });
const balp = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition';
const disclose: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
  code: 'disclose',
  display: 'Disclose Record Lifecycle Event',
};
const authzConsent: Coding = { system: codeSystem.balpSubtype, code: 'AuthZ-Consent' };
const ours = (code: string): Coding => ({ system: ocs.accessEvent, code });
const rest = (code: string): Coding => ({ system: codeSystem.restfulInteraction, code });
const securityAlert = dcm('110113', 'Security Alert');

type EventForm = {
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: 'C' | 'R' | 'E' | 'U';
  readonly profile?: string;
};

const query: Coding = { system: codeSystem.auditEventType, code: 'rest', display: 'RESTful' };

const forms: Readonly<Record<AuditKind, EventForm>> = {
  trace: { type: query, subtype: [rest('search-type'), ours('trace')], action: 'E' },
  opened: {
    type: securityAlert,
    subtype: [authzConsent],
    action: 'C',
    profile: `${balp}/IHE.BasicAudit.AuthZconsent`,
  },
  'override-started': {
    type: securityAlert,
    subtype: [dcm('110127', 'Emergency Override Started')],
    action: 'E',
  },
  'override-stopped': {
    type: securityAlert,
    subtype: [dcm('110138', 'Emergency Override Stopped')],
    action: 'E',
  },
  release: {
    type: dcm('110106', 'Export'),
    subtype: [disclose],
    action: 'R',
    profile: `${balp}/IHE.BasicAudit.PrivacyDisclosure.Source`,
  },
  'release-completed': {
    type: dcm('110106', 'Export'),
    subtype: [disclose, ours('release-completed')],
    action: 'R',
    profile: `${balp}/IHE.BasicAudit.PrivacyDisclosure.Source`,
  },
  document: {
    type: dcm('110106', 'Export'),
    subtype: [disclose, rest('read')],
    action: 'R',
    profile: `${balp}/IHE.BasicAudit.PrivacyDisclosure.Source`,
  },
  'log-read': {
    type: dcm('110101', 'Audit Log Used'),
    subtype: [rest('search-type')],
    action: 'E',
  },
  ended: { type: securityAlert, subtype: [ours('ended')], action: 'U' },
  refused: { type: securityAlert, subtype: [ours('refused')], action: 'E' },
  abandoned: { type: securityAlert, subtype: [ours('abandoned')], action: 'E' },
  reported: { type: securityAlert, subtype: [ours('reported')], action: 'E' },
};

/** What an event is about, beyond who did it. */
export type EventFacts = {
  readonly kind: AuditKind;
  readonly caller: Caller;
  /** The exchange's base for the caller's host; names it as observer. */
  readonly base: string;
  readonly recorded: string;
  /** The keyed hash of the patient's current NHS number. */
  readonly patientKey: string;
  /** Opaque `Patient/{id}` once traced, else the host's own reference. */
  readonly patientReference: string;
  /** The role acted in; the caller's first clinical one, else first, when not given. */
  readonly role?: Role | undefined;
  readonly outcome?: '0' | '4' | '8';
  readonly outcomeDesc?: string | undefined;
  readonly purpose?: readonly CodeableConcept[] | undefined;
  readonly consentId?: string | undefined;
  /** Entity details: counts, manifests, reasons; a justification only where it is recorded. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  readonly policy?: readonly string[] | undefined;
  /** Groups one launch; the Consent id, else a fresh value. */
  readonly decision?: string | undefined;
  /** Names the app as the observer of what it reports itself (contract.md 2.7). */
  readonly observedByApp?: boolean;
};

function agents({ caller, role, policy }: EventFacts): AuditEventAgent[] {
  const acted = role ?? caller.roles.find(({ clinical }) => clinical) ?? caller.roles[0];
  const [identifier] = caller.identifiers;
  const organization = caller.organizations[0];
  const roleCode = acted?.rCode ?? acted?.code;
  const user: AuditEventAgent = {
    type: { coding: [{ system: codeSystem.participationType, code: 'IRCP' }] },
    who: { type: 'Practitioner', identifier, display: caller.name },
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
  role?.rCode === undefined ? { code } : { system: codeSystem.sdsJobRole, code };

function entities(facts: EventFacts): AuditEventEntity[] {
  const details = Object.entries(facts.details ?? {}).map(([type, valueString]) => ({
    type,
    valueString,
  }));
  return [
    {
      what: { reference: facts.patientReference },
      type: { system: codeSystem.auditEntityType, code: '1', display: 'Person' },
      role: { system: codeSystem.objectRole, code: '1', display: 'Patient' },
    },
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

/** One entry for the trail: the AuditEvent in its final words, and the columns it is found by. */
export function auditEntry(facts: EventFacts): AuditEntry {
  const form = forms[facts.kind];
  const event: AuditEvent = {
    resourceType: 'AuditEvent',
    ...(form.profile === undefined ? {} : { meta: { profile: [form.profile] } }),
    type: form.type,
    subtype: [...form.subtype],
    action: form.action,
    recorded: facts.recorded,
    outcome: facts.outcome ?? '0',
    ...(facts.outcomeDesc === undefined ? {} : { outcomeDesc: facts.outcomeDesc }),
    ...(facts.purpose === undefined ? {} : { purposeOfEvent: [...facts.purpose] }),
    agent: agents(facts),
    source: {
      observer: facts.observedByApp
        ? { identifier: { value: facts.caller.clientId }, display: 'The launch app' }
        : {
            identifier: { system: identifierSystem.uri, value: facts.base },
            display: 'OCS exchange',
          },
    },
    entity: entities(facts),
  };
  return {
    kind: facts.kind,
    recorded: facts.recorded,
    patient: facts.patientKey,
    userKey: facts.caller.userKey,
    decision: facts.decision ?? facts.consentId ?? crypto.randomUUID(),
    body: JSON.stringify(event),
  };
}
