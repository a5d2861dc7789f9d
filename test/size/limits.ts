/** What the app may weigh, gzipped, in bytes. */

const kib = 1024;

/**
 * `target` is what it must come to. `ceiling` is what was reached, rounded up to half a KiB: lower
 * it when a build comes to less, so that it is not lost again.
 */
export type Limit = { readonly target: number; readonly ceiling: number };

/** The launch page: HTML, JS and CSS. */
export const launchPage: Limit = { target: 20 * kib, ceiling: 17.5 * kib };

/** Both pages, with all that is loaded before the gate is usable. */
export const beforeGate: Limit = { target: 60 * kib, ceiling: 73 * kib };

/** The same, with all that is loaded before the summary is usable. */
export const beforeSummary: Limit = { target: 75 * kib, ceiling: 148.5 * kib };

/** What one first use loads later: a chart, a letter, a print. A pdf library may be more. */
export const laterChunk: Limit = { target: 25 * kib, ceiling: 24 * kib };

/** A build fails only where it is over both. */
export const allowed = ({ target, ceiling }: Limit): number => Math.max(target, ceiling);
