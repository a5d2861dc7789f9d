/** Items that are not in the lists: counted and named, never dropped in silence. */
import type { Unshown } from '../../domain/summary/summary.ts';
import { summaryWords, unshownWords } from '../wording/summary.ts';
import { PagedList } from './paged-list.tsx';
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

type Kind = Unshown & { readonly count: number };

/** Entries of one kind, from one source, left out for one reason, are one line with their number. */
function byKind(unshown: readonly Unshown[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const each of unshown) {
    const id = JSON.stringify([each.source, each.what, each.because]);
    kinds.set(id, { ...(kinds.get(id) ?? each), count: (kinds.get(id)?.count ?? 0) + 1 });
  }
  return [...kinds.values()];
}

function Names({ of }: { of: readonly Unshown[] }) {
  return (
    <PagedList
      items={byKind(of)}
      row={({ source, what, because, count }) => (
        <p class="item__words">
          <SourceTag source={source} /> {what}
          {count > 1 && ` (${count})`}: {unshownWords[because]}
        </p>
      )}
    />
  );
}
