/**
 * What a screen reader says of an element, in one line: of a source its name, of a date its month
 * in words, and of everything else what stands there. What is seen is in `textContent`.
 */
export function heard(element: Element | null | undefined): string {
  return element ? spoken(element).replace(/\s+/g, ' ').trim() : '';
}

function spoken(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  if (node.getAttribute('aria-hidden') === 'true') return '';
  const label = node.getAttribute('aria-label');
  if (label !== null && node.matches(namedInstead)) return label;
  // Blocks are heard one after the other, never as one word.
  return [...node.childNodes].map(spoken).join(node.matches(blocks) ? ' ' : '');
}

/** Of these the name is heard in place of what stands in them; a region's is heard before it. */
const namedInstead = 'time, button, [role="img"]';
const blocks = 'ul, dl, dt, dd, div, section, table, tr';
