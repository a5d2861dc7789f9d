/** Every word around letters: opening them, and why one is not shown. */
import type { DocumentReading } from '../../domain/summary/document-content.ts';
import { mimeOf } from '../../domain/summary/file-kind.ts';

export const letterWords = {
  open: 'Open',
  /** "Discharge summary, 12-Nov-2026"; read after "Open". */
  named: (title: string, date: string | null) => (date === null ? title : `${title}, ${date}`),
  fileOf: (file: number, files: number) => `file ${file} of ${files}`,
  noFile: 'The letter itself did not come with the summary. Look in the source.',
  notOpened: (kind: string) => `${kind}: not opened here. Look in the source.`,
  back: 'Back to summary',
  opening: 'Opening the letter…',
  asWritten: (source: string) => `This is how ${source} wrote it.`,
  status: (status: string) => `Status: ${status}`,
  tryAgain: 'Try again',
  codeFailed:
    'This letter could not be shown: a part of the Care Summary did not load. Close it and try again.',
  showAll: 'Show the whole letter',
  cut: 'This is the beginning of a very long letter.',
  picture: (title: string) => `Picture of the letter: ${title}`,
  brokenPicture: 'This picture is damaged and can not be shown. Look in the source.',
} as const;

export const pdfWords = {
  broken: 'This PDF is damaged, or locked, and can not be shown. Look in the source.',
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pagePicture: (page: number) => `Page ${page}, enlarged`,
  noWords: 'This page is a picture without text.',
  notDrawn: 'This page could not be drawn. Look in the source.',
  morePages: (next: number, left: number) => `Show ${next} more of ${left} pages`,
  wordsOnly: 'Text only',
  asPages: 'Show the pages',
  size: 'Size of the page',
  larger: 'Larger',
  smaller: 'Smaller',
} as const;

/** Why there is nothing of the letter to see; each says what to do. */
export function unshownLetter(reading: Exclude<DocumentReading, { type: 'content' }>): string {
  switch (reading.type) {
    case 'not-opened-here':
      return letterWords.notOpened(kindName(reading.contentType));
    case 'altered':
      return 'This file is not the one that the record speaks of: its size or its checksum differs. It is not shown. Look in the source, and tell its help desk.';
    case 'too-large':
      return 'This file is too large to be opened here. Look in the source.';
    case 'elsewhere':
      return 'This letter is kept somewhere that the Care Summary does not reach. Look in the source.';
    case 'not-held':
      return 'The Care Summary does not have this letter, or holds it back. Look in the source.';
  }
}

const kindNames: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'PDF'],
  ['text/plain', 'Text'],
  ['text/html', 'Web page'],
  ['application/xhtml+xml', 'Web page'],
  ['application/rtf', 'RTF document'],
  ['text/rtf', 'RTF document'],
  ['application/msword', 'Word document'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word document'],
  ['application/vnd.ms-excel', 'Spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Spreadsheet'],
  ['application/xml', 'XML document'],
  ['text/xml', 'XML document'],
  ['application/hl7-cda+xml', 'CDA document'],
  ['application/dicom', 'Medical image (DICOM)'],
  ['image/tiff', 'Scan (TIFF)'],
  ['image/svg+xml', 'Drawing (SVG)'],
  ['application/zip', 'Archive (ZIP)'],
]);

/** What users call a kind of file; one we have no word for by its content type. */
export function kindName(contentType: string | null): string {
  const mime = mimeOf(contentType);
  const known = kindNames.get(mime);
  if (known !== undefined) return known;
  if (mime.startsWith('image/')) return 'Picture';
  if (mime.startsWith('audio/')) return 'Sound recording';
  if (mime.startsWith('video/')) return 'Video';
  return mime === '' ? 'File of an unknown kind' : `File of the kind ${mime}`;
}
