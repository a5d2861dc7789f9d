import type { Intent } from '../ui/intent.ts';
import type { Happening } from './runner.ts';

/**
 * What a choice on screen means to the launch.
 * @param newId gives each decision its identifier: made once, so that a retry never records twice
 */
export function happeningOf(intent: Intent, newId: () => string): Happening {
  switch (intent.type) {
    case 'decide':
      return { type: 'decided', decision: intent.decision, decisionId: newId() };
    case 'retry-record':
      return { type: 'record-retried' };
    case 'refuse-permission':
      return { type: 'permission-refused' };
    case 'close-gate':
      return { type: 'gate-closed' };
    case 'ask-again':
      return { type: 'summary-asked-again' };
    case 'end':
      return { type: 'ended-by-user' };
  }
}
