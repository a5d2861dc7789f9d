/** Items that are not in the lists: counted and named, never dropped in silence. */
import type { Unshown } from '../../domain/summary.ts';
import { summaryWords, unshownWords } from '../wording/summary.ts';
import { SourceTag } from './source-tag.tsx';

/** What may matter stands open; what this version has no place for is a line to open. */
export function UnshownItems({ unshown }: { unshown: readonly Unshown[] }) {
  const unread = unshown.filter(isUnread);
  const elsewhere = unshown.filter((each) => !isUnread(each));
  return (
    <>
      {unread.length > 0 && (
        <section class="panel section unshown" aria-labelledby="unshown">
          <h2 id="unshown">{summaryWords.unshown(unread.length)}</h2>
          <Names of={unread} />
        </section>
      )}
      {elsewhere.length > 0 && (
        <section class="panel section" aria-labelledby="elsewhere">
          <h2 id="elsewhere">{summaryWords.elsewhere(elsewhere.length)}</h2>
          <p>{summaryWords.elsewhereHint}</p>
          <details>
            <summary>{summaryWords.elsewhereShow}</summary>
            <Names of={elsewhere} />
          </details>
        </section>
      )}
    </>
  );
}

function isUnread({ because }: Unshown): boolean {
  return because === 'not-understood' || because === 'malformed';
}

function Names({ of }: { of: readonly Unshown[] }) {
  return (
    <ul class="plain-list">
      {of.map(({ key, source, what, because }) => (
        <li key={key}>
          <SourceTag source={source} /> {what}: {unshownWords[because]}
        </li>
      ))}
    </ul>
  );
}
