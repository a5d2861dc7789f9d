/** One line that says who answered; every source in words, and what to leave out, behind it. */
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { hasAnswered, isComplete, isStale, type SourceReport } from '../../domain/source.ts';
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Arrival, Renewal } from '../../flow/state.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { frameWords } from '../wording/frame.ts';
import { earlierWords, sourcesWords } from '../wording/sources.ts';
import { type Filters, SourceFilter } from './filters.tsx';
import { lateWords } from './late-words.ts';
import { SourceCard } from './source-card.tsx';
import { nameOf, type SourceNames, SourceNamesContext } from './source-names.ts';
import { shortfallWords, stateWordsOf } from './source-said.ts';
import { SourceTags } from './source-tag.tsx';
import { useView } from './view.ts';

type Props = {
  readonly arrival: Arrival;
  readonly renewal: Renewal;
  readonly filters: Filters;
  /** How often the filters were asked for from elsewhere: each time they open. */
  readonly filtersAsked: number;
};

export function SourcesPanel({ arrival, renewal, filters, filtersAsked }: Props) {
  const { summary, send } = useView();
  const { sources } = summary;
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (filtersAsked > 0) setOpen(true);
  }, [filtersAsked]);
  const practice = notSharing(sources, useContext(SourceNamesContext));
  const states = sources.map(({ state }) => state);
  const earlier = earlierWords(renewal);
  const isWanting =
    arrival === 'interrupted' || (arrival === 'complete' && states.some(isWorthAsking));
  const canAskAgain = renewal === 'in-vain' || (renewal === null && isWanting);
  const shortfall = shortfallWords(summary, arrival);
  const count = countWords(states, arrival, practice !== undefined);
  return (
    <section class="panel sources" aria-label={sourcesWords.heading}>
      {shortfall && <Shortfall words={shortfall} />}
      {earlier && <Shortfall words={earlier} />}
      {practice && (
        // In a sidebar the line of sources begins with it, and says it aloud at any width.
        <p class="sources__practice" aria-hidden="true">
          <strong>{sourcesWords.noPracticeRecord(practice.source.name)}</strong>
        </p>
      )}
      <Answered {...{ practice, count, shortfall, earlier }} />{' '}
      {canAskAgain && (
        <>
          <span class="sources__count" aria-hidden="true">
            {count}{' '}
          </span>
          <Button look="link" onPress={() => send({ type: 'ask-again' })}>
            {sourcesWords.askAllAgain}
          </Button>{' '}
        </>
      )}
      <button
        type="button"
        class="button button--link sources__toggle"
        aria-expanded={open}
        aria-controls="each-source"
        onClick={() => setOpen(!open)}
      >
        {open ? sourcesWords.hideDetails : sourcesWords.details}
      </button>{' '}
      <span class="quiet">{frameWords.notAll}</span>
      <div id="each-source" class={open ? 'sources__all sources__all--open' : 'sources__all'}>
        <ul class="sources__list">
          {sources.map((report) => (
            <SourceCard
              key={report.source.id}
              report={report}
              isWorthAsking={isWorthAsking(report.state)}
            />
          ))}
        </ul>
        <SourceFilter sources={sources} filters={filters} asked={filtersAsked} />
      </div>
    </section>
  );
}

/**
 * In sight whatever the window's width, which the line of sources is not, and whatever each source
 * says of itself; heard in that line.
 */
function Shortfall({ words }: { words: string }) {
  return (
    <p class="mark" aria-hidden="true">
      {words}
    </p>
  );
}

/** The patient's own practice, where it has not agreed to share. */
function notSharing(
  sources: readonly SourceReport[],
  names: SourceNames,
): SourceReport | undefined {
  return sources.find(
    ({ source, state }) => state === 'not-sharing' && nameOf(names, source.id).isPatientsPractice,
  );
}

type AnsweredProps = {
  readonly practice: SourceReport | undefined;
  readonly count: string;
  readonly shortfall: string | null;
  readonly earlier: string | null;
};

/** Announced whole when a source arrives, once, with what came of it; not once per item. */
function Answered({ practice, count, shortfall, earlier }: AnsweredProps) {
  const { summary, late } = useView();
  const said = (each: SourceReport) => stateWordsOf(summary, each);
  const lacking = summary.sources.filter((each) => each !== practice && !isComplete(each.state));
  return (
    <p class="sources__line" role="status">
      {practice ? (
        <>
          <strong>{sourcesWords.noPracticeRecord(practice.source.name)}</strong> {count}
        </>
      ) : (
        <strong>{count}</strong>
      )}
      {earlier && <span class="hidden"> {earlier}</span>}
      {shortfall && <span class="hidden"> {shortfall}</span>}
      <span class="hidden">{lacking.map((each) => ` ${each.source.name}: ${said(each)}.`)}</span>
      <span aria-hidden="true">
        {[...groupedBy(lacking, said)].map(([words, reports]) => (
          <SourceState key={words} words={words} reports={reports} />
        ))}
      </span>
      <Stale />
      {late.size > 0 && <span class="hidden"> {lateWords(summary, late)}</span>}
    </p>
  );
}

/** That a source answered does not say that its answer is of today. */
function Stale() {
  const { now, summary } = useView();
  return (
    <>
      {summary.sources.map(
        ({ source, upTo }) =>
          upTo &&
          isStale(upTo, now) && (
            <span class="mark" key={source.id}>
              {' '}
              <SourceTags sources={[source.id]} /> {sourcesWords.onlyUpTo} <DateText date={upTo} />.
            </span>
          ),
      )}
    </>
  );
}

/**
 * Those that take no part are not counted, and are named beside the count. That all of it is there
 * is said of an answer that came to its end, and of no other.
 */
function countWords(
  states: readonly SourceReport['state'][],
  arrival: Arrival,
  others: boolean,
): string {
  const asked = states.filter((state) => state !== 'not-sharing');
  const [count, of] = [asked.filter(hasAnswered).length, asked.length];
  if (arrival === 'complete' && count === of)
    return others ? sourcesWords.othersAnswered(of) : sourcesWords.allAnswered(of);
  const words = (others ? sourcesWords.someOthersAnswered : sourcesWords.answered)(count, of);
  return arrival === 'arriving' && count === of ? `${words} ${sourcesWords.atItsEnd}` : words;
}

function isWorthAsking(state: SourceReport['state']): boolean {
  return (
    state === 'timeout' || state === 'failed' || state === 'unavailable' || state === 'interrupted'
  );
}

type StateProps = { readonly words: string; readonly reports: readonly SourceReport[] };

/** In sight by their tags, each in the room of a word; whoever listens hears their names. */
function SourceState({ words, reports }: StateProps) {
  return (
    <span class={reports.some(({ state }) => isWorthAsking(state)) ? 'mark' : undefined}>
      {' '}
      <SourceTags sources={reports.map(({ source }) => source.id)} /> {words}.
    </span>
  );
}
