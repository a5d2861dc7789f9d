/** A small real PDF 1.4: one A4 page of Helvetica text, cross-reference table and all. */

const pageHeight = 842;
const topMargin = 60;
const leading = 15;

/**
 * Lays out lines of text on one page.
 * @param lines plain text in Latin-1 and typographic apostrophes, at most about 45 lines; the
 *   first is set larger.
 * @returns the file's bytes.
 * @throws RangeError where a character has no place in the font's encoding.
 */
export function pdf(lines: readonly string[]): Uint8Array {
  const stream = content(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] ` +
      '/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Contents 6 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
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
