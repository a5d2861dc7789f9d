/** The timeline's place in the record: drawn, and its code fetched, once somebody comes near it. */
import { part, WithPart } from '../../parts/later.tsx';
import { useNear } from '../../parts/near.ts';
import { laterWords } from '../../wording/later.ts';
import { summaryWords } from '../../wording/summary.ts';
import { useIsWhole } from '../view.ts';
import { usePassed } from './passed.ts';

export const timelineBody = part(async () => (await import('./timeline-body.tsx')).TimelineBody);

export function Timeline() {
  const isWhole = useIsWhole();
  const [place, isNear] = useNear<HTMLElement>(isWhole);
  const look = usePassed(place) ? 'panel section section--passed' : 'panel section';
  return (
    <section class={look} aria-labelledby="timeline" ref={place}>
      <h2 id="timeline" tabIndex={-1}>
        {summaryWords.timeline}
      </h2>
      {isNear ? (
        <WithPart
          of={timelineBody}
          until={
            <p class="timeline__room" role="status">
              {laterWords.loading}
            </p>
          }
        >
          {(TimelineBody) => <TimelineBody />}
        </WithPart>
      ) : (
        <p class="timeline__room">{isWhole ? laterWords.loading : summaryWords.timelineWaits}</p>
      )}
    </section>
  );
}
