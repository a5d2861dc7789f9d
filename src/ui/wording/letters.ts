/** Words of an open letter, and why one is not shown. */
import type { DocumentReading } from '../../domain/summary/document-content.ts';
import { kindName, letterFileWords } from './letter-files.ts';

export const letterWords = {
  opening: 'Opening the letter…',
  asWritten: (source: string) => `This is how ${source} wrote it.`,
  status: (status: string) => `Status: ${status}`,
  showAll: 'Show the whole letter',
  cut: 'This is the beginning of a very long letter.',
  picture: (title: string) => `Picture of the letter: ${title}`,
  brokenPicture: 'This picture is damaged and can not be shown. Look in the source.',
} as const;

export const pdfWords = {
  broken: 'This PDF is damaged, or locked, and can not be shown. Look in the source.',
  notRead:
    'This PDF could not be opened here: what reads PDFs did not load, or took too long. Look in the source.',
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
      return letterFileWords.notOpened(kindName(reading.contentType));
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
