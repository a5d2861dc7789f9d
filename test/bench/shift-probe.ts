/** What moved on screen by itself, as the browser tells it (Layout Instability API). */

/** One frame in which something moved: when, since the page's start in milliseconds, and how much. */
export type Shift = { readonly at: number; readonly value: number };

declare global {
  interface Window {
    ocsShifts: Shift[];
  }
}

/** Runs in the page before any script of its own. What follows half a second after a press is no shift. */
export function shiftProbe(): void {
  const shifts: Shift[] = [];
  window.ocsShifts = shifts;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // The platform's types do not have these yet.
      const value: unknown = Reflect.get(entry, 'value');
      const followsInput: unknown = Reflect.get(entry, 'hadRecentInput');
      if (typeof value !== 'number' || followsInput === true) continue;
      shifts.push({ at: entry.startTime, value });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
