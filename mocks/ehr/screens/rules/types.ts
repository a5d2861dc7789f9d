/** A rule as it can be tried: who opens what, what they answer, what is then to be seen. */
import type { BreakGlassReason } from '../../../../src/domain/access.ts';
import type { HostKey } from '../../../scenarios/types.ts';

export type RuleSection =
  | 'terms'
  | 'consents'
  | 'break-glass'
  | 'numbers'
  | 'identity'
  | 'people'
  | 'absence'
  | 'bad-input'
  | 'patients'
  | 'users';

/** Kinds of rows in the exchange's trail. */
export type TrailKind =
  | 'trace'
  | 'opened'
  | 'opened-again'
  | 'override-started'
  | 'override-stopped'
  | 'release'
  | 'release-completed'
  | 'log-read'
  | 'ended'
  | 'refused'
  | 'abandoned'
  | 'terms-accepted'
  | 'terms-put-off'
  | 'told'
  | 'not-yet-told'
  | 'unsafe-to-tell';

/** What to do once the app is open, before `expect` is to be seen. */
export type Act =
  | 'look'
  | 'agree'
  | 'agree-earlier'
  | 'proxy'
  | 'attorney'
  | 'deputy'
  | 'agree-and-come-back'
  | 'refuse'
  | 'serious-risk'
  | 'confirm-and-agree'
  | 'not-me-and-agree'
  | 'alive-and-agree'
  | 'accept-terms'
  | 'put-off-terms'
  | 'choose-role'
  | 'open-again'
  | 'tell-next-time'
  | 'short-justification'
  | `break-glass:${BreakGlassReason}`;

export type Rule = {
  /** The number of the rules' chapter, or `patient`, `user`; then the rule: `6-superseded`. */
  readonly id: string;
  readonly section: RuleSection;
  /** The rule in a few words. */
  readonly rule: string;
  readonly host: HostKey;
  /** A sign-in's key: a user's, or `{user}:{PractitionerRole id}`. */
  readonly user: string;
  /** A scenario's key. */
  readonly patient: string;
  readonly variant: string | null;
  readonly act: Act;
  /** A heading or other words on the app's screen. */
  readonly expect: string;
  /** Kinds of rows to be found in the trail; others may be there too. */
  readonly audit: readonly TrailKind[];
};
