/** Medicines by drug: every source's lines side by side. Nothing is computed, nothing reconciled. */
import type { Row } from './combine.ts';
import { rowsOf } from './combine.ts';
import type { Difference } from './differences.ts';
import type { Medication } from './item.ts';
import type { Summary } from './summary.ts';

/** Medicines a first look must show, by the words of their names: the deployer's list. */
export type CriticalMedicines = readonly CriticalClass[];
export type CriticalClass = {
  /** "Anticoagulants". */
  readonly name: string;
  /** Lower case; one of them stands in the product's name as whole words. */
  readonly words: readonly string[];
};

/** One drug, in all its strengths and products, by everybody. */
export type Drug = {
  readonly key: string;
  /** "Warfarin": the product's name up to its strength, as the newest line writes it. */
  readonly name: string;
  /** Current first, then not stated, then ended; newest first in each. */
  readonly rows: readonly Row<Medication>[];
  /** `current` where any line is. */
  readonly standing: 'current' | 'not-stated' | 'ended';
  readonly differences: readonly Difference[];
  /** Name of the first class it is in; null for none. */
  readonly critical: string | null;
};

/** Drugs, those that are current first, in the order of their newest lines. */
export function drugsOf(summary: Summary, critical: CriticalMedicines): readonly Drug[] {
  return rowsOf(summary, 'medication').map((row) => {
    const [first] = row.items;
    const name = first.title.toLowerCase();
    const found = critical.find(({ words }) => words.some((word) => name.includes(word)));
    const ended = first.status === 'stopped' || first.status === 'not-taken';
    return {
      key: row.key,
      name: first.title,
      rows: [row],
      standing: ended ? 'ended' : first.status === 'current' ? 'current' : 'not-stated',
      differences: [],
      critical: found?.name ?? null,
    };
  });
}
