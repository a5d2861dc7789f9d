import type { OwnPermit } from './access.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { TracedPatient } from './person.ts';
import type { SourceCoverage } from './source.ts';
import type { TermsStanding } from './terms.ts';
import type { OpenItems } from './told.ts';

/** Every answer a demographics trace can give. Source: domain notes section 6. */
export type TraceOutcome =
  | {
      readonly type: 'found';
      readonly patient: TracedPatient;
      readonly coverage: readonly SourceCoverage[];
    }
  /** `by` is the number in its place; null where the answer does not say. */
  | { readonly type: 'superseded'; readonly by: NhsNumber | null }
  | { readonly type: 'invalidated' }
  | { readonly type: 'not-found' }
  | { readonly type: 'several' }
  /** 403 REQUEST_UNMATCHED: the exchange reads another patient behind the token. */
  | { readonly type: 'unmatched' };

/** What holds before the question is asked. Source: contract 2.2. */
export type Standing = {
  /** The patient has chosen not to share. Shuts the record; nothing overrides it. */
  readonly dissent: boolean;
  readonly earlierOpenings: EarlierOpenings;
  readonly terms: TermsStanding;
  /** This user's own, current Consents for this patient. */
  readonly ownPermits: readonly OwnPermit[];
  readonly openItems: OpenItems;
};

/** Before permission no name, no organisation: only how often, when last, and how. */
export type EarlierOpenings =
  | { readonly type: 'known'; readonly rows: readonly EarlierOpening[] }
  | { readonly type: 'not-known' };

export type EarlierOpening = {
  readonly recordedAt: string;
  readonly breakGlass: boolean;
  /** By the user who is asking now. */
  readonly own: boolean;
  /** The opener's profession, in the words of their host; null where withheld. */
  readonly profession: string | null;
};
