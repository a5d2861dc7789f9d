/** Medicines by drug: every source's lines side by side. Nothing is computed, nothing reconciled. */
import type { Row } from './combine.ts';
import { rowsOf } from './combine.ts';
import { byDrug, groupedBy } from './by-drug.ts';
import { type Difference, differencesOf } from './differences.ts';
import { drugName } from './drug-name.ts';
import type { Medication } from './item.ts';
import { once } from './once.ts';
import { arrivalsOf, firstKey, type Summary } from './summary.ts';
import { hasWords } from './words.ts';

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
  /** Its first row's to arrive, see {@link Row}: a brand that comes later renames no drug. */
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
export const drugsOf = once(allDrugs);

/** In the order in which they are read. */
export const standings = ['current', 'not-stated', 'ended'] as const;

function allDrugs(summary: Summary, critical: CriticalMedicines): readonly Drug[] {
  const drugOf = new Map<string, string>();
  for (const [drug, lines] of byDrug(summary)) {
    for (const { key } of lines) drugOf.set(key, drug);
  }
  const rows = groupedBy(rowsOf(summary, 'medication'), ({ key }) => drugOf.get(key) ?? key);
  const drugs = [...rows.values()].flatMap((lines) => asDrug(summary, critical, lines));
  return standings.flatMap((standing) => drugs.filter((drug) => drug.standing === standing));
}

function asDrug(
  summary: Summary,
  critical: CriticalMedicines,
  rows: readonly Row<Medication>[],
): readonly Drug[] {
  const [newest, ...older] = rows;
  if (!newest) return [];
  const ordered = standings.flatMap((one) => rows.filter((row) => standingOf(row) === one));
  const items = rows.flatMap((row) => row.items);
  return [
    {
      key: firstKey([newest, ...older], arrivalsOf(summary, 'medication')),
      name: drugName(newest.items[0].title),
      rows: ordered,
      standing: standings.find((one) => rows.some((row) => standingOf(row) === one)) ?? 'ended',
      differences: [...new Set(items.flatMap((item) => differencesOf(summary, item)))],
      critical: criticalOf(critical, items),
    },
  ];
}

/** Items of one row have one status: what differs in it is never combined. */
function standingOf({ items: [{ status }] }: Row<Medication>): Drug['standing'] {
  return medicineStanding(status);
}

/** Only what its source calls current is among the current ones. */
export function medicineStanding(status: Medication['status']): Drug['standing'] {
  switch (status) {
    case 'current':
    case 'not-stated':
      return status;
    case 'completed':
    case 'stopped':
    case 'not-taken':
      return 'ended';
  }
}

/**
 * The first class, in the deployer's order, that any of the lines' names is of; null for none. One
 * name is looked at once, however many lines have it.
 */
function criticalOf(critical: CriticalMedicines, items: readonly Medication[]): string | null {
  const names = new Set(items.flatMap(({ title, codes }) => [title, ...displaysOf(codes)]));
  return critical.find((each) => [...names].some((name) => isOf(each, name)))?.name ?? null;
}

function displaysOf(codes: Medication['codes']): readonly string[] {
  return codes.flatMap(({ display }) => display ?? []);
}

function isOf({ words }: CriticalClass, name: string): boolean {
  return words.some((word) => hasWords(name, word));
}
