/** What was found, by section, as many as can be read; the rest is counted and a press away. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Item } from '../../../domain/summary/item.ts';
import { findWords } from '../../wording/find.ts';
import { sectionNames } from '../../wording/summary.ts';
import { drawable, groupedHits, type HitGroup } from './grouped-hits.ts';
import { HitRow } from './hit-row.tsx';
import { useInUse } from '../in-use.ts';
import { jumpTo } from '../jump.tsx';

const step = 30;

type Props = { readonly found: readonly Item[]; readonly words: readonly string[] };

export function HitList({ found, words }: Props) {
  const [shown, setShown] = useState(step);
  const [list, inUse] = useInUse<HTMLElement>();
  const groups = groupedHits(found, shown, inUse);
  const total = drawable(found);
  const left = total - groups.reduce((sum, { items }) => sum + items.length, 0);
  useLayoutEffect(() => {
    if (shown === step) return;
    list.current?.querySelectorAll<HTMLElement>('.hit')[shown - step]?.focus();
  }, [shown]);
  return (
    <section class="panel find__hits" aria-label={findWords.region} ref={list}>
      {groups.map((group) => (
        <Group key={group.kind} group={group} words={words} />
      ))}
      {left > 0 && (
        <button type="button" class="button button--link" onClick={() => setShown(shown + step)}>
          {findWords.showMore(Math.min(step, left), total)}
        </button>
      )}
    </section>
  );
}

function Group({
  group: { kind, items, total },
  words,
}: { group: HitGroup } & Pick<Props, 'words'>) {
  return (
    <div class="group">
      <h2>
        {sectionNames[kind]} <span class="count">{total}</span>
      </h2>
      {kind === 'safeguarding' && (
        <p>
          {findWords.closed(total)}{' '}
          <button
            type="button"
            class="button button--link"
            onClick={() => jumpTo(`section-${kind}`)}
          >
            {findWords.goToSection(sectionNames[kind])}
          </button>
        </p>
      )}
      {items.length > 0 && (
        <ul class="items">
          {items.map((item) => (
            <li key={item.key} data-row={item.key} class="hit" tabIndex={-1}>
              <HitRow item={item} words={words} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
