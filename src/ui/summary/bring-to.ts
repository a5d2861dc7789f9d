/** Brings a place of the open record into the window, and keeps it there. */

/** Frames in which what has just been laid out may still move it. */
const settlingFrames = 3;

/**
 * What is far from the window is not laid out, and takes a height that was only reckoned with
 * (styles/summary.scss): on the way to a place the true heights come, and would push it away again.
 * @param element takes the focus; once something else has it, nothing moves any more
 * @param block where in the window it is to stand
 */
export function bringTo(element: HTMLElement, block: 'start' | 'center'): void {
  element.scrollIntoView({ block });
  element.focus({ preventScroll: true });
  let frames = 0;
  const settle = () => {
    if (document.activeElement !== element) return;
    element.scrollIntoView({ block });
    frames += 1;
    if (frames < settlingFrames) requestAnimationFrame(settle);
  };
  requestAnimationFrame(settle);
}
