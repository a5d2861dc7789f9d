/**
 * The access decision as the one Consent the exchange records before it releases anything
 * (contract 2.3; IHE PCF; THO consentscope, v3-ActReason, v3-ParticipationType).
 */
import type { AccessDecision, ProxyKind } from '../../domain/access.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { User, UserRole } from '../../domain/user.ts';
import { codeSystem, identifierSystem, ocs } from '../systems.ts';
import { answersOf } from './decision-answers.ts';

export type DecisionFacts = {
  /** Lower-case UUID, made once per decision: a retry carries the same one. */
  readonly decisionId: string;
  readonly decision: AccessDecision;
  readonly patient: PatientRef;
  readonly clinician: { readonly user: User; readonly role: UserRole };
};

/**
 * @param context.now FHIR instant of the decision; a retry must repeat it, since the exchange
 *   takes the same identifier with other content for another decision
 * @param context.attestation the words shown above the button that was pressed
 * @returns the transaction Bundle, ready to be sent as JSON
 */
export function decisionBundle(
  facts: DecisionFacts,
  context: { readonly now: string; readonly attestation: string },
): object {
  const urn = `urn:uuid:${facts.decisionId}`;
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: urn,
        resource: consent(facts, urn, context),
        request: {
          method: 'POST',
          url: 'Consent',
          ifNoneExist: `identifier=${identifierSystem.uri}|${urn}`,
        },
      },
    ],
  };
}

function consent(
  facts: DecisionFacts,
  urn: string,
  context: { readonly now: string; readonly attestation: string },
): object {
  const { decision, clinician } = facts;
  const { basis } = decision;
  const breakGlass = basis.type === 'break-glass';
  const patient = { reference: `Patient/${facts.patient}` };
  const proxy = basis.type === 'proxy-agreed' ? [relatedPerson(patient, basis.proxy)] : [];
  return {
    resourceType: 'Consent',
    contained: [answersOf(decision, clinician.role, context), ...proxy],
    identifier: [{ system: identifierSystem.uri, value: urn }],
    status: 'active',
    scope: concept(codeSystem.consentScope, 'patient-privacy'),
    category: [concept(codeSystem.loinc, '59284-0')],
    patient,
    dateTime: context.now,
    performer: [
      breakGlass
        ? logicalUser(clinician.user)
        : proxy.length > 0
          ? { reference: '#proxy' }
          : patient,
    ],
    ...organisationOf(clinician.role),
    sourceReference: { reference: '#answers' },
    policy: [{ uri: breakGlass ? ocs.breakGlassPolicy : ocs.permissionPolicy }],
    provision: {
      type: 'permit',
      purpose: [{ system: codeSystem.actReason, code: breakGlass ? 'BTG' : 'TREAT' }],
      actor: [
        {
          role: concept(codeSystem.participationType, 'IRCP'),
          reference: logicalUser(clinician.user),
        },
      ],
    },
  };
}

function relatedPerson(patient: object, proxy: ProxyKind): object {
  return {
    resourceType: 'RelatedPerson',
    id: 'proxy',
    patient,
    relationship: [{ ...concept(ocs.accessReason, proxy), text: proxyWords[proxy] }],
  };
}

const proxyWords: Readonly<Record<ProxyKind, string>> = {
  attorney: 'Health and welfare attorney',
  deputy: 'Court-appointed deputy',
  'parental-responsibility': 'Person with parental responsibility',
};

/** A logical reference: the exchange compares it with what it read at the host itself. */
function logicalUser(user: User): object {
  const { system, value } = user.identifier;
  return { type: 'Practitioner', identifier: { system, value }, display: user.displayName };
}

function organisationOf({ organisation }: UserRole): object {
  if (!organisation?.odsCode) return {};
  const identifier = { system: identifierSystem.odsOrganisation, value: organisation.odsCode };
  return { organization: [{ type: 'Organization', identifier, display: organisation.name }] };
}

function concept(system: string, code: string): { coding: object[] } {
  return { coding: [{ system, code }] };
}
