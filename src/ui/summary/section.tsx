import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { filterWords } from '../wording/marks.ts';
import { inWords, sectionNames, summaryWords } from '../wording/summary.ts';
import { emptySentences, isEmpty, isInOneLine, standsAlone } from './section-absence.ts';
import { BriefSources, Nobody, SaidBy } from './section-sources.tsx';
import { SectionTexts } from './section-texts.tsx';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { useView } from './view.ts';

type Props = {
  readonly kind: SectionKind;
  readonly summary: Summary;
  /** How many are listed, the folded-away ones included. */
  readonly count: number;
  /** Only allergies have a heading of their own making. */
  readonly heading?: string;
  /** Beside the heading, in place of "12 items". */
  readonly aside?: ComponentChildren;
  /** How many of its rows the filter by source leaves out. */
  readonly leftOut?: number;
  /** Say what each source is up to date to. */
  readonly withAges?: boolean;
  readonly children?: ComponentChildren;
};

/**
 * A heading, what is missing under it in words, then the list. Never just empty: what nobody has
 * anything of is gathered in one place ({@link import('./nothing-to-show.tsx').NothingToShow}),
 * but for what stands by itself.
 */
export function Section(props: Props) {
  const { kind, summary, count, heading, aside, leftOut = 0, withAges = false, children } = props;
  const empty = isEmpty(summary, kind);
  if (empty && !standsAlone(kind)) return null;
  const inOneLine = empty && isInOneLine(kind);
  const brief = isInOneLine(kind) || kind === 'allergy';
  const look = inOneLine ? 'section--none' : `section section--${kind}`;
  // One heading, empty or not: it is not lost under whoever is at it when the first entry comes.
  return (
    <section class={`panel ${look}`} aria-labelledby={`section-${kind}`}>
      <div class="section__top">
        <h2 id={`section-${kind}`} tabIndex={-1}>
          {heading ?? sectionNames[kind]}
        </h2>
        {!inOneLine && (aside ?? (count > 0 && <p class="count">{summaryWords.count(count)}</p>))}
        {!empty && !brief && <SaidBy {...{ summary, kind, withAges }} />}
      </div>
      {inOneLine ? (
        <Nobody summary={summary} kind={kind} />
      ) : (
        <>
          {empty && <p class="absence">{emptySentences(summary, kind).join(' ')}</p>}
          {children}
          <SectionTexts summary={summary} kind={kind} />
          {!empty && brief && <BriefSources {...{ summary, kind, withAges }} />}
          {leftOut > 0 && <LeftOut count={leftOut} />}
        </>
      )}
    </section>
  );
}

function LeftOut({ count }: { count: number }) {
  const names = useContext(SourceNamesContext);
  const sources = [...useView().hidden].map((id) => nameOf(names, id).name);
  return <p class="left-out">{filterWords.leftOut(count, inWords(sources))}</p>;
}
