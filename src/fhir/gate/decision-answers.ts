/** What was answered on the gate, as the QuestionnaireResponse inside the Consent. */
import type { AccessDecision, Declaration, Reopening } from '../../domain/access.ts';
import { roleKey } from '../../domain/user.ts';
import { ocs } from '../systems.ts';
import type { DecisionFacts } from './decision-facts.ts';

type Answer =
  | { readonly valueBoolean: boolean }
  | { readonly valueString: string }
  | { readonly valueCoding: { readonly system: string; readonly code: string } };
type Item = { readonly linkId: string; readonly text?: string; readonly answer: readonly Answer[] };

export type AnswerContext = {
  /** FHIR instant of the decision. */
  readonly now: string;
  /** The words the clinician confirmed. */
  readonly attestation: string;
  /** Canonical URL of the terms, without a version. */
  readonly termsUrl: string;
};

/** Items as contract 2.3 names them; `decided-answers.ts` reads them back. */
export function answersOf(facts: DecisionFacts, context: AnswerContext): object {
  const { decision, declared, reopens, role, terms } = facts;
  const { basis, confirmed } = decision;
  const items: readonly (Item | null)[] = [
    { ...flag('attestation'), text: context.attestation },
    coded('answer', basis.type),
    ...basisItems(basis),
    confirmed.length > 0
      ? {
          linkId: 'confirmed-difference',
          answer: confirmed.map((field) => ({ valueString: field })),
        }
      : null,
    said('role', roleKey(role)),
    ...[...new Set<Declaration>(declared)].map(flag),
    terms === null ? null : said('terms', `${context.termsUrl}|${terms}`),
    reopens && said(reopeningItem[reopens.type], reopens.consentId),
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

/** A reload within its launch, or permission that stands for the encounter: never both. */
const reopeningItem: Readonly<Record<Reopening['type'], string>> = {
  'same-launch': 'reopens',
  'same-encounter': 'stands-on',
};

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
        basis.short ? flag('justification-short') : null,
      ];
  }
}

function flag(linkId: string): Item {
  return { linkId, answer: [{ valueBoolean: true }] };
}

function coded(linkId: string, code: string): Item {
  return { linkId, answer: [{ valueCoding: { system: ocs.accessReason, code } }] };
}

function said(linkId: string, words: string): Item | null {
  const text = words.trim();
  return text === '' ? null : { linkId, answer: [{ valueString: text }] };
}
