/**
 * One tab stop over many points. A slider, because screen readers hand it the arrow keys and say
 * its value as it changes (WAI-ARIA 1.2, slider), so that no live region has to repeat it.
 */
import type { ComponentChildren } from 'preact';

type Props = {
  readonly label: string;
  /** How many points there are; at least one. */
  readonly count: number;
  /** Which of them it is on, from 0. */
  readonly at: number;
  /** What stands there, in words. */
  readonly says: string;
  readonly move: (to: number) => void;
  readonly children: ComponentChildren;
};

export function Cursor({ label, count, at, says, move, children }: Props) {
  return (
    <div
      class="cursor"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={at + 1}
      aria-valuetext={says}
      onKeyDown={(event) => {
        const to = target(event.key, at, count);
        if (to === null) return;
        event.preventDefault();
        move(to);
      }}
    >
      {children}
    </div>
  );
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(at - 1, 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(at + 1, count - 1);
    case 'PageDown':
      return Math.max(at - 10, 0);
    case 'PageUp':
      return Math.min(at + 10, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
