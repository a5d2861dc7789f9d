/** What the reader leaves out, and whether facts are combined. Afresh at each launch. */
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SourceId, SourceReport } from '../../domain/source.ts';
import { Button } from '../parts/button.tsx';
import { filterWords } from '../wording/marks.ts';
import { inWords } from '../wording/summary.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';

export type Filters = {
  readonly hidden: ReadonlySet<SourceId>;
  readonly combined: boolean;
  readonly toggle: (source: SourceId) => void;
  readonly combine: (combined: boolean) => void;
  readonly clear: () => void;
};

const none: ReadonlySet<SourceId> = new Set();

/** Kept as long as the launch's screen is there, and nowhere else. */
export function useFilters(): Filters {
  const [hidden, setHidden] = useState(none);
  const [combined, setCombined] = useState(true);
  return useMemo(
    () => ({
      hidden,
      combined,
      toggle: (source) => {
        const next = new Set(hidden);
        if (!next.delete(source)) next.add(source);
        setHidden(next);
      },
      combine: setCombined,
      clear: () => {
        setHidden(none);
        setCombined(true);
      },
    }),
    [hidden, combined],
  );
}

type Props = {
  readonly sources: readonly SourceReport[];
  readonly filters: Filters;
  /** Each time it grows, the filters open and take the focus. */
  readonly asked: number;
};

export function SourceFilter({ sources, filters, asked }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (asked === 0 || !details.current) return;
    details.current.open = true;
    details.current.scrollIntoView();
    details.current.querySelector('summary')?.focus({ preventScroll: true });
  }, [asked]);
  const { hidden, combined, toggle, combine } = filters;
  const sharing = sources.filter(({ state }) => state !== 'not-sharing');
  return (
    <details class="filter" ref={details}>
      <summary>{filterWords.show}</summary>
      <fieldset>
        <legend>{filterWords.from}</legend>
        {sharing.map(({ source }) => (
          <label class="filter__choice" key={source.id}>
            <input
              type="checkbox"
              checked={!hidden.has(source.id)}
              onChange={() => toggle(source.id)}
            />{' '}
            {source.name}
          </label>
        ))}
        <p class="quiet">{filterWords.never}</p>
      </fieldset>
      <fieldset>
        <legend>{filterWords.combining}</legend>
        <label class="filter__choice">
          <input type="radio" name="combining" checked={combined} onChange={() => combine(true)} />{' '}
          {filterWords.combined}
        </label>
        <label class="filter__choice">
          <input
            type="radio"
            name="combining"
            checked={!combined}
            onChange={() => combine(false)}
          />{' '}
          {filterWords.apart}
        </label>
      </fieldset>
    </details>
  );
}

/** In sight for as long as anything is left out or shown otherwise. */
export function FiltersOn({ filters }: { filters: Filters }) {
  const names = useContext(SourceNamesContext);
  const { hidden, combined, clear } = filters;
  if (hidden.size === 0 && combined) return null;
  const sources = [...hidden].map((id) => nameOf(names, id).name);
  const on = [
    ...(sources.length > 0 ? [filterWords.without(inWords(sources))] : []),
    ...(combined ? [] : [filterWords.apartOn]),
  ];
  return (
    <p class="panel filters-on">
      <strong>{filterWords.on}</strong> {on.join('; ')}.{' '}
      <Button look="link" onPress={clear}>
        {filterWords.clear}
        <span class="hidden"> {filterWords.clearAbout}</span>
      </Button>
    </p>
  );
}
