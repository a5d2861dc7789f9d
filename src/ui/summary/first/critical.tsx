/** Critical medicines by the deployer's list, with what their sources say inline. */
import { useMemo } from 'preact/hooks';
import { criticalOf } from '../../../domain/summary/first-look.ts';
import { firstLookWords } from '../../wording/first-look.ts';
import { Jump } from '../jump.tsx';
import { emptySentences, isEmpty } from '../section-absence.ts';
import { SaidBy } from '../section-sources.tsx';
import { apart } from '../rows.ts';
import { useView } from '../view.ts';
import { DrugLines } from './drug-lines.tsx';

/** More than these and their lines reach below a first screen: then their names come before. */
const nameable = 3;

/** All of them: a list cut short here would be a danger. */
export function Critical() {
  const { summary, policy, combined } = useView();
  const { critical, drugs } = useMemo(
    () => criticalOf(summary, policy.criticalMedicines),
    [summary, policy.criticalMedicines],
  );
  const empty = isEmpty(summary, 'medication');
  return (
    <section class="panel section section--critical" aria-labelledby="critical">
      <div class="section__top">
        <h2 id="critical" tabIndex={-1}>
          {firstLookWords.critical}
        </h2>
        {!empty && (
          <p class="count">
            {firstLookWords.criticalOf(critical.length, drugs)} ·{' '}
            <Jump to="section-medication">{firstLookWords.allMedicines}</Jump>
          </p>
        )}
        {!empty && <SaidBy summary={summary} kind="medication" />}
      </div>
      {empty && <p class="absence">{emptySentences(summary, 'medication').join(' ')}</p>}
      {!empty && critical.length === 0 && <p>{firstLookWords.noCritical(drugs)}</p>}
      {critical.length > nameable && (
        <p class="drugs__names">{critical.map(({ name }) => name).join(' · ')}</p>
      )}
      {critical.length > 0 && (
        <ul class="drugs">
          {critical.map((drug) => (
            <li class="drug" key={drug.key}>
              <DrugLines drug={combined ? drug : { ...drug, rows: drug.rows.flatMap(apart) }} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
