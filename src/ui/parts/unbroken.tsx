import type { ComponentChildren } from 'preact';

/**
 * A date, an NHS or telephone number, a number with the word after it ("7.5 × 10⁹/L", "2.5 mg"). No
 * word is cut, and one too long for a sidebar is left as it is.
 */
const whole =
  /(?<![\p{L}\d-])(\d?\d-[A-Z][a-z]{2}-\d{4}(?: \d\d:\d\d)?(?![\p{L}\d])|\+?\d(?: ?\d){9,14}(?! ?\d)|\d(?:[\d.,-]{0,4}\d)? (?!to )(?:[x×] 1|[\p{L}%])\S{0,11}(?: m[2²]\S?)?(?!\S))/u;

/**
 * The same words, none changed or hidden from a copy or a search, of which a line does not break
 * what would be misread in two: dates above all (NHS Common User Interface, date display).
 * @param words left as they are where they are drawn already
 * @param draw each part of them in turn
 */
export function unbroken(
  words: ComponentChildren,
  draw: (part: string) => ComponentChildren = (part) => part,
): ComponentChildren {
  if (typeof words !== 'string') return words;
  return words.split(whole).map((part, at) =>
    at % 2 === 0 ? (
      draw(part)
    ) : (
      <span class="nowrap" key={at}>
        {draw(part)}
      </span>
    ),
  );
}
