/**
 * XHTML may close an element at once, `<td/>`; to an HTML parser it stays open, and what follows,
 * which may be the rest of the letter, is inside it.
 */

const voids = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input', 'meta', 'link', 'base']);

const nameThere = /[a-z][\w:-]*/iy;
/** Up to the end of the tag, or to where it turns out to be none. */
const attributesThere = /(?:"[^"]*"|'[^']*'|[^'"<>]+)*/y;

/** With an end tag for each such element. Goes over the text once, whatever stands in it. */
export function paired(xhtml: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let at = xhtml.indexOf('<');
  while (at !== -1) {
    if (xhtml.startsWith('<!--', at)) {
      const end = xhtml.indexOf('-->', at + 4);
      if (end === -1) break;
      at = xhtml.indexOf('<', end);
      continue;
    }
    const name = matchAt(nameThere, xhtml, at + 1);
    const afterName = at + 1 + name.length;
    const end = name === '' ? afterName : endOf(xhtml, afterName);
    const closesItself = xhtml[end] === '>' && end > afterName && xhtml[end - 1] === '/';
    if (closesItself && name !== '' && !voids.has(name.toLowerCase())) {
      pieces.push(xhtml.slice(copied, end - 1), `></${name}>`);
      copied = end + 1;
    }
    at = xhtml.indexOf('<', end);
  }
  pieces.push(xhtml.slice(copied));
  return pieces.join('');
}

function endOf(xhtml: string, from: number): number {
  const end = from + matchAt(attributesThere, xhtml, from).length;
  // A quotation mark without its like: the parser, too, takes all that follows for its content.
  return xhtml[end] === '"' || xhtml[end] === "'" ? xhtml.length : end;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
