/**
 * Characters that can hide or turn round what stands next to them on screen: controls,
 * bidirectional overrides, invisible separators, tags and lone surrogates.
 */
export const unsafeCharacters =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu;

/**
 * Text of several lines with a space in the place of each such character; line breaks, in whatever
 * spelling, and tabs stay.
 */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.replace(unsafeCharacters, ' '))
        .join('\t'),
    )
    .join('\n');
}
