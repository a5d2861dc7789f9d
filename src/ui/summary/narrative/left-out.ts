/** Whether words of a source went with what had to be taken away. */
import type { RemovedAttribute, RemovedElement } from 'dompurify';

/** What they hold is code; markup among it shows that the end of one is missing. */
const code = new Set(['script', 'style']);

const markup = /<[/!]?[a-z]|<!--/i;

/**
 * @param removed as DOMPurify leaves it behind: an element whose words were kept has none any more
 */
export function leavesWordsOut(removed: readonly (RemovedElement | RemovedAttribute)[]): boolean {
  return removed.some((each) =>
    'element' in each ? hasTaken(each.element) : isSwallowing(each.attribute),
  );
}

function hasTaken(node: Node): boolean {
  if (node.nodeType === Node.COMMENT_NODE) return isWords(node.nodeValue ?? '');
  if (!(node instanceof Element)) return false;
  if (attributesOf(node).some(isSwallowing)) return true;
  const words = wordsIn(node instanceof HTMLTemplateElement ? node.content : node);
  return code.has(node.localName) ? markup.test(words) : words.trim() !== '';
}

/** A form's own controls can stand in for any of its properties: none of those is read. */
function attributesOf(element: Element): readonly Attr[] {
  return Element.prototype.getAttributeNames
    .call(element)
    .flatMap((name) => Element.prototype.getAttributeNode.call(element, name) ?? []);
}

function wordsIn(node: Node): string {
  const texts = document.createNodeIterator(node, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) words.push(text.nodeValue ?? '');
  return words.join('');
}

/**
 * A comment inside a comment: the first was never closed, and words stand between them. CDATA is
 * words in XML, and a comment to an HTML parser.
 */
function isWords(comment: string): boolean {
  return comment.includes('<!--') || comment.startsWith('[CDATA[');
}

/** XML has no `<` in an attribute: a quotation mark is missing, and words stand inside. */
function isSwallowing(attribute: Attr | null): boolean {
  return attribute !== null && (markup.test(attribute.value) || attribute.name.includes('<'));
}
