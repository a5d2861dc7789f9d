/** By whom and when: the same for the access log and the review feed. Reset at each launch. */
import { useMemo, useState } from 'preact/hooks';
import type { AccessLogEntry } from '../../domain/access-log.ts';
import { calendarDay, newestFirst } from '../../domain/clinical-date.ts';
import { foldName } from '../../domain/demographic-match.ts';

/** Days as `2026-11-20`; an empty part filters nothing. */
export type LogFilter = { readonly person: string; readonly from: string; readonly to: string };

type Filterable = Pick<AccessLogEntry, 'person' | 'recorded'>;

export type FilteredLog<Entry> = {
  readonly filter: LogFilter;
  readonly change: (part: Partial<LogFilter>) => void;
  /** Newest first. */
  readonly matching: readonly Entry[];
};

export function useLogFilter<Entry extends Filterable>(
  entries: readonly Entry[],
): FilteredLog<Entry> {
  const [filter, setFilter] = useState<LogFilter>({ person: '', from: '', to: '' });
  const matching = useMemo(
    () =>
      entries
        .filter((entry) => matches(entry, filter))
        .sort((a, b) => newestFirst(a.recorded, b.recorded)),
    [entries, filter],
  );
  const change = (part: Partial<LogFilter>) => {
    setFilter((before) => ({ ...before, ...part }));
  };
  return { filter, change, matching };
}

/** Names as people write them, days as they were in Oxford, both ends included. */
function matches({ person, recorded }: Filterable, filter: LogFilter): boolean {
  const wanted = foldName(filter.person);
  if (wanted !== '' && !foldName(person ?? '').includes(wanted)) return false;
  const day = calendarDay(recorded);
  return (filter.from === '' || day >= filter.from) && (filter.to === '' || day <= filter.to);
}
