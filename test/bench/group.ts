import type { Row } from './row.ts';
import type { Bench } from './session.ts';

/** Rows that are measured together. */
export type Group = {
  /** Words by which `--only` finds it. */
  readonly about: string;
  /** Throws where it could not be measured. */
  readonly rows: (bench: Bench) => Promise<readonly Row[]>;
};
