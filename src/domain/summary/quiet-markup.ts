/**
 * Markup on its way to be cleaned, without what a strict Content-Security-Policy reports while it
 * is parsed: style sheets, style attributes and base addresses. This makes nothing safe; cleaning does.
 */

/** Parsed like a style sheet and thrown away like one, but reported by no policy. */
const instead = 'script';

/** @param markup HTML or XHTML as it came */
export function quietMarkup(markup: string): string {
  return markup
    .replace(/<(\/?)(?:[\w-]+:)?style(?![\w-])/gi, `<$1${instead}`)
    .replace(/<(\/?)base(?![\w-])/gi, '<$1wbr')
    .replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/([\s/"'])style\s*=/gi, '$1title='));
}

/** Of no script and in no text: Unicode keeps it for a program's own use (Unicode 16, 23.7). */
export const endMark = '\uFDD0';

/**
 * A comment, a script or the like that is never closed takes all that follows with it. Where the
 * mark at the end is not among the words that are left, words of the source are not either.
 */
export function withEndMark(markup: string): string {
  return `${markup.replaceAll(endMark, ' ')}${endMark}`;
}
