/** What somebody is at stays where it is on their screen while more of a record is drawn above it. */

/** The parts of `document` and `window` that are needed. */
export type Steady = {
  readonly focused: () => Element | null;
  /** Some of the open record's rows, and sections that begin, in sight; from the top down. */
  readonly inSight: () => readonly Element[];
  /**
   * To be called before something is drawn.
   * @returns to be called after it: where drawing left nothing with the focus, gives it back to the
   *   same control, or else to the one of that name in the same row elsewhere, which it returns
   */
  readonly holdFocus: () => () => Element | null;
  readonly height: () => number;
  readonly scrollBy: (top: number) => void;
  /** Runs something while the browser keeps no place of its own choice. */
  readonly alone: (run: () => void) => void;
};

/** More than any one source takes away at once: rows that are combined give up their places. */
const enough = 20;

/** A section as a whole: its heading may be one for the ear alone. */
const rows = '.section, .section--none, .item, .drug';

export const steadyPage: Steady = {
  focused: () => document.activeElement,
  inSight: () => {
    const from = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
    const found: Element[] = [];
    let away: Element | null = null;
    for (const each of document.querySelectorAll(`.summary__body :is(${rows})`)) {
      // What the notice lists stays where it is whatever is drawn. And to ask where a row of a
      // section out of sight lies would have the browser lay it out.
      if (each.closest('.late') || away?.contains(each)) continue;
      const { top, bottom, height } = each.getBoundingClientRect();
      if (bottom < from || top >= window.innerHeight) away = each;
      else if (height > 0 && top >= from) found.push(each);
      if (found.length === enough) break;
    }
    return found;
  },
  // A browser that can not move an element takes it out and puts it in again, without the focus.
  holdFocus: () => {
    const was = document.activeElement;
    const row = was?.closest('[data-row]')?.getAttribute('data-row');
    const words = was && wordsOf(was);
    const alike = () => (row && words ? buttonsOf(row, words) : []);
    const before = alike();
    return () => {
      if (!(was instanceof HTMLElement) || document.activeElement !== document.body) return null;
      was.focus({ preventScroll: true });
      if (was.isConnected) return null;
      // Where one of several went, or came, nobody can say which of the others it was.
      const after = alike();
      const same = after.length === before.length ? after[before.indexOf(was)] : undefined;
      same?.focus({ preventScroll: true });
      return same ?? null;
    };
  },
  height: () => window.innerHeight,
  scrollBy: (top) => {
    window.scrollBy({ top, behavior: 'instant' });
  },
  // Its anchoring does nothing at the top of a page, where most reading begins, and would add to
  // ours elsewhere. It stays on for what unfolds between two drawings.
  alone: (run) => {
    const { style } = document.documentElement;
    style.setProperty('overflow-anchor', 'none');
    try {
      run();
    } finally {
      style.removeProperty('overflow-anchor');
    }
  },
};

/** Those of a row, wherever it is, that are heard as these words: two files' may be alike. */
function buttonsOf(row: string, words: string): readonly HTMLElement[] {
  const inRow = `[data-row=${JSON.stringify(row)}] button`;
  return [...document.querySelectorAll<HTMLElement>(inRow)].filter(
    (each) => wordsOf(each) === words,
  );
}

/** What a control is called; empty for one without a name, which is like no other. */
function wordsOf(control: Element): string {
  return control.getAttribute('aria-label') ?? control.textContent.trim();
}

type Place = { readonly element: Element; readonly top: number };

/**
 * Draws, and scrolls by as much as what somebody is at was moved by it: the element of the open
 * record that has the focus, where it is in sight; else, once they have begun to read, the topmost
 * row or section in sight that is still there. Nothing where drawing took all of it away.
 * @param isRead somebody has begun to read; until then what arrives may move the page
 */
export function steadily(page: Steady, isRead: boolean, draw: () => void): void {
  const held = focusedIn(page);
  const giveBack = page.holdFocus();
  const places = [...(held ? [held] : []), ...(isRead ? page.inSight().map(placeOf) : [])];
  if (places.length === 0) {
    draw();
    giveBack();
    return;
  }
  page.alone(() => {
    draw();
    const instead = giveBack();
    if (held && instead) places.unshift({ element: instead, top: held.top });
    const kept = places.find(
      (place) => isThere(place.element) && (place !== held || page.focused() === place.element),
    );
    const moved = kept ? placeOf(kept.element).top - kept.top : 0;
    if (moved !== 0) page.scrollBy(moved);
  });
}

/** The notice of what arrived stays where it is: whoever is in it reads what lies behind. */
function focusedIn(page: Steady): Place | null {
  const element = page.focused();
  if (!element?.closest('.summary__body') || element.closest('.late')) return null;
  const place = placeOf(element);
  return place.top < 0 || place.top > page.height() ? null : place;
}

function placeOf(element: Element): Place {
  return { element, top: element.getBoundingClientRect().top };
}

/** Neither gone nor behind a letter, where it has no place. */
function isThere(element: Element): boolean {
  return element.isConnected && element.getBoundingClientRect().height > 0;
}
