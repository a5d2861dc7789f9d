import { useMemo } from 'preact/hooks';
import { isNewSince, type Organisation } from '../../domain/summary/new-since.ts';
import { DateText } from '../parts/date-text.tsx';
import { markWords } from '../wording/marks.ts';
import { useView } from './view.ts';

/** One line that says what the mark "New" means here, where anything bears it. */
export function NewLine({ organisation }: { organisation: Organisation | null }) {
  const { summary, since } = useView();
  const count = useMemo(
    () => (since ? summary.items.filter((item) => isNewSince(item, since)).length : 0),
    [summary.items, since],
  );
  if (since === null || count === 0) return null;
  return (
    <p class="new-line">
      {markWords.newSince(count, organisation?.name ?? markWords.yourOrganisation)}{' '}
      <DateText date={since} />.
    </p>
  );
}
