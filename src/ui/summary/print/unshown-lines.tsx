/** What could not be shown, on paper as on screen: counted and named, never dropped in silence. */
import type { Unshown } from '../../../domain/summary/summary.ts';
import { summaryWords, unshownWords } from '../../wording/summary.ts';
import { nameOf, type SourceNames } from '../source-names.ts';

type Props = { readonly unshown: readonly Unshown[]; readonly names: SourceNames };

export function UnshownLines({ unshown, names }: Props) {
  const unread = unshown.filter(({ because }) => unreadable.has(because));
  const elsewhere = unshown.length - unread.length;
  return (
    <>
      {unread.length > 0 && <Unread unshown={unread} names={names} />}
      {elsewhere > 0 && (
        <p>
          {summaryWords.elsewhere(elsewhere)}. {summaryWords.elsewhereHint}
        </p>
      )}
    </>
  );
}

const unreadable: ReadonlySet<Unshown['because']> = new Set(['not-understood', 'malformed']);

function Unread({ unshown, names }: Props) {
  return (
    <section class="print__section">
      <h2>{summaryWords.unshown(unshown.length)}</h2>
      <ul>
        {unshown.map(({ key, source, what, because }) => (
          <li key={key}>
            {nameOf(names, source).tag} {what}: {unshownWords[because]}
          </li>
        ))}
      </ul>
    </section>
  );
}
