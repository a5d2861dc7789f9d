/**
 * What is noted inside the app's page: when bytes came, when something was painted, how long the
 * page was busy. It sees what a browser sees, and nothing of how the app is made.
 */

/** Times are milliseconds since the page's own start, unless they are said to be otherwise. */
export type Noted = {
  /** The gate was painted; milliseconds since the epoch, since the launch page came before. */
  gateAt: number | null;
  /** The button that opens the record was pressed. */
  pressedAt: number | null;
  /** What the app read of the summary's stream. */
  chunks: { at: number; bytes: number }[];
  /** The bytes that commit a source's first part were read, by the source's name. */
  parts: Record<string, number>;
  /** A fact of that source was painted. */
  facts: Record<string, number>;
  /**
   * All sources answered, the last section is there, what was drawn has been painted and no more
   * was drawn meanwhile, and nothing waits to be done; or, where more of the record was drawn after that
   * all the same, when that had been painted.
   */
  usableAt: number | null;
  /** Tasks of 50 ms and more: shorter ones the browser does not tell. */
  tasks: { at: number; ms: number }[];
  /** Each letter typed: from its key to the frame in which the page has painted it. */
  keys: { at: number; ms: number }[];
};

/** How the app says it on screen. */
export type Words = {
  /** Headings of the gate. */
  readonly gate: readonly string[];
  readonly open: string;
  /** A regular expression for the status once every source has answered. */
  readonly allAnswered: string;
  /** The heading of the last section. */
  readonly last: string;
  /** Headings of sections that are drawn apart, when somebody comes near or nothing is to be done. */
  readonly apart: readonly string[];
  /** The event by which the other probe tells that the app has read more of the answer. */
  readonly chunkRead: string;
  /** Names of the sources. */
  readonly sources: readonly string[];
  /** The label of the list of sources, in which no facts are. */
  readonly sourceList: string;
};

declare global {
  interface Window {
    ocsBench: Noted;
  }
}

/** Runs in the page before any script of its own: it may use nothing but its argument. */
export function probe(words: Words): void {
  const seen = new Set<string>();
  const noted: Noted = {
    ...{ gateAt: null, pressedAt: null, usableAt: null },
    ...{ chunks: [], parts: {}, facts: {}, tasks: [], keys: [] },
  };
  window.ocsBench = noted;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      noted.tasks.push({ at: startTime, ms: duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  // A message after a frame's callbacks comes once that frame has been painted.
  const painted = (then: (at: number) => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        then(performance.now());
      };
      port2.postMessage(null);
    });
  };

  const has = (selector: string, said: (text: string) => boolean) =>
    [...document.querySelectorAll(selector)].some(({ textContent }) => said(textContent.trim()));
  const hasFact = (source: string) =>
    [...document.querySelectorAll(`li abbr[title="${CSS.escape(source)}"]`)].some(
      (tag) =>
        tag.closest('li')?.querySelector('time') &&
        !tag.closest(`[aria-label="${words.sourceList}"]`),
    );
  const allAnswered = new RegExp(words.allAnswered);
  let drawings = 0;
  let settling = 0;
  const settle = () => {
    settling += 1;
    const own = settling;
    const before = drawings;
    painted(() => {
      if (own !== settling) return;
      if (drawings !== before) settle();
      else
        // After all that waits; an idle callback would wait for the next frame besides.
        void scheduler.postTask(
          () => {
            if (own === settling) noted.usableAt = performance.now();
          },
          { priority: 'background' },
        );
    });
  };
  // All sources may have answered before the answer's own last line is read: not usable yet.
  addEventListener(words.chunkRead, () => {
    if (!seen.has('everything')) return;
    noted.usableAt = null;
    settle();
  });
  const once = (what: string, isThere: () => boolean | null | undefined, then: () => void) => {
    if (seen.has(what) || !isThere()) return;
    seen.add(what);
    then();
  };
  const look = () => {
    once(
      'gate',
      () => has('h2', (text) => words.gate.includes(text)),
      () => {
        painted((at) => (noted.gateAt = performance.timeOrigin + at));
      },
    );
    if (noted.pressedAt === null) return;
    for (const source of words.sources) {
      once(
        `fact of ${source}`,
        () => hasFact(source),
        () => {
          painted((at) => (noted.facts[source] = at));
        },
      );
    }
    once(
      'everything',
      () =>
        has('[role="status"]', (text) => allAnswered.test(text)) &&
        has('h2', (text) => text === words.last),
      () => {
        settle();
      },
    );
  };
  const headingOver = (place: Element) =>
    place.closest('section')?.querySelector('h2')?.textContent.trim() ?? '';
  const isRecord = ({ target, addedNodes }: MutationRecord) =>
    [...addedNodes].some((node) => node instanceof Element && node.querySelector('time, li')) &&
    !(target instanceof Element && words.apart.includes(headingOver(target)));
  new MutationObserver((changes) => {
    drawings += 1;
    if (noted.usableAt !== null && changes.some(isRecord)) painted((at) => (noted.usableAt = at));
    look();
  }).observe(document, {
    ...{ childList: true, subtree: true, characterData: true },
  });
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.textContent.trim() === words.open) noted.pressedAt = timeStamp;
    },
    true,
  );
  let keyAt: number | null = null;
  addEventListener('keydown', ({ timeStamp }) => (keyAt = timeStamp), true);
  addEventListener(
    'input',
    () => {
      const at = keyAt;
      if (at === null) return;
      painted((paintedAt) => noted.keys.push({ at, ms: paintedAt - at }));
    },
    true,
  );
}
