/** What somebody is at stays where it is on their screen while more of a record is drawn above it. */

/** The parts of `document` and `window` that are needed. */
export type Steady = {
  readonly focused: () => Element | null;
  readonly height: () => number;
  readonly scrollBy: (top: number) => void;
};

export const steadyPage: Steady = {
  focused: () => document.activeElement,
  height: () => window.innerHeight,
  scrollBy: (top) => {
    window.scrollBy({ top, behavior: 'instant' });
  },
};

/**
 * Draws, and scrolls by as much as the element that has the focus was moved by it. Nothing where
 * none of the open record has it, where it is out of sight, or where drawing took it away.
 */
export function steadily(page: Steady, draw: () => void): void {
  const held = page.focused();
  const top = held?.closest('.summary__body') ? held.getBoundingClientRect().top : null;
  draw();
  if (held === null || top === null || top < 0 || top > page.height()) return;
  if (!held.isConnected || page.focused() !== held) return;
  const moved = held.getBoundingClientRect().top - top;
  if (moved !== 0) page.scrollBy(moved);
}
