import type { Row } from '../../domain/summary/combine.ts';
import { differencesOf } from '../../domain/summary/differences.ts';
import type { Problem } from '../../domain/summary/item.ts';
import { afterDeathWords } from '../wording/after-death.ts';
import { differenceWords, firstLookWords } from '../wording/first-look.ts';
import { problemGroups, problemWords } from '../wording/summary.ts';
import { Folded } from './folded.tsx';
import { RowLine } from './item-row.tsx';
import { ProblemWords } from './item-words.tsx';
import { PagedList } from './paged-list.tsx';
import { useRows } from './rows.ts';
import { Section } from './section.tsx';
import { useView } from './view.ts';
import { Mark } from './words.tsx';

/** Active ones, a few at first; then those of no stated status; what is past is folded. */
export function Problems() {
  const { summary, hasDied } = useView();
  const counts = hasDied ? problemWords.countsAfterDeath : problemWords.counts;
  const { rows, leftOut } = useRows('problem');
  const of = (status: Problem['status']) =>
    rows.filter(({ items: [item] }) => item.status === status);
  const active = of('active');
  const unstated = of('not-stated');
  const past = of('past');
  return (
    <Section
      kind="problem"
      summary={summary}
      count={rows.length}
      leftOut={leftOut}
      {...(rows.length > 0
        ? { aside: <p class="count">{counts(active.length, past.length)}</p> }
        : {})}
    >
      {active.length > 0 && (
        <>
          {rows.length > active.length && (
            <h3 class="hidden">{hasDied ? afterDeathWords.held : problemGroups.active}</h3>
          )}
          <PagedList
            anchored
            items={active}
            first={6}
            more={hasDied ? afterDeathWords.more : firstLookWords.moreActive}
            row={(row) => <Line row={row} />}
          />
        </>
      )}
      {unstated.length > 0 && (
        <div class="group">
          <h3>{problemGroups['not-stated']}</h3>
          <PagedList anchored items={unstated} first={6} row={(row) => <Line row={row} />} />
        </div>
      )}
      {past.length > 0 && (
        <Folded title={`${problemGroups.past} (${past.length})`}>
          <PagedList anchored items={past} first={10} row={(row) => <Line row={row} />} />
        </Folded>
      )}
    </Section>
  );
}

function Line({ row }: { row: Row<Problem> }) {
  const { summary } = useView();
  const [item] = row.items;
  const differs = row.items.some((each) => differencesOf(summary, each).length > 0);
  return (
    <RowLine row={row}>
      <ProblemWords item={item} />
      {differs && <Mark>{differenceWords.mark}</Mark>}
    </RowLine>
  );
}
