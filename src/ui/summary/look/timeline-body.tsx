/**
 * What happened when, across sources, on one axis of time; every event in words below it.
 * Nothing is inferred: where a source gave no end, no end is drawn.
 */
import '../../styles/look.scss';
import { useContext, useMemo, useState } from 'preact/hooks';
import { timelineOf } from '../../../domain/summary/timeline.ts';
import { unbroken } from '../../parts/unbroken.tsx';
import { laneOne, ranges, type TimeRange, timelineWords } from '../../wording/timeline.ts';
import { PagedList } from '../paged-list.tsx';
import { SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView } from '../view.ts';
import { Mark } from '../words.tsx';
import { Cursor } from './cursor.tsx';
import { Lanes } from './timeline-lanes.tsx';
import { isTimelineKnown, missingFromTimeline, TimelineMissing } from './timeline-missing.tsx';
import { inSight, type InSight, type Window, windowOf } from './timeline-scale.ts';
import {
  datesOf,
  type EventSources,
  eventSources,
  eventWords,
  holdingOf,
} from './timeline-words.ts';

export function TimelineBody() {
  const { summary, now, hidden } = useView();
  const [range, setRange] = useState<TimeRange>('5-years');
  const { events, undated } = useMemo(() => timelineOf(summary), [summary.items]);
  const sourcesOf = useMemo(() => eventSources(summary), [summary.items]);
  const { seen, window } = useMemo(() => {
    const whole = windowOf(events, range, Date.parse(now.iso));
    return {
      window: whole,
      seen: inSight(events, (event) => sourcesOf(event).every((id) => hidden.has(id)), whole),
    };
  }, [events, sourcesOf, range, hidden, now.iso]);
  const lacking = useMemo(() => missingFromTimeline(summary), [summary]);
  const isKnown = useMemo(() => isTimelineKnown(summary), [summary]);
  const missing = timelineWords.leftOut({ undated, earlier: seen.earlier, hidden: seen.hidden });
  return (
    <>
      {seen.events.length > 0 && <p class="count">{timelineWords.count(seen.events.length)}</p>}
      {events.length > 0 && <Ranges range={range} change={setRange} />}
      <p class="look-filter__out" role="status">
        {missing}
      </p>
      <TimelineMissing missing={lacking} />
      {events.length === 0 && (
        <p class="absence">{isKnown ? timelineWords.empty : timelineWords.emptyNotKnown}</p>
      )}
      {events.length > 0 && seen.events.length === 0 && (
        <p>{isKnown ? timelineWords.noneInRange : timelineWords.rangeNotKnown}</p>
      )}
      {seen.events.length > 0 && (
        <Drawing key={range} seen={seen} window={window} sourcesOf={sourcesOf} />
      )}
    </>
  );
}

type RangesProps = { readonly range: TimeRange; readonly change: (range: TimeRange) => void };

function Ranges({ range, change }: RangesProps) {
  return (
    <div class="ranges" role="group" aria-label={timelineWords.range}>
      {ranges.map((each) => (
        <button
          key={each}
          type="button"
          class="ranges__one"
          aria-pressed={each === range}
          onClick={() => change(each)}
        >
          {timelineWords.ranges[each]}
        </button>
      ))}
    </div>
  );
}

type DrawingProps = {
  readonly seen: InSight;
  readonly window: Window;
  readonly sourcesOf: EventSources;
};

function Drawing({ seen: { events }, window, sourcesOf }: DrawingProps) {
  const names = useContext(SourceNamesContext);
  const { hasDied } = useView();
  const [chosen, setChosen] = useState<string | null>(null);
  const found = events.findIndex(({ key }) => key === chosen);
  const at = found === -1 ? events.length - 1 : found;
  const event = events[at];
  const says = event ? eventWords(event, sourcesOf(event), names, hasDied) : '';
  return (
    <>
      <Cursor
        label={timelineWords.chart}
        count={events.length}
        at={at}
        says={says}
        move={(to) => setChosen(events[to]?.key ?? null)}
      >
        <Lanes events={events} window={window} chosen={event?.key ?? null} choose={setChosen} />
      </Cursor>
      <p class="trend__point">{unbroken(says)}</p>
      <p class="quiet">
        {timelineWords.legend} {timelineWords.howTo}
      </p>
      <EventList events={events} sourcesOf={sourcesOf} />
    </>
  );
}

type EventListProps = Pick<InSight, 'events'> & Pick<DrawingProps, 'sourcesOf'>;

/** Drawn when it is opened: on a long record most of it never is. */
function EventList({ events, sourcesOf }: EventListProps) {
  const [open, setOpen] = useState(false);
  const { hasDied } = useView();
  return (
    <details class="events" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{timelineWords.list}</summary>
      {open && (
        <PagedList
          items={[...events].reverse()}
          row={(event) => (
            <>
              <p class="item__words">
                {laneOne[event.lane]}: <strong>{event.item.title}</strong>
                {holdingOf(event, hasDied) && <Mark>{holdingOf(event, hasDied)}</Mark>}
              </p>
              <p class="item__from">
                {unbroken(datesOf(event))}
                {sourcesOf(event).map((source) => (
                  <span key={source}>
                    {' '}
                    <SourceTag source={source} />
                  </span>
                ))}
              </p>
            </>
          )}
        />
      )}
    </details>
  );
}
