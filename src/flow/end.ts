/** A record that is closed by who opened it. Needs no code but this: ending is never waited for. */
import type { Retrieving, Showing } from './state.ts';
import type { Policy, Step } from './step.ts';

/** A permission that stands for the encounter outlives the screen; a break glass never does. */
export function ended({ key, receipt, verified }: Retrieving | Showing, policy: Policy): Step {
  const keeps =
    policy.permissionStands &&
    receipt.basis === 'permission' &&
    verified.session.encounterId !== null;
  return [
    { step: 'ended', key },
    [{ type: 'end', receipt, refusal: null, uncertain: null, revoked: [], keeps }],
  ];
}
