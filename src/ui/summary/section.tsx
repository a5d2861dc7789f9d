import type { ComponentChildren } from 'preact';
import type { Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { sectionNames, summaryWords } from '../wording/summary.ts';
import { emptySentences } from './section-absence.ts';
import { SectionSources } from './section-sources.tsx';

type Props = {
  readonly kind: SectionKind;
  readonly summary: Summary;
  /** How many items are listed, the folded-away ones included. */
  readonly count: number;
  /** Only allergies have a heading of their own making. */
  readonly heading?: string;
  /** Whether the section says nothing at all, by its own rules. */
  readonly isEmpty?: boolean;
  /** Say what each source is up to date to. */
  readonly withAges?: boolean;
  readonly children?: ComponentChildren;
};

/** A heading, what is missing under it in words, then the list. Never just empty. */
export function Section({
  kind,
  summary,
  count,
  heading,
  isEmpty,
  withAges = false,
  children,
}: Props) {
  const empty = isEmpty ?? count === 0;
  return (
    <section class={`panel section section--${kind}`} aria-labelledby={`section-${kind}`}>
      <div class="section__top">
        <h2 id={`section-${kind}`} tabIndex={-1}>
          {heading ?? sectionNames[kind]}
        </h2>
        {count > 0 && <p class="count">{summaryWords.count(count)}</p>}
      </div>
      {empty ? (
        <p class="absence">{emptySentences(summary, kind).join(' ')}</p>
      ) : (
        <SectionSources summary={summary} kind={kind} withAges={withAges} />
      )}
      {children}
    </section>
  );
}
