/** A privacy officer's feed: how records were opened and refused, never what is in them. */
import '../styles/review.scss';
import type { ReviewProps } from '../app.tsx';
import { Button } from '../parts/button.tsx';
import { askedAt, failureWords, stageWords } from '../wording/failures.ts';
import { frameWords } from '../wording/frame.ts';
import { reviewWords } from '../wording/review.ts';
import { ReviewFeed } from './review-feed.tsx';

/** Loaded apart from the rest; give it to `App` as `Review`. */
export function ReviewScreen({ state, send, policy }: ReviewProps) {
  return (
    <section class="panel review" aria-label={frameWords.reviewHeading}>
      <p class="quiet">{reviewWords.intro}</p>
      <Body state={state} send={send} policy={policy} />
      <Button look="secondary" onPress={() => send({ type: 'end' })}>
        {reviewWords.close}
      </Button>
    </section>
  );
}

function Body({ state, send, policy }: ReviewProps) {
  const { review } = state;
  switch (review.type) {
    case 'loading':
      return <p role="status">{frameWords.loading}</p>;
    case 'failed':
      return (
        <div class="alert" role="alert">
          <h2>{stageWords('review')}</h2>
          <p>{failureWords(review.failure, askedAt('review', policy))}</p>
          <p>
            <Button look="secondary" onPress={() => send({ type: 'review-again' })}>
              {reviewWords.tryAgain}
            </Button>{' '}
            <span class="nowrap">{reviewWords.reference(review.failure.reference)}</span>
          </p>
        </div>
      );
    case 'loaded':
      return review.entries.length === 0 ? (
        <p>{reviewWords.nothing}</p>
      ) : (
        <ReviewFeed entries={review.entries} />
      );
  }
}
