/**
 * What may be shown of a FHIR Narrative (R4, narrative.html): its words and their structure. First
 * DOMPurify takes away all but an allow-list, in a document that loads and runs nothing; then every
 * element is made anew from a list of ours, so that nothing a source sent is ever in the page.
 */
import DOMPurify from 'dompurify';
import { endMark, quietMarkup, withEndMark } from '../../../domain/summary/quiet-markup.ts';
import { safeLines } from '../../../domain/unsafe-characters.ts';
import { leavesWordsOut } from './left-out.ts';
import { paired } from './paired-tags.ts';

/** What each element a source may use becomes. Headings must not disturb the page's outline. */
const becomes: ReadonlyMap<string, string> = new Map([
  ...[
    ...['p', 'div', 'span', 'br', 'ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot'],
    ...['tr', 'th', 'td', 'b', 'strong', 'i', 'em', 'sub', 'sup', 'pre', 'dl', 'dt', 'dd'],
  ].map((name) => [name, name] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'p'] as const),
]);

/** A narrative longer than this, in characters, is named and not shown. */
export const longestNarrative = 400_000;

/** Elements inside more than so many others are put beside each other. */
const deepest = 40;

/** Cells wider or higher than this are not. */
const mostSpan = 50;

/** Without words for a screen, and with contents that are no words either. */
const wordless = ['object', 'embed', 'applet', 'select', 'datalist', 'audio', 'canvas', 'marquee'];

export type Sanitised = {
  readonly content: DocumentFragment;
  /** Longer than asked for. */
  readonly isCut: boolean;
  /** False where words were lost: in a comment that is never closed, a script, a form. */
  readonly isWhole: boolean;
};

/**
 * @param xhtml as it came
 * @param most how many characters of text to show
 */
export function sanitised(xhtml: string, most: number): Sanitised {
  const clean = DOMPurify.sanitize(quietMarkup(withEndMark(paired(xhtml))), {
    ALLOWED_TAGS: ['#text', 'body', ...becomes.keys()],
    ALLOWED_ATTR: ['colspan', 'rowspan'],
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ADD_FORBID_CONTENTS: wordless,
    KEEP_CONTENT: true,
    RETURN_DOM_FRAGMENT: true,
  });
  const hasLost = leavesWordsOut(DOMPurify.removed);
  const isWhole = withoutEndMark(clean) && !hasLost;
  return { ...rebuilt(clean, most), isWhole };
}

/** Takes the mark away; whether it was there. */
function withoutEndMark(clean: DocumentFragment): boolean {
  const texts = document.createNodeIterator(clean, NodeFilter.SHOW_TEXT);
  let isThere = false;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!text.includes(endMark)) continue;
    isThere = true;
    const left = text.replaceAll(endMark, '');
    if (left === '') node.parentNode?.removeChild(node);
    else node.nodeValue = left;
  }
  return isThere;
}

/** Walks without recursion, in the order of the text, until enough of it was shown. */
function rebuilt(source: Node, most: number): Omit<Sanitised, 'isWhole'> {
  const content = document.createDocumentFragment();
  /** Where each open element's children go, the innermost last. */
  const open: ParentNode[] = [content];
  let left = most;
  let node: Node | null = source.firstChild;
  const parent = () => open.at(-1) ?? content;
  while (node) {
    if (left <= 0) return { content, isCut: true };
    if (node.nodeType === Node.TEXT_NODE) {
      const text = safeLines(node.nodeValue ?? '');
      parent().append(text.length > left ? `${text.slice(0, left)}…` : text);
      left -= text.length;
      if (left < 0) return { content, isCut: true };
    }
    if (node.firstChild) {
      open.push(opened(node, parent(), open.length));
      node = node.firstChild;
      continue;
    }
    if (node instanceof Element) opened(node, parent(), open.length);
    while (node && !node.nextSibling) {
      node = node.parentNode === source ? null : node.parentNode;
      open.pop();
    }
    node = node?.nextSibling ?? null;
  }
  return { content, isCut: false };
}

/** Appends what an element becomes and returns where its children go. */
function opened(node: Node, parent: ParentNode, depth: number): ParentNode {
  const name = becomes.get(node.nodeName.toLowerCase());
  if (!(node instanceof Element) || name === undefined || depth > deepest) return parent;
  const made = document.createElement(name);
  if (/^h[1-6]$/i.test(node.nodeName)) made.className = 'narrative__heading';
  if (name === 'td' || name === 'th') {
    span(node, made, 'colspan');
    span(node, made, 'rowspan');
  }
  if (name !== 'table') {
    parent.append(made);
    return made;
  }
  const wide = document.createElement('div');
  wide.className = 'narrative__table';
  wide.append(made);
  parent.append(wide);
  return made;
}

function span(from: Element, to: Element, name: 'colspan' | 'rowspan'): void {
  const value = from.getAttribute(name) ?? '';
  if (/^\d{1,2}$/.test(value) && Number(value) > 1 && Number(value) <= mostSpan) {
    to.setAttribute(name, value);
  }
}
