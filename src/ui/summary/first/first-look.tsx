/** The first ten seconds, in the order they are needed (scenarios, "First ten seconds"). */
import { useMemo } from 'preact/hooks';
import { firstLook, type FirstLook as Look } from '../../../domain/summary/first-look.ts';
import { Allergies } from '../allergies.tsx';
import { EntrySection } from '../entry-section.tsx';
import { Problems } from '../problems.tsx';
import { apart } from '../rows.ts';
import { useView } from '../view.ts';
import { Critical } from './critical.tsx';
import { Differences } from './differences.tsx';
import { KeyResults } from './key-results.tsx';
import { LastDays } from './last-days.tsx';
import { Plans } from './plans.tsx';
import { Safeguarding } from './safeguarding.tsx';

export function FirstLook() {
  const { summary, policy, now, combined } = useView();
  const look = useMemo(
    () => firstLook(summary, policy.criticalMedicines, now),
    [summary, policy.criticalMedicines, now.iso],
  );
  const { plans, critical, drugs, results, admissions, coordinators } = combined
    ? look
    : everyEntry(look);
  return (
    <>
      <Plans plans={plans} />
      {/* Two columns where there is room; what is read first comes first in either. */}
      <div class="look look--first">
        <Allergies />
        <Critical critical={critical} drugs={drugs} />
        <EntrySection kind="alert" first={50} />
        <Safeguarding />
      </div>
      <div class="look">
        <div>
          <Problems />
          <Differences />
        </div>
        <div>
          <EntrySection kind="pregnancy" />
          <KeyResults results={results} />
          <LastDays admissions={admissions} coordinators={coordinators} />
        </div>
      </div>
    </>
  );
}

/** Nothing combined, here as in every section; plans take themselves apart. */
function everyEntry(look: Look): Look {
  return {
    ...look,
    critical: look.critical.map((drug) => ({ ...drug, rows: drug.rows.flatMap(apart) })),
    admissions: look.admissions.flatMap(apart),
    coordinators: look.coordinators.flatMap(apart),
  };
}
