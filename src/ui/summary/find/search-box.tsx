/**
 * Search as you type over everything the sources sent. It lists what it finds by itself: the
 * sections below stay whole, since a filter there could hide an allergy.
 */
import '../../styles/find.scss';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { find } from '../../../domain/summary/find.ts';
import { part, WithPart } from '../../parts/later.tsx';
import { findWords } from '../../wording/find.ts';
import { useView } from '../view.ts';

export function SearchBox() {
  const { summary } = useView();
  const [typed, setTyped] = useState('');
  const query = useByFrame(typed);
  const found = useMemo(() => find(summary, query), [summary.items, query]);
  const isAsked = query.trim() !== '';
  return (
    <search
      class={typed === '' ? 'find' : 'find find--asked'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return;
        event.preventDefault();
        setTyped('');
        document.getElementById('search')?.focus();
      }}
    >
      <label for="search">{findWords.label}</label>
      <input
        id="search"
        type="search"
        autoComplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        // What shows the hits is fetched, and a long record is read through once, before the first
        // key rather than after it.
        onFocus={() => {
          find(summary, 'a');
          hits.load().catch(() => undefined);
        }}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p class="find__count" role="status">
        {isAsked && (found.length > 0 ? findWords.found(found.length) : findWords.none)}
      </p>
      {isAsked && found.length > 0 && (
        <WithPart of={hits}>
          {({ HitList, wordsOf }) => (
            <HitList
              // Another search begins at its first hits again.
              key={query}
              found={found}
              words={wordsOf(query)}
            />
          )}
        </WithPart>
      )}
    </search>
  );
}

export const hits = part(async () => (await import('./hits.ts')).hitParts);

/** What was typed, at most once a frame: a fast typist waits for no list between two keys. */
function useByFrame(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => setSettled(typed));
    return () => cancelAnimationFrame(frame);
  }, [typed]);
  return settled;
}
