/** Work in slices, so that typing and scrolling are never held up by a long summary. */

/** Longest stretch of work, milliseconds: half a frame at 60 Hz. */
const sliceMs = 8;

/** @returns a pause to await between pieces of work: returns at once while the slice lasts */
export function slices(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < sliceMs) return;
    await yieldToPage();
    started = performance.now();
  };
}

/**
 * Does the work piece by piece, the first slice of it at once.
 * @returns null where that was all; else a promise of the rest
 */
export function inSlices(work: Iterator<void, void>): Promise<void> | null {
  return isDoneInASlice(work) ? null : theRest(work);
}

async function theRest(work: Iterator<void, void>): Promise<void> {
  do await yieldToPage();
  while (!isDoneInASlice(work));
}

function isDoneInASlice(work: Iterator<void, void>): boolean {
  const started = performance.now();
  do if (work.next().done) return true;
  while (performance.now() - started < sliceMs);
  return false;
}

async function yieldToPage(): Promise<void> {
  const scheduler: unknown = 'scheduler' in globalThis ? globalThis.scheduler : undefined;
  if (hasYield(scheduler)) return scheduler.yield();
  // A message is a task of its own, without the 4 ms that nested timers are held back.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function hasYield(found: unknown): found is { yield: () => Promise<void> } {
  return (
    typeof found === 'object' &&
    found !== null &&
    'yield' in found &&
    typeof found.yield === 'function'
  );
}
