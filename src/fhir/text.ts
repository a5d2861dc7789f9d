/**
 * Text as it may be shown. Sources send what people typed; some of it can hide or turn round what
 * stands next to it on screen.
 */
import { unsafeCharacters } from '../domain/unsafe-characters.ts';

/** Longest text shown in one place, in characters. Longer text is cut with an ellipsis. */
export const longestShown = 500;

/** Most texts are: single blanks between what every keyboard has. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * One line, without the characters above.
 * @param most where to cut; the cut is marked with "…"
 * @returns null for nothing but blanks
 */
export function shownText(raw: string | null | undefined, most = longestShown): string | null {
  if (raw === null || raw === undefined) return null;
  if (raw.length <= most && plain.test(raw)) return raw;
  const head = raw.length > most * 8 ? raw.slice(0, most * 8) : raw;
  const line = head.replace(unsafeCharacters, ' ').replace(/\s+/gu, ' ').trim();
  if (line === '') return null;
  const letters = Array.from(line);
  if (letters.length <= most && head === raw) return line;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** The texts that say something, each once, in order; null where none does. */
export function joined(
  parts: readonly (string | null | undefined)[],
  separator: string,
): string | null {
  let kept: string[] | null = null;
  for (const part of parts) {
    if (part === null || part === undefined || part === '') continue;
    if (kept === null) kept = [part];
    else if (!kept.includes(part)) kept.push(part);
  }
  return kept === null ? null : kept.join(separator);
}
