/** One line that says who answered; every source in words, and what to leave out, behind it. */
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { isComplete, isStale, type SourceReport } from '../../domain/source.ts';
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Arrival } from '../../flow/state.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { frameWords } from '../wording/frame.ts';
import { sourcesWords } from '../wording/sources.ts';
import { type Filters, SourceFilter } from './filters.tsx';
import { lateWords } from './late-words.ts';
import { SourceCard } from './source-card.tsx';
import { nameOf, type SourceNames, SourceNamesContext } from './source-names.ts';
import { stateWordsOf } from './source-said.ts';
import { SourceTags } from './source-tag.tsx';
import { useView } from './view.ts';

type Props = {
  readonly arrival: Arrival;
  readonly filters: Filters;
  /** How often the filters were asked for from elsewhere: each time they open. */
  readonly filtersAsked: number;
};

export function SourcesPanel({ arrival, filters, filtersAsked }: Props) {
  const { summary, send } = useView();
  const { sources } = summary;
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (filtersAsked > 0) setOpen(true);
  }, [filtersAsked]);
  const practice = notSharing(sources, useContext(SourceNamesContext));
  const brokeOff = arrival === 'interrupted';
  const isOver = arrival !== 'arriving';
  const canAskAgain = brokeOff || (isOver && sources.some(({ state }) => isWorthAsking(state)));
  return (
    <section class="panel sources" aria-label={sourcesWords.heading}>
      {brokeOff && <BrokeOff />}
      {practice && (
        // In a sidebar the line of sources begins with it, and says it aloud at any width.
        <p class="sources__practice" aria-hidden="true">
          <strong>{sourcesWords.noPracticeRecord(practice.source.name)}</strong>
        </p>
      )}
      <Answered sources={sources} brokeOff={brokeOff} />{' '}
      {canAskAgain && (
        <>
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
              canAskAgain={isOver && isWorthAsking(report.state)}
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
function BrokeOff() {
  return (
    <p class="mark" aria-hidden="true">
      {sourcesWords.brokeOff}
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

type AnsweredProps = { readonly sources: readonly SourceReport[]; readonly brokeOff: boolean };

/** Announced whole when a source arrives, once, with what came of it; not once per item. */
function Answered({ sources, brokeOff }: AnsweredProps) {
  const { summary, late } = useView();
  const names = useContext(SourceNamesContext);
  const practice = notSharing(sources, names);
  const lacking = sources.filter((each) => !isComplete(each.state) && each !== practice);
  return (
    <p class="sources__line" role="status">
      {practice && (
        <>
          <strong>{sourcesWords.noPracticeRecord(practice.source.name)}</strong>{' '}
        </>
      )}
      {practice ? (
        answeredWords(sources, 'others')
      ) : (
        <strong>{answeredWords(sources, brokeOff ? 'broke-off' : 'each')}</strong>
      )}
      {brokeOff && <span class="hidden"> {sourcesWords.brokeOff}</span>}
      <span class="hidden">
        {lacking.map((each) => ` ${each.source.name}: ${stateWordsOf(summary, each)}.`)}
      </span>
      <span aria-hidden="true">
        {[...groupedBy(lacking, (each) => stateWordsOf(summary, each))].map(([words, reports]) => (
          <SourceState key={words} words={words} reports={reports} />
        ))}
      </span>
      <Stale sources={sources} />
      {late.size > 0 && <span class="hidden"> {lateWords(summary, late)}</span>}
    </p>
  );
}

/** That a source answered does not say that its answer is of today. */
function Stale({ sources }: Pick<AnsweredProps, 'sources'>) {
  const { now } = useView();
  return (
    <>
      {sources.map(
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
 * Those that take no part are not counted, and are named beside the count. Of an answer that broke
 * off it is never said that all of it is there.
 */
function answeredWords(
  sources: readonly SourceReport[],
  of: 'each' | 'others' | 'broke-off',
): string {
  const asked = sources.filter(({ state }) => state !== 'not-sharing');
  const done = asked.filter(({ state }) => isComplete(state) || state === 'answered-withheld');
  if (of === 'others') return sourcesWords.othersAnswered(done.length, asked.length);
  return done.length === asked.length && of === 'each'
    ? sourcesWords.allAnswered(asked.length)
    : sourcesWords.answered(done.length, asked.length);
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
