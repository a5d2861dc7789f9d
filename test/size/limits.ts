/** What the app may weigh, gzipped, in bytes. */

const kib = 1024;

export type Limit = {
  /** What it must come to; absent for a pdf library, which may be more than other parts. */
  readonly target?: number;
  /**
   * What was reached, rounded up to half a KiB. It holds below the target too: what was won is not
   * lost again unseen. Lower it when a build comes to less. Absent where nobody has committed one.
   */
  readonly ceiling?: number;
};

/** The launch page: HTML, JS and CSS. */
export const launchPage: Limit = { target: 20 * kib, ceiling: 11 * kib };

/** Both pages, with all that is loaded before the gate is usable. */
export const beforeGate: Limit = { target: 60 * kib, ceiling: 60 * kib };

/** The same, with all that is loaded before the summary is usable. */
export const beforeSummary: Limit = { target: 75 * kib, ceiling: 143.5 * kib };

/** What one first use loads later, in KiB, by the part's name. */
const laterParts: Readonly<Record<string, number>> = {
  'src/adapters/exchange/document.ts': 3,
  'src/adapters/exchange/html-words.ts': 12.5,
  'src/adapters/exchange/print.ts': 1,
  'src/adapters/exchange/rtf-words.ts': 4,
  'src/adapters/host/go-on.ts': 1,
  'src/adapters/host/id-token.ts': 4.5,
  'src/fhir/gate/own-permits.ts': 1.5,
  'src/fhir/summary/bundle.ts': 3,
  'src/fhir/gate/review.ts': 1,
  'src/ui/gate/told-list.tsx': 1,
  'src/ui/questions/questions-screen.tsx': 2.5,
  'src/ui/review/review-screen.tsx': 5,
  'src/ui/summary/access-log-body.tsx': 3.5,
  'src/ui/summary/find/hits.ts': 2.5,
  'src/ui/summary/letters/letter-content.tsx': 3.5,
  'src/ui/summary/letters/letter-viewer.tsx': 2,
  'src/ui/summary/letters/pdf-file.ts': 514.5,
  'src/ui/summary/look/timeline-body.tsx': 4,
  'src/ui/summary/look/trend-chart.ts': 24,
  'src/ui/summary/look/trend-panel.tsx': 3.5,
  'src/ui/summary/narrative/narrative-text.tsx': 13.5,
  'src/ui/summary/print/print-view.tsx': 5.5,
  'src/ui/summary/row-more.tsx': 1,
};

/**
 * The limit of a part that is loaded later.
 * @param part its path in the source tree
 * @param isPdf somebody else's pdf library: it has a ceiling and no target
 * @returns without a ceiling where the part is not listed above, and then no weight keeps it
 */
export function laterPart(part: string, isPdf: boolean): Limit {
  const listed = laterParts[part];
  return {
    ...(isPdf ? {} : { target: 25 * kib }),
    ...(listed === undefined ? {} : { ceiling: listed * kib }),
  };
}
