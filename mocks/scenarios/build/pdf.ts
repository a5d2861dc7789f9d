/** A small real PDF 1.4: A4 pages of Helvetica text, cross-reference table and all. */

const pageHeight = 842;
const topMargin = 60;
const leading = 15;

/** What fits on a page below its heading; further lines go to the next. */
const linesOnPage = 40;

/**
 * Lays out lines of text, page after page.
 * @param lines plain text in Latin-1 and typographic apostrophes; the first is set larger.
 * @returns the file's bytes.
 * @throws RangeError where a character has no place in the font's encoding.
 */
export function pdf(lines: readonly string[]): Uint8Array {
  const pages = pagesOf(lines).map(content);
  // Catalogue, page tree, first page, two fonts, its text; then a page and its text for the others.
  const pageNumbers = pages.map((_, index) => (index === 0 ? 3 : 5 + index * 2));
  const textNumbers = pages.map((_, index) => 6 + index * 2);
  const page = (index: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] ` +
    '/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> ' +
    `/Contents ${textNumbers[index] ?? 0} 0 R >>`;
  const text = (stream: string) => `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
  const [first = '', ...others] = pages;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] ` +
      `/Count ${pages.length} >>`,
    page(0),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    text(first),
    ...others.flatMap((stream, index) => [page(index + 1), text(stream)]),
  ];
  return fileOf(objects);
}

/** The heading stands on the first page only. */
function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const pages = [lines.slice(0, linesOnPage + 1)];
  for (let at = linesOnPage + 1; at < lines.length; at += linesOnPage) {
    pages.push(['', ...lines.slice(at, at + linesOnPage)]);
  }
  return pages;
}

function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((body, index) => {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function content(lines: readonly string[]): string {
  const [title = '', ...rest] = lines;
  const shown = [`/F2 14 Tf`, `56 ${pageHeight - topMargin} Td`, `(${escaped(title)}) Tj`];
  shown.push('/F1 10 Tf', `${leading} TL`, 'T*');
  for (const line of rest) shown.push('T*', `(${escaped(line)}) Tj`);
  return `BT\n${shown.join('\n')}\nET`;
}

/** PDF string syntax (ISO 32000-1, 7.3.4.2); 0x92 is the apostrophe of WinAnsiEncoding. */
function escaped(text: string): string {
  const winAnsi = text.replaceAll('’', '\x92');
  if (/[^\x20-\xff]/.test(winAnsi))
    throw new RangeError('a letter has a character PDF text cannot');
  return winAnsi.replace(/[\\()]/g, (character) => `\\${character}`);
}
