/**
 * The access decision as the one Consent the exchange records before it releases anything
 * (contract 2.3; IHE PCF; THO consentscope, v3-ActReason, v3-ParticipationType).
 */
import type { ProxyKind } from '../../domain/access.ts';
import type { User, UserRole } from '../../domain/user.ts';
import { codeSystem, identifierSystem, ocs } from '../systems.ts';
import { type AnswerContext, answersOf } from './decision-answers.ts';
import { type DecisionFacts, policyOf, purposeOf } from './decision-facts.ts';

/**
 * @param context.now FHIR instant of the decision; a retry must repeat it, since the exchange
 *   takes the same identifier with other content for another decision
 * @param context.attestation the words shown above the button that was pressed
 * @returns the transaction Bundle, ready to be sent as JSON
 */
export function decisionBundle(facts: DecisionFacts, context: AnswerContext): object {
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

function consent(facts: DecisionFacts, urn: string, context: AnswerContext): object {
  const { basis } = facts.decision;
  const patient = { reference: `Patient/${facts.patient}` };
  const proxy = basis.type === 'proxy-agreed' ? [relatedPerson(patient, basis.proxy)] : [];
  return {
    resourceType: 'Consent',
    contained: [answersOf(facts, context), ...proxy],
    identifier: [{ system: identifierSystem.uri, value: urn }],
    status: 'active',
    scope: concept(codeSystem.consentScope, 'patient-privacy'),
    category: [concept(codeSystem.loinc, '59284-0')],
    patient,
    dateTime: context.now,
    performer: [performerOf(facts, patient)],
    ...organisationOf(facts.role),
    sourceReference: { reference: '#answers' },
    policy: [{ uri: policyOf(basis) }],
    provision: {
      type: 'permit',
      purpose: [purposeOf(basis)],
      actor: [
        {
          role: concept(codeSystem.participationType, 'IRCP'),
          reference: logicalUser(facts.user),
        },
      ],
    },
  };
}

/** Who said yes; for break glass the clinician (contract 2.3). */
function performerOf({ decision, user }: DecisionFacts, patient: object): object {
  switch (decision.basis.type) {
    case 'break-glass':
      return logicalUser(user);
    case 'proxy-agreed':
      return { reference: '#proxy' };
    default:
      return patient;
  }
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
