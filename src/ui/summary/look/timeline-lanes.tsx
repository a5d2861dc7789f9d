/** The picture of the timeline. Its words are the cursor's and the list's, so it is not read out. */
import type { TimelineEvent } from '../../../domain/summary/timeline.ts';
import { useMemo } from 'preact/hooks';
import { useView } from '../view.ts';
import { useNoneIn } from './timeline-missing.tsx';
import { nameInPicture } from './timeline-words.ts';
import { laneNames, timelineWords } from '../../wording/timeline.ts';
import {
  type Bar,
  drawLanes,
  isNamed,
  type LaneDrawing,
  ticks,
  type Window,
} from './timeline-scale.ts';

type Props = {
  readonly events: readonly TimelineEvent[];
  readonly window: Window;
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
};

/** CSS pixels. */
const barHeight = 12;
const lineHeight = 18;
/** A moment's circle, and the room that its name keeps from it. */
const radius = 5;
/** A letter of a name, on the whole, and the picture in a sidebar. */
const letterWidth = 6.5;
const narrowest = 320;

export function Lanes({ events, window, chosen, choose }: Props) {
  const drawn = useMemo(() => drawLanes(events, window), [events, window]);
  return (
    <div class="lanes" aria-hidden="true">
      <svg class="lanes__axis" width="100%" height={18}>
        {ticks(window).map(({ label, left }) => (
          <text key={label} x={`${left}%`} y={13} text-anchor={left > 90 ? 'end' : 'start'}>
            {label}
          </text>
        ))}
      </svg>
      {drawn.map((each) => (
        <LaneView key={each.lane} drawing={each} window={window} chosen={chosen} choose={choose} />
      ))}
    </div>
  );
}

type LaneProps = Pick<Props, 'window' | 'chosen' | 'choose'> & { readonly drawing: LaneDrawing };

function LaneView({ drawing: { lane, bars, lines, total }, window, chosen, choose }: LaneProps) {
  const none = useNoneIn(lane);
  return (
    <div class="lane">
      <p class="lane__name">
        {laneNames[lane]} <span class="quiet">{total === 0 ? none : total}</span>
        {bars.length < total && (
          <span class="quiet"> {timelineWords.newest(bars.length, total)}</span>
        )}
      </p>
      {lines > 0 && (
        <svg
          class={isNamed(lane) ? undefined : 'lane__dots'}
          width="100%"
          height={lines * lineHeight}
        >
          {ticks(window).map(({ label, left }) => (
            <line key={label} class="lane__tick" x1={`${left}%`} x2={`${left}%`} y1={0} y2="100%" />
          ))}
          {bars.map((bar) => (
            <BarView
              key={bar.event.key}
              bar={bar}
              isChosen={bar.event.key === chosen}
              choose={choose}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

type BarProps = {
  readonly bar: Bar;
  readonly isChosen: boolean;
  readonly choose: (key: string) => void;
};

/** A span is a bar with square ends, a moment is round; its name is where there is room for it. */
function BarView({ bar, isChosen, choose }: BarProps) {
  const { event, left, width, line } = bar;
  const name = nameInPicture(event, useView().hasDied);
  const y = line * lineHeight + 2;
  const look = `bar-of bar-of--${event.lane}${isChosen ? ' bar-of--chosen' : ''}`;
  return (
    <g class={look} onClick={() => choose(event.key)}>
      {event.isSpan ? (
        <rect x={`${left}%`} y={y} width={`${width}%`} height={barHeight} />
      ) : (
        <circle cx={`${left}%`} cy={y + barHeight / 2} r={radius} />
      )}
      {isNamed(event.lane) && (
        <text y={y + barHeight - 1.5} {...placeOfName(bar, name)}>
          {name}
        </text>
      )}
    </g>
  );
}

/**
 * What begins late has its name before it, so that it does not leave the picture; a name that has
 * no room there even in a sidebar begins at the left edge.
 */
function placeOfName({ event, left }: Bar, name: string) {
  if (left <= 40) {
    return { x: `${left}%`, dx: event.isSpan ? 4 : radius + 4, 'text-anchor': 'start' as const };
  }
  const fits = name.length * letterWidth < (left / 100) * narrowest - radius - 4;
  return fits
    ? { x: `${left}%`, dx: -radius - 4, 'text-anchor': 'end' as const }
    : { x: 0, dx: 2, 'text-anchor': 'start' as const };
}
