/** What is left of an HTML letter once everything but its words is gone. */
import DOMPurify from 'dompurify';
import { endMark, quietMarkup, withEndMark } from '../../domain/summary/quiet-markup.ts';
import { tidied } from './tidied-lines.ts';

/** Elements that stand on lines of their own. */
const blocks = [
  ...['address', 'article', 'aside', 'blockquote', 'caption', 'center', 'dd', 'div', 'dl', 'dt'],
  ...['figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li'],
  ...['main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul'],
];
const cells = ['td', 'th'];

const allowed = {
  ALLOWED_TAGS: ['#text', 'body', 'br', ...cells, ...blocks],
  ALLOWED_ATTR: [],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  KEEP_CONTENT: true,
  RETURN_DOM_FRAGMENT: true,
} as const;

/**
 * Parsed into a document that loads and runs nothing, in which only structure is left; then read
 * line by line. Scripts, styles and what they contain are gone, and so are pictures and links.
 * @returns null where a comment, a script or the like is never closed, so that words are lost in it
 */
export function wordsOfHtml(html: string): string | null {
  const fragment = DOMPurify.sanitize(quietMarkup(withEndMark(html)), {
    ...allowed,
    ALLOWED_TAGS: [...allowed.ALLOWED_TAGS],
    ALLOWED_ATTR: [],
  });
  const words = linesIn(fragment);
  return words.includes(endMark) ? tidied(words.replaceAll(endMark, '')) : null;
}

/** Walks without recursion, or a letter nested ten thousand deep would be too much for it. */
function linesIn(root: Node): string {
  const words: string[] = [];
  let node: Node | null = root;
  let preformatted = 0;
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      words.push(preformatted > 0 ? text : flowing(text, words));
    }
    words.push(edge(node, 'start'));
    if (isPre(node)) preformatted += 1;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      ({ preformatted } = left(node, words, preformatted));
      node = node.parentNode;
    }
    if (node === root || !node) break;
    ({ preformatted } = left(node, words, preformatted));
    node = node.nextSibling;
  }
  return words.join('');
}

/** Blanks of the markup are one blank, and none where a line begins. */
function flowing(text: string, before: readonly string[]): string {
  const words = text.replace(/\s+/g, ' ');
  const last = before.findLast((piece) => piece !== '') ?? '\n';
  return last.endsWith('\n') ? words.trimStart() : words;
}

function left(node: Node, words: string[], preformatted: number): { preformatted: number } {
  words.push(edge(node, 'end'));
  return { preformatted: isPre(node) ? preformatted - 1 : preformatted };
}

function isPre(node: Node): boolean {
  return node.nodeName === 'PRE';
}

function edge(node: Node, where: 'start' | 'end'): string {
  const name = node.nodeName.toLowerCase();
  if (name === 'br') return where === 'start' ? '\n' : '';
  if (cells.includes(name)) return where === 'end' ? '\t' : '';
  if (name === 'li' && where === 'start') return '\n• ';
  return blocks.includes(name) ? '\n' : '';
}
