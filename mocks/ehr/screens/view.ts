import type { Patient } from 'fhir/r4';
import type { Scenario } from '../../scenarios/types.ts';
import type { SignIn } from '../launching.ts';

/** One patient as a host lists them: the story and the host's Patient under the chosen variant. */
export type Listed = { readonly scenario: Scenario; readonly patient: Patient };

/** What both clinical screens need to draw themselves. */
export type ListView = {
  readonly choices: readonly SignIn[];
  readonly current: SignIn;
  readonly patients: readonly Listed[];
  /** Milliseconds since the epoch, for ages. */
  readonly now: number;
};

export type RecordView = Omit<ListView, 'patients'> & {
  readonly listed: Listed;
  readonly variantKey: string | null;
};
