/** Medicines by drug: every source's lines side by side. Nothing is computed, nothing reconciled. */
import type { Row } from './combine.ts';
import { rowsOf } from './combine.ts';
import { byDrug, groupedBy } from './by-drug.ts';
import { type Difference, differencesOf } from './differences.ts';
import { drugName } from './drug-name.ts';
import type { Medication } from './item.ts';
import type { Summary } from './summary.ts';
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

const made = new WeakMap<Summary, WeakMap<CriticalMedicines, readonly Drug[]>>();

/** Drugs, those that are current first, in the order of their newest lines. */
export function drugsOf(summary: Summary, critical: CriticalMedicines): readonly Drug[] {
  const known = made.get(summary) ?? new WeakMap<CriticalMedicines, readonly Drug[]>();
  made.set(summary, known);
  const drugs = known.get(critical) ?? allDrugs(summary, critical);
  known.set(critical, drugs);
  return drugs;
}

const standings = ['current', 'not-stated', 'ended'] as const;

function allDrugs(summary: Summary, critical: CriticalMedicines): readonly Drug[] {
  const drugOf = new Map<string, string>();
  for (const [drug, lines] of byDrug(summary)) {
    for (const { key } of lines) drugOf.set(key, drug);
  }
  const rows = groupedBy(rowsOf(summary, 'medication'), ({ key }) => drugOf.get(key) ?? key);
  const drugs = [...rows].flatMap(([key, lines]) => asDrug(summary, critical, key, lines));
  return standings.flatMap((standing) => drugs.filter((drug) => drug.standing === standing));
}

function asDrug(
  summary: Summary,
  critical: CriticalMedicines,
  key: string,
  rows: readonly Row<Medication>[],
): readonly Drug[] {
  const [newest] = rows;
  if (!newest) return [];
  const ordered = standings.flatMap((one) => rows.filter((row) => standingOf(row) === one));
  const items = rows.flatMap((row) => row.items);
  return [
    {
      key,
      name: drugName(newest.items[0].title),
      rows: ordered,
      standing: standings.find((one) => rows.some((row) => standingOf(row) === one)) ?? 'ended',
      differences: [...new Set(items.flatMap((item) => differencesOf(summary, item)))],
      critical: critical.find((each) => items.some((item) => isOf(each, item)))?.name ?? null,
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

function isOf({ words }: CriticalClass, { title, codes }: Medication): boolean {
  const names = [title, ...codes.flatMap(({ display }) => display ?? [])];
  return names.some((name) => words.some((word) => hasWords(name, word)));
}
