/** One source in one OperationOutcome issue, the same shape wherever a source is reported. */
import type { Coding, OperationOutcomeIssue } from 'fhir/r4';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { exchangeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import type { SourceProfile } from '../scenarios/types.ts';

export type SourceStateCode =
  | 'participating'
  | 'not-sharing'
  | 'down'
  | 'answered'
  | 'answered-withheld'
  | 'nothing-recorded'
  | 'not-known'
  | 'dissent'
  | 'no-relationship'
  | 'timeout'
  | 'failed'
  | 'unavailable'
  | 'in-transit'
  | 'awaiting-filing';

type Form = {
  readonly severity: OperationOutcomeIssue['severity'];
  readonly code: OperationOutcomeIssue['code'];
  readonly spine?: string;
  readonly says: string;
};

const forms: Readonly<Record<SourceStateCode, Form>> = {
  participating: { severity: 'information', code: 'informational', says: 'takes part' },
  'not-sharing': {
    severity: 'error',
    code: 'forbidden',
    spine: 'NO_ORGANISATIONAL_CONSENT',
    says: 'has not agreed to share',
  },
  down: { severity: 'error', code: 'transient', says: 'does not answer now' },
  answered: { severity: 'information', code: 'informational', says: 'answered' },
  'answered-withheld': {
    severity: 'warning',
    code: 'suppressed',
    says: 'answered, and withheld some items',
  },
  'nothing-recorded': {
    severity: 'information',
    code: 'informational',
    says: 'was asked, and nothing is recorded',
  },
  'not-known': {
    severity: 'information',
    code: 'not-found',
    spine: 'PATIENT_NOT_FOUND',
    says: 'does not know this patient',
  },
  dissent: {
    severity: 'error',
    code: 'forbidden',
    spine: 'NO_PATIENT_CONSENT',
    says: 'the patient has chosen not to share',
  },
  'no-relationship': {
    severity: 'error',
    code: 'forbidden',
    spine: 'NO_RELATIONSHIP',
    says: 'refused',
  },
  timeout: { severity: 'error', code: 'timeout', says: 'did not answer in time' },
  failed: { severity: 'error', code: 'exception', says: 'failed' },
  unavailable: { severity: 'error', code: 'transient', says: 'was not available' },
  'in-transit': {
    severity: 'warning',
    code: 'incomplete',
    spine: 'data-in-transit',
    says: 'is still waiting for the record of the previous practice',
  },
  'awaiting-filing': {
    severity: 'warning',
    code: 'incomplete',
    spine: 'data-awaiting-filing',
    says: 'has received data that is not filed yet',
  },
};

/** What is known of one source's answer. `asked`: an instant; `tookMs`: milliseconds. */
export type SourceReport = {
  readonly profile: SourceProfile;
  readonly state: SourceStateCode;
  readonly asked?: string;
  readonly tookMs?: number;
  readonly upTo?: string;
  readonly confidentialItems?: boolean;
};

/** The issue, with the source, when it was asked, how long it took and how old its data is. */
export function sourceIssue(report: SourceReport): OperationOutcomeIssue {
  const { profile, state, asked, tookMs, upTo } = report;
  const { severity, code, spine, says } = forms[state];
  const coding: Coding[] = [{ system: ocs.sourceState, code: state }];
  if (spine !== undefined) coding.push({ system: exchangeSystem.spine, code: spine });
  if (report.confidentialItems) {
    coding.push({ system: clinicalSystem.listEmptyReason, code: 'withheld' });
    coding.push({ system: exchangeSystem.spine, code: 'confidential-items' });
  }
  const source = {
    type: 'Organization',
    identifier: {
      ...(profile.placeHidden ? {} : { system: identifierSystem.odsOrganisation }),
      value: profile.odsCode,
    },
    display: profile.name,
  };
  return {
    extension: [
      { url: ocs.issueSource, valueReference: source },
      { url: ocs.issueTag, valueString: profile.shortName },
      ...(profile.keeps ?? []).map((kept) => ({ url: ocs.issueKeeps, valueCode: kept })),
      ...(asked === undefined ? [] : [{ url: ocs.issueAsked, valueInstant: asked }]),
      ...(tookMs === undefined ? [] : [{ url: ocs.issueMilliseconds, valueInteger: tookMs }]),
      ...(upTo === undefined ? [] : [{ url: ocs.issueUpTo, valueDateTime: upTo }]),
    ],
    severity,
    code,
    details: { coding, text: `${profile.name}: ${says}` },
  };
}
