/** Medicines: current first; a stopped one is never shown as current, nor is "stopped" inferred. */
import { useState } from 'preact/hooks';
import { type Drug, drugsOf, medicineStanding, standings } from '../../domain/summary/medicines.ts';
import { medicineGroupWords, medicineWords } from '../wording/medicines.ts';
import { MedicinesTable, OpenLines } from './medicines-table.tsx';
import { MedicineWords } from './medicine-words.tsx';
import { RowLine } from './item-row.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { useView } from './view.ts';

/** One column per source; every entry by itself where that is asked for. */
export function Medicines() {
  const { summary, policy, combined } = useView();
  const drugs = drugsOf(summary, policy.criticalMedicines);
  const { rows } = useRows('medication');
  return (
    <Section
      kind="medication"
      summary={summary}
      count={combined ? drugs.length : rows.length}
      withAges
    >
      {combined ? <ByDrug drugs={drugs} /> : <OneByOne />}
    </Section>
  );
}

function ByDrug({ drugs }: { drugs: readonly Drug[] }) {
  const { hasDied } = useView();
  const [lines] = useState(() => new Set<string>());
  return (
    <OpenLines.Provider value={lines}>
      {drugs.length > 0 && <p class="quiet">{medicineWords.combined}</p>}
      {standings.map((group) => {
        const found = drugs.filter(({ standing }) => standing === group);
        return found.length === 0 ? null : (
          <div class="group" key={group}>
            <h3>{medicineGroupWords(group, hasDied)}</h3>
            <MedicinesTable
              drugs={found}
              group={medicineGroupWords(group, hasDied)}
              // A list of what is taken is not cut short; what is over may be.
              first={group === 'ended' ? 10 : 50}
            />
          </div>
        );
      })}
    </OpenLines.Provider>
  );
}

function OneByOne() {
  const { hasDied } = useView();
  const { rows } = useRows('medication');
  return (
    <>
      {standings.map((group) => {
        const found = rows.filter(({ items: [item] }) => medicineStanding(item.status) === group);
        return found.length === 0 ? null : (
          <div class="group" key={group}>
            <h3>{medicineGroupWords(group, hasDied)}</h3>
            <PagedList
              anchored
              items={found}
              row={(row) => (
                <RowLine row={row}>
                  <MedicineWords item={row.items[0]} />
                </RowLine>
              )}
            />
          </div>
        );
      })}
    </>
  );
}
