/** "Was the patient told?", asked beside the question and never in its way (contract 2.8). */
import type { Event } from './event.ts';
import type { AtGate, Permitted, Unrecorded } from './state.ts';
import type { Step } from './step.ts';

export function withTold(state: AtGate | Permitted | Unrecorded, event: Event): Step {
  switch (event.type) {
    case 'told-answered': {
      const { consentId, answer } = event;
      const now = state.told[consentId];
      if (!isOpen(state, consentId) || (now && now.type !== 'failed')) return [state, []];
      const told = { ...state.told, [consentId]: { type: 'recording', answer } } as const;
      return [{ ...state, told }, [{ type: 'record-told', consentId, answer }]];
    }
    case 'told-recorded':
      return [answeredWith(state, event.consentId, 'recorded'), []];
    case 'told-failed':
      return [answeredWith(state, event.consentId, 'failed'), []];
    default:
      return [state, []];
  }
}

function isOpen({ standing }: AtGate | Permitted | Unrecorded, consentId: string): boolean {
  const { openItems } = standing;
  return openItems.type === 'known' && openItems.items.some((item) => item.consentId === consentId);
}

function answeredWith<S extends AtGate | Permitted | Unrecorded>(
  state: S,
  consentId: string,
  type: 'recorded' | 'failed',
): S {
  const now = state.told[consentId];
  if (now?.type !== 'recording') return state;
  return { ...state, told: { ...state.told, [consentId]: { type, answer: now.answer } } };
}
