/** Every word of results, measurements and their charts. */

/** How far back a list goes. */
export const periods = ['6-months', '12-months', 'all'] as const;
export type Period = (typeof periods)[number];

/** What one list calls its items. */
type Nouns = { readonly one: string; readonly many: string };
const nouns = {
  result: { one: 'result', many: 'results' },
  vital: { one: 'measurement', many: 'measurements' },
} as const satisfies Readonly<Record<string, Nouns>>;
export type MeasuredKind = keyof typeof nouns;

function counted(count: number, { one, many }: Nouns, before = ''): string {
  return `${count} ${before}${count === 1 ? one : many}`;
}

export const filterWords = {
  legend: (kind: MeasuredKind) => `Which ${nouns[kind].many} to show`,
  period: (kind: MeasuredKind) => `How far back to list ${nouns[kind].many}`,
  periods: {
    '6-months': 'Last 6 months',
    '12-months': 'Last 12 months',
    all: 'All dates',
  } satisfies Readonly<Record<Period, string>>,
  abnormalOnly: 'Abnormal only (flagged by the source)',
  /** What is not in the list, and why; empty where nothing is missing. */
  leftOut: (
    kind: MeasuredKind,
    out: { readonly older: number; readonly unflagged: number },
  ): string => {
    const parts = [
      out.older > 0 && counted(out.older, nouns[kind], 'older '),
      out.unflagged > 0 && `${counted(out.unflagged, nouns[kind])} not flagged as abnormal`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? `Not listed: ${parts.join('; ')}.` : '';
  },
  nothingLeft: 'Nothing else is left to list.',
  showAll: (kind: MeasuredKind) => `Show all ${nouns[kind].many}`,
} as const;

export const measuredWords = {
  noValue: 'No value',
  range: (range: string) => `range ${range}`,
  /** "Urea and electrolytes, " before its date. */
  panel: (title: string) => `${title}, `,
  /** Over those after a panel that are in none. */
  single: (kind: MeasuredKind) => `Single ${nouns[kind].many}`,
  trend: 'Trend',
  trendOf: (title: string) => `of ${title}`,
} as const;

export const sparkWords = {
  /** "52, 46, 41, 38 since Aug-2026". */
  values: (values: readonly string[], since: string, earlier: number) =>
    `${earlier > 0 ? `${earlier} earlier, then ` : ''}${values.join(', ')} since ${since}`,
} as const;

export const trendWords = {
  heading: (title: string, unit: string) => (unit === '' ? title : `${title}, ${unit}`),
  region: (title: string) => `Trend of ${title}`,
  close: 'Close trend',
  closeOf: (title: string) => `of ${title}`,
  chart: (title: string) => `Points of ${title} by date`,
  howTo: 'Arrow keys go from point to point.',
  noChart: 'The chart could not be drawn. The table has every value.',
  table: 'Values',
  band: (range: string) => `The band is the source’s own range, ${range}.`,
  ranges: (ranges: string) =>
    `Ranges differ: ${ranges}. The upright line at each point is the range its source gave with it.`,
  someRanges: (range: string) =>
    `Range ${range} where the source gave one: the upright line at the point.`,
  noRange: 'No source gave a range in numbers.',
  hollow: 'Hollow points have a status or a comment of their source: see the table.',
  comparator: 'Square points are limits, not values, such as “less than 5”: see the table.',
  low: (low: number) => `from ${low}`,
  high: (high: number) => `up to ${high}`,
  between: (low: number, high: number) => `${low} to ${high}`,
  columns: {
    when: 'Date',
    value: 'Value',
    range: 'Range',
    status: 'Status and comment',
    source: 'Source',
  },
  /** A point aloud: "20-Nov-2026 09:14: 38, Low, OUH". */
  point: (when: string, said: readonly (string | null)[]) =>
    `${when}: ${said.filter((part) => part !== null && part !== '').join(', ')}`,
} as const;
