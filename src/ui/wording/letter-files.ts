/** Words beside the files of a letter, before one is opened. */
import { mimeOf } from '../../domain/summary/file-kind.ts';

export const letterFileWords = {
  open: 'Open',
  back: 'Back to summary',
  /** "Discharge summary, 12-Nov-2026"; read after "Open". */
  named: (title: string, date: string | null) => (date === null ? title : `${title}, ${date}`),
  fileOf: (file: number, files: number) => `file ${file} of ${files}`,
  noFile: 'The letter itself did not come with the summary. Look in the source.',
  notOpened: (kind: string) => `${kind}: not opened here. Look in the source.`,
} as const;

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
