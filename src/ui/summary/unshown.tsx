/** Items that could not be shown safely: counted and named, never dropped in silence. */
import type { Unshown } from '../../domain/summary.ts';
import { summaryWords, unshownWords } from '../wording/summary.ts';
import { SourceTag } from './source-tag.tsx';

export function UnshownItems({ unshown }: { unshown: readonly Unshown[] }) {
  if (unshown.length === 0) return null;
  return (
    <section class="panel section unshown" aria-labelledby="unshown">
      <h2 id="unshown">{summaryWords.unshown(unshown.length)}</h2>
      <ul class="plain-list">
        {unshown.map(({ key, source, what, because }) => (
          <li key={key}>
            <SourceTag source={source} /> {what}: {unshownWords[because]}
          </li>
        ))}
      </ul>
    </section>
  );
}
