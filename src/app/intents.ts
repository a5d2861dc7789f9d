import type { Intent } from '../ui/intent.ts';
import type { Happening } from './perform.ts';

/**
 * What a choice on screen means to the launch.
 * @param newId gives each decision its identifier: made once, so that a retry never records twice
 */
export function happeningOf(intent: Intent, newId: () => string): Happening {
  switch (intent.type) {
    case 'decide':
      return { type: 'decided', decision: intent.decision, decisionId: newId() };
    case 'confirm-permission':
      return {
        type: 'permission-confirmed',
        decision: { ...intent.decision, decisionId: newId() },
      };
    case 'declare':
      return { type: 'declared', declaration: intent.declaration };
    case 'decline-question':
      return { type: 'question-declined' };
    case 'answer-terms':
      return { type: 'terms-answered', answer: intent.answer };
    case 'answer-told':
      return { type: 'told-answered', consentId: intent.consentId, answer: intent.answer };
    case 'review-again':
      return { type: 'review-asked-again' };
    case 'retry-record':
      return { type: 'record-retried' };
    case 'refuse-permission':
      return { type: 'permission-refused' };
    case 'close-gate':
      return { type: 'gate-closed' };
    case 'acknowledge-late':
      return { type: 'late-acknowledged' };
    case 'open-document':
      return { type: 'document-asked', item: intent.item, file: intent.file };
    case 'close-document':
      return { type: 'document-closed' };
    case 'print':
      return { type: 'print-asked', printId: newId() };
    case 'close-print':
      return { type: 'print-closed' };
    case 'ask-again':
      return { type: 'summary-asked-again' };
    case 'end':
      return { type: 'ended-by-user' };
  }
}
