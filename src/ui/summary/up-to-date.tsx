/** The age of each source's data, not how fast it answered. */
import { isComplete, type SourceReport } from '../../domain/source.ts';
import { DateText } from '../parts/date-text.tsx';
import { absenceWords } from '../wording/summary.ts';
import { SourceTag } from './source-tag.tsx';

export function UpToDate({ sources }: { sources: readonly SourceReport[] }) {
  const dated = sources.filter(
    ({ state, upTo }) => upTo !== null && (isComplete(state) || state === 'answered-withheld'),
  );
  if (dated.length === 0) return null;
  return (
    <ul class="up-to">
      {dated.map(
        ({ source, upTo }) =>
          upTo && (
            <li key={source.id}>
              <SourceTag source={source.id} /> {absenceWords.upTo} <DateText date={upTo} />
            </li>
          ),
      )}
    </ul>
  );
}
