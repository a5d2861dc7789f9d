/** A privacy officer reviews how records were opened; no record is ever opened here. */
import type { HeldRole, KnownUser } from '../domain/user.ts';
import type { Event } from './event.ts';
import type { Authorised, Reviewing } from './state.ts';
import type { Step } from './step.ts';

/** The patient the host has open is of no interest, and nothing of them goes on from here. */
export function reviewFirst({ key, session }: Authorised, user: KnownUser, role: HeldRole): Step {
  return [
    { step: 'reviewing', key, session, user, role, review: { type: 'loading' } },
    [{ type: 'read-review' }],
  ];
}

export function reviewing(state: Reviewing, event: Event): Step {
  switch (event.type) {
    case 'review-read':
      return [{ ...state, review: { type: 'loaded', entries: event.entries } }, []];
    case 'review-failed':
      return [{ ...state, review: { type: 'failed', failure: event.failure } }, []];
    case 'review-asked-again':
      if (state.review.type === 'loading') return [state, []];
      return [{ ...state, review: { type: 'loading' } }, [{ type: 'read-review' }]];
    case 'ended-by-user':
      return [
        { step: 'ended', key: state.key },
        [
          {
            type: 'end',
            receipt: null,
            refusal: null,
            uncertain: null,
            revoked: [],
            keeps: false,
          },
        ],
      ];
    default:
      return [state, []];
  }
}
