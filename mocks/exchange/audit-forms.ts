/** How each kind of event is coded: DICOM, IHE BALP and lifecycle codes first, ours beside them. */
import type { Coding } from 'fhir/r4';
import { codeSystem, exchangeSystem, ocs } from '../../src/fhir/systems.ts';
import type { AuditKind } from './trail.ts';

export const dcm = (code: string, display: string): Coding => ({
  system: codeSystem.dcm,
  code,
  display,
});
const balp = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition';
const lifecycle = (code: string, display: string): Coding => ({
  system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
  code,
  display,
});
const disclose = lifecycle('disclose', 'Disclose Record Lifecycle Event');
const authzConsent: Coding = { system: exchangeSystem.balpSubtype, code: 'AuthZ-Consent' };
export const ours = (code: string): Coding => ({ system: ocs.accessEvent, code });
const rest = (code: string): Coding => ({ system: exchangeSystem.restfulInteraction, code });
const securityAlert = dcm('110113', 'Security Alert');

type EventForm = {
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: 'C' | 'R' | 'E' | 'U';
  readonly profile?: string;
};

const query: Coding = { system: exchangeSystem.auditEventType, code: 'rest', display: 'RESTful' };

export const auditForms: Readonly<Record<AuditKind, EventForm>> = {
  trace: { type: query, subtype: [rest('search-type'), ours('trace')], action: 'E' },
  opened: {
    type: securityAlert,
    subtype: [authzConsent],
    action: 'C',
    profile: `${balp}/IHE.BasicAudit.AuthZconsent`,
  },
  'opened-again': {
    type: securityAlert,
    subtype: [authzConsent, ours('reopened')],
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
  printed: {
    type: dcm('110106', 'Export'),
    subtype: [lifecycle('report', 'Report (Output) Record Lifecycle Event'), ours('printed')],
    action: 'R',
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
  told: { type: securityAlert, subtype: [ours('told')], action: 'E' },
  'not-yet-told': { type: securityAlert, subtype: [ours('not-yet-told')], action: 'E' },
  'unsafe-to-tell': { type: securityAlert, subtype: [ours('unsafe-to-tell')], action: 'E' },
  'terms-accepted': { type: query, subtype: [ours('terms-accepted')], action: 'C' },
  'terms-put-off': { type: query, subtype: [ours('terms-put-off')], action: 'C' },
};
