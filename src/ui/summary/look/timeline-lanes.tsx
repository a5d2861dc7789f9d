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

/** One line of a lane, in the text's own size, so that larger text has the room it needs. */
const lineHeight = 1.125;

export function Lanes({ events, window, chosen, choose }: Props) {
  const drawn = useMemo(() => drawLanes(events, window), [events, window]);
  return (
    <div class="lanes" aria-hidden="true">
      <svg class="lanes__axis" width="100%" height={`${lineHeight}rem`}>
        {ticks(window).map(({ label, left }) => (
          <text key={label} y="0.8125rem" {...placeOfTick(left)}>
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

/** Over its line, but for the first and the last, which stay in the picture. */
function placeOfTick(left: number) {
  if (left > 90) return { x: '100%', 'text-anchor': 'end' as const };
  return { x: `${left}%`, 'text-anchor': left < 10 ? ('start' as const) : ('middle' as const) };
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
        <div class="lane__bars" style={isNamed(lane) ? {} : { height: `${lines * lineHeight}rem` }}>
          {ticks(window).map(({ label, left }) => (
            <i key={label} class="lane__tick" style={{ left: `${left}%` }} />
          ))}
          {bars.map((bar) => (
            <BarView
              key={bar.event.key}
              bar={bar}
              isChosen={bar.event.key === chosen}
              choose={choose}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type BarProps = {
  readonly bar: Bar;
  readonly isChosen: boolean;
  readonly choose: (key: string) => void;
};

/** A span is a bar with square ends, a moment is round; a name has a line, or more, to itself. */
function BarView({ bar, isChosen, choose }: BarProps) {
  const { event, left, width, line } = bar;
  const { hasDied } = useView();
  const press = () => choose(event.key);
  const looks = ['lane__bar', `lane__bar--${event.lane}`, !event.isSpan && 'lane__bar--moment'];
  const look = [...looks, isChosen && 'lane__bar--chosen'].filter(Boolean).join(' ');
  const place = { left: `${left}%`, ...(event.isSpan ? { width: `${width}%` } : {}) };
  if (!isNamed(event.lane)) {
    return (
      <i
        class={look}
        style={{ ...place, translate: `0 ${line * lineHeight}rem` }}
        onClick={press}
      />
    );
  }
  return (
    <div class="lane__line" onClick={press}>
      <i class={look} style={place} />
      <p class="lane__label" style={placeOfName(bar)}>
        {nameInPicture(event, hasDied)}
      </p>
    </div>
  );
}

/**
 * Next to its bar or moment, whole, however large the text is: what begins late has its name before
 * it, so that it does not leave the picture.
 */
function placeOfName({ event, left }: Bar) {
  return left > 50
    ? { width: `${left}%`, paddingRight: '0.5rem', textAlign: 'right' as const }
    : { marginLeft: `${left}%`, paddingLeft: event.isSpan ? '0.25rem' : '0.5rem' };
}
