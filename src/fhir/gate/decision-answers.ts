/** What was answered on the gate, as the QuestionnaireResponse inside the Consent. */
import type { AccessDecision } from '../../domain/access.ts';
import type { UserRole } from '../../domain/user.ts';
import { ocs } from '../systems.ts';

type Answer =
  | { readonly valueBoolean: boolean }
  | { readonly valueString: string }
  | { readonly valueCoding: { readonly system: string; readonly code: string } };
type Item = { readonly linkId: string; readonly text?: string; readonly answer: readonly Answer[] };

/** @param context.now FHIR instant; `attestation` the words the clinician confirmed */
export function answersOf(
  decision: AccessDecision,
  role: UserRole,
  context: { readonly now: string; readonly attestation: string },
): object {
  const { basis, confirmed } = decision;
  const items: readonly (Item | null)[] = [
    { linkId: 'attestation', text: context.attestation, answer: [{ valueBoolean: true }] },
    coded('answer', basis.type),
    ...basisItems(basis),
    confirmed.length > 0
      ? {
          linkId: 'confirmed-difference',
          answer: confirmed.map((field) => ({ valueString: field })),
        }
      : null,
    said('role', roleKey(role)),
  ];
  return {
    resourceType: 'QuestionnaireResponse',
    id: 'answers',
    questionnaire: ocs.questionnaire,
    status: 'completed',
    authored: context.now,
    item: items.filter((item) => item !== null),
  };
}

function basisItems(basis: AccessDecision['basis']): readonly (Item | null)[] {
  switch (basis.type) {
    case 'patient-agreed':
    case 'young-person-agreed':
      return [];
    case 'agreed-earlier':
      return [said('asked-by', basis.askedBy), said('asked-at', basis.askedAt)];
    case 'proxy-agreed':
      return [coded('proxy', basis.proxy)];
    case 'break-glass':
      return [
        coded('reason', basis.reason),
        said('justification', basis.justification),
        basis.short ? { linkId: 'justification-short', answer: [{ valueBoolean: true }] } : null,
      ];
  }
}

const sdsRoleProfile = /^\d{12}$/;

/** The SDS role profile, else the host's own code: an id of the host's means nothing elsewhere. */
function roleKey(role: UserRole): string {
  return sdsRoleProfile.test(role.id) ? role.id : (role.codes[0]?.code ?? '');
}

function coded(linkId: string, code: string): Item {
  return { linkId, answer: [{ valueCoding: { system: ocs.accessReason, code } }] };
}

function said(linkId: string, words: string): Item | null {
  const text = words.trim();
  return text === '' ? null : { linkId, answer: [{ valueString: text }] };
}
