/** Text with the words of the query marked in it. */
import { unbroken } from '../../parts/unbroken.tsx';

/** The query's words, lower case; empty for a query of blanks. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether one of the words stands in the text. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word));
}

export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>
      {unbroken(text, (part) =>
        pieces(part, words).map(({ piece, isMatch }, index) =>
          isMatch ? <mark key={index}>{piece}</mark> : piece,
        ),
      )}
    </>
  );
}

type Piece = { readonly piece: string; readonly isMatch: boolean };

function pieces(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0) return [{ piece: text, isMatch: false }];
  // Longest first, so that "anti" does not take the beginning of "antibody" from it.
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const matches = new RegExp(`(${escaped.join('|')})`, 'gi');
  return text
    .split(matches)
    .map((piece, index) => ({ piece, isMatch: index % 2 === 1 }))
    .filter(({ piece }) => piece !== '');
}
