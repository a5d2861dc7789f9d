/** What every part of the paper is drawn from. */
import type { CriticalMedicines } from '../../../domain/summary/medicines.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { SourceNames } from '../source-names.ts';

export type Paper = {
  /** Everything that arrived; headings and differences rest on it, whatever is filtered. */
  readonly summary: Summary;
  readonly names: SourceNames;
  /** The deployer's: drugs are worked out with them, on paper as on screen. */
  readonly critical: CriticalMedicines;
  /** Nothing is planned, or going on, of who has died. */
  readonly hasDied: boolean;
};
