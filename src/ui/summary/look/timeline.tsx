/** The timeline's place in the record: drawn, and its code fetched, once somebody comes near it. */
import { part, WithPart } from '../../parts/later.tsx';
import { useNear } from '../../parts/near.ts';
import { summaryWords } from '../../wording/summary.ts';
import { useIsWhole } from '../view.ts';

export const timelineBody = part(async () => (await import('./timeline-body.tsx')).TimelineBody);

export function Timeline() {
  const [place, isNear] = useNear<HTMLElement>(useIsWhole());
  return (
    <section class="panel section timeline" aria-labelledby="timeline" ref={place}>
      <h2 id="timeline" tabIndex={-1}>
        {summaryWords.timeline}
      </h2>
      {isNear && <WithPart of={timelineBody}>{(TimelineBody) => <TimelineBody />}</WithPart>}
    </section>
  );
}
