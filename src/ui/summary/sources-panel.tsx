/** One line that says who answered; every source in words behind it. */
import { isComplete, type SourceReport } from '../../domain/source.ts';
import type { Arrival } from '../../flow/state.ts';
import type { Send } from '../intent.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { sourceStateWords, sourcesWords } from '../wording/sources.ts';
import { SourceTag } from './source-tag.tsx';

type Props = {
  readonly sources: readonly SourceReport[];
  readonly arrival: Arrival;
  readonly send: Send;
};

export function SourcesPanel({ sources, arrival, send }: Props) {
  const brokeOff = arrival === 'interrupted';
  const canAskAgain =
    brokeOff || (arrival === 'complete' && sources.some(({ state }) => isWorthAsking(state)));
  return (
    <section class="panel sources" aria-label={sourcesWords.heading}>
      {/* Announced whole when a source arrives, not once per item. */}
      <p class="sources__line" role="status">
        <strong>{answeredWords(sources)}</strong>
        {brokeOff && <span class="mark"> {sourcesWords.brokeOff}</span>}
        {sources.filter(isWorthSaying).map((report) => (
          <SourceState key={report.source.id} report={report} />
        ))}
      </p>
      {canAskAgain && (
        <Button look="link" onPress={() => send({ type: 'ask-again' })}>
          {sourcesWords.askAllAgain}
        </Button>
      )}
      <details class="sources__all">
        <summary>{sourcesWords.details}</summary>
        <ul class="plain-list">
          {sources.map((report) => (
            <SourceDetail key={report.source.id} report={report} />
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Those that take no part are not counted, and are named beside the count. */
function answeredWords(sources: readonly SourceReport[]): string {
  const asked = sources.filter(({ state }) => state !== 'not-sharing');
  const done = asked.filter(({ state }) => isComplete(state) || state === 'answered-withheld');
  return done.length === asked.length
    ? sourcesWords.allAnswered(asked.length)
    : sourcesWords.answered(done.length, asked.length);
}

function isWorthSaying({ state }: SourceReport): boolean {
  return !isComplete(state);
}

function isWorthAsking(state: SourceReport['state']): boolean {
  return (
    state === 'timeout' || state === 'failed' || state === 'unavailable' || state === 'interrupted'
  );
}

function SourceState({ report: { source, state } }: { report: SourceReport }) {
  return (
    <span class={isWorthAsking(state) ? 'mark' : undefined}>
      {' '}
      {source.name}: {sourceStateWords(state)}.
    </span>
  );
}

function SourceDetail({ report: { source, state, upTo, askedAt } }: { report: SourceReport }) {
  return (
    <li>
      <SourceTag source={source.id} /> <strong>{source.name}</strong>: {sourceStateWords(state)}.
      {upTo && (
        <>
          {' '}
          {sourcesWords.upTo} <DateText date={upTo} />.
        </>
      )}
      {askedAt && (
        <span class="quiet">
          {' '}
          {sourcesWords.askedAt} <DateText date={askedAt} withTime />.
        </span>
      )}
    </li>
  );
}
