/** What the answers ask for: needed to draw the question, before any is given. */
import { type BreakGlassReason, deathReason, reachOf } from '../../domain/access.ts';
import type { Answer } from './draft.ts';
import type { GateRules } from './judge.ts';

/** Which reasons belong to an answer, in the deployer's order; none where it needs none. */
export function reasonsFor(
  answer: Answer | null,
  { reasons }: Pick<GateRules, 'reasons'>,
): readonly BreakGlassReason[] {
  switch (answer) {
    case 'break-glass':
      return reasons.filter((reason) => reachOf(reason) === 'cannot-ask');
    case 'overriding':
      return reasons.filter((reason) => reachOf(reason) === 'overriding');
    case 'certifying':
      return [deathReason];
    default:
      return [];
  }
}

/** A reason and a justification are asked for, and the button is red. */
export function breaksGlass(answer: Answer | null): boolean {
  return answer === 'break-glass' || answer === 'overriding' || answer === 'certifying';
}
