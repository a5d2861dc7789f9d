/** One hit: its title leads to its row, or opens it here where its row is folded away. */
import { useState } from 'preact/hooks';
import { rowsOf } from '../../../domain/summary/combine.ts';
import type { Item } from '../../../domain/summary/item.ts';
import { findWords } from '../../wording/find.ts';
import { sectionNames } from '../../wording/summary.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView, type View } from '../view.ts';
import { hitDate, hitWords } from './hit-words.ts';
import { jumpTo } from '../jump.tsx';
import { jumpToItem } from './jump.ts';
import { holdsAny, Marked } from './marked.tsx';
import { Mark } from '../words.tsx';

type Props = { readonly item: Item; readonly words: readonly string[] };

export function HitRow({ item, words }: Props) {
  const view = useView();
  const [full, setFull] = useState(false);
  const { standing, said, aside } = hitWords(item, view.hasDied);
  // What is said already needs no other place where the word stands as well.
  const missing = words.filter((word) => !holdsAny([item.title, ...said].join(' '), [word]));
  const seen = full ? aside : aside.filter((each) => holdsAny(each, missing));
  return (
    <>
      <p class="hit__words">
        <a
          class="hit__go"
          href={`#item-${item.key}`}
          // One name, where the marks in the title would be read as breaks in it.
          aria-label={`${item.title}, ${findWords.goTo(sectionNames[item.kind])}`}
          onClick={(event) => {
            event.preventDefault();
            setFull(!jumpToItem(item.key) && !jumpToItem(rowKey(view, item)));
          }}
        >
          <Marked text={item.title} words={words} />
        </a>
        {standing && <Mark>{standing}</Mark>}
        {said.map((each, index) => (
          <span key={index}>
            {index === 0 ? ': ' : ' · '}
            <Marked text={each} words={words} />
          </span>
        ))}
      </p>
      {seen.length > 0 && (
        <p class="quiet">
          <Marked text={seen.join(' · ')} words={words} />
        </p>
      )}
      <p class="hit__from">
        <span class="nowrap">{hitDate(item)}</span> <SourceTag source={item.source} />
        {full && (
          <>
            {' '}
            <button
              type="button"
              class="button button--link"
              onClick={() => jumpTo(`section-${item.kind}`)}
            >
              {findWords.goToSection(sectionNames[item.kind])}
            </button>
          </>
        )}
      </p>
    </>
  );
}

/** Where it is one of several that say the same, it stands on their row. */
function rowKey({ summary }: View, item: Item): string {
  const held = rowsOf(summary, item.kind).find(({ items }) =>
    items.some((each) => each.key === item.key),
  );
  return held?.key ?? item.key;
}
