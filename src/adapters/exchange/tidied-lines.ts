/** Lines as they are read: a letter of nothing but blanks must not take longer than one of words. */

/** No blanks at the ends of lines, no two empty lines together, none at the beginning or end. */
export function tidied(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
