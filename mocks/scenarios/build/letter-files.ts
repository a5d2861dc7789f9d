/** A letter's lines as a file of some format, the way different systems send them. */
import { pdf } from './pdf.ts';
import { tracePng } from './picture.ts';

/** `word` is a stub that no viewer opens; `html` carries what a careless or hostile sender may. */
export type LetterFormat = 'text' | 'pdf' | 'rtf' | 'html' | 'picture' | 'word';

export type LetterFile = { readonly contentType: string; readonly bytes: Uint8Array };

/** @throws RangeError where a PDF or RTF letter has a character that the format can not hold */
export function letterFile(lines: readonly string[], format: LetterFormat): LetterFile {
  switch (format) {
    case 'text':
      return file('text/plain; charset=utf-8', lines.join('\n'));
    case 'pdf':
      return { contentType: 'application/pdf', bytes: pdf(lines) };
    case 'rtf':
      return file('text/rtf', rtf(lines));
    case 'html':
      return file('text/html; charset=utf-8', html(lines));
    case 'picture':
      return {
        contentType: 'image/png',
        bytes: tracePng([40, 104, 196, 250, 352, 404, 470, 566, 612, 690]),
      };
    case 'word':
      return file(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        `PK\x03\x04${lines.join('\n')}`,
      );
  }
}

function file(contentType: string, text: string): LetterFile {
  return { contentType, bytes: new TextEncoder().encode(text) };
}

/** Rich Text Format 1.9.1: seven bits, everything else as `\\uN` with a fallback. */
function rtf([title = '', ...rest]: readonly string[]): string {
  const escaped = (text: string) =>
    text
      .replace(/[\\{}]/g, '\\$&')
      .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0)}?`);
  const body = rest.map((line) => `${escaped(line)}\\par`).join('\n');
  return (
    '{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\fswiss Helvetica;}}\n' +
    '{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Clinic writer;}\n' +
    `{\\b\\fs28 ${escaped(title)}}\\par\n${body}\n}`
  );
}

/** With a script, a style that hides, a picture that reports and a link, none of which may work. */
function html([title = '', ...rest]: readonly string[]): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = rest.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return [
    '<!doctype html><html><head><meta charset="utf-8"><title>Visit</title>',
    '<style>body { display: none }</style>',
    '<script>document.title = "attacked"; globalThis.attacked = 1;</script></head>',
    `<body onload="globalThis.attacked = 2"><h1>${escaped(title)}</h1>`,
    paragraphs,
    '<img src="https://attack.test/seen.gif" onerror="globalThis.attacked = 3">',
    '<a href="javascript:globalThis.attacked = 4">Sign here</a>',
    '</body></html>',
  ].join('\n');
}
