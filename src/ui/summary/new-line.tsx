import { useMemo } from 'preact/hooks';
import { isNewSince, type Organisation } from '../../domain/summary/new-since.ts';
import type { LogView } from '../../flow/state.ts';
import { DateText } from '../parts/date-text.tsx';
import { markWords } from '../wording/marks.ts';
import { useView } from './view.ts';

type Props = { readonly organisation: Organisation | null; readonly log: LogView };

/**
 * One line that says what the mark "New" means here. Where nothing bears it the line says why:
 * nothing is new, nobody of this organisation opened it before, or who did can not be told.
 */
export function NewLine({ organisation, log }: Props) {
  const { summary, since } = useView();
  const count = useMemo(
    () => (since ? summary.items.filter((item) => isNewSince(item, since)).length : 0),
    [summary.items, since],
  );
  const name = organisation?.name ?? markWords.yourOrganisation;
  if (log.type === 'loading') return null;
  if (log.type === 'failed') return <p class="new-line">{markWords.openingsNotRead}</p>;
  if (organisation === null) return <p class="new-line">{markWords.noOrganisation}</p>;
  if (since === null) return <p class="new-line">{markWords.neverOpened(name)}</p>;
  return (
    <p class="new-line">
      {count > 0 ? markWords.newSince(count, name) : markWords.nothingNew(name)}{' '}
      <DateText date={since} />.
    </p>
  );
}
