/** What a privacy officer reviews: how records were opened and refused, never what is in them. */
import type { AccessLogEntry } from './access-log.ts';

export type ReviewKind =
  | 'break-glass'
  | 'refused'
  | 'own-record'
  | 'abandoned'
  | 'told'
  | 'not-yet-told'
  | 'unsafe-to-tell';

export type ReviewEntry = Omit<AccessLogEntry, 'isYou'> & {
  readonly kind: ReviewKind;
  /** The same for every row about one patient; says nothing of who they are. */
  readonly patient: string | null;
  /** Words of the user; only ever shown here and to their author. */
  readonly justification: string | null;
};
