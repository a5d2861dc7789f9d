import { useMemo } from 'preact/hooks';
import type { Row } from '../../../domain/summary/combine.ts';
import { lastDaysOf } from '../../../domain/summary/first-look.ts';
import type { Entry } from '../../../domain/summary/item.ts';
import { firstLookWords } from '../../wording/first-look.ts';
import { EntryLine } from '../entry-line.tsx';
import { PagedList } from '../paged-list.tsx';
import { apart } from '../rows.ts';
import { useView } from '../view.ts';

/** Admissions and emergencies of the last 30 days, and who to ring. */
export function LastDays() {
  const { summary, now, combined } = useView();
  const { admissions, coordinators } = useMemo(() => lastDaysOf(summary, now), [summary, now.iso]);
  const all: readonly Row<Entry>[] = [...admissions, ...coordinators];
  const rows = combined ? all : all.flatMap(apart);
  if (rows.length === 0) return null;
  const heading =
    admissions.length === 0
      ? firstLookWords.coordinator
      : coordinators.length === 0
        ? firstLookWords.lastDays
        : firstLookWords.lastDaysAndCoordinator;
  return (
    <section class="panel section" aria-labelledby="last-days">
      <div class="section__top">
        <h2 id="last-days" tabIndex={-1}>
          {heading}
        </h2>
      </div>
      <PagedList items={rows} row={(row) => <EntryLine row={row} />} />
    </section>
  );
}
