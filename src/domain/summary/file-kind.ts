/** What kind of file a letter is, by what was said of it. What its bytes are is for the adapter. */

export type FileKind = 'pdf' | 'image' | 'text' | 'rtf' | 'html';

/** `unsaid`: nobody said, or only that it is bytes. `other`: named, never opened. */
export type SaidKind = FileKind | 'unsaid' | 'other';

/**
 * SVG, XML and everything that may carry a script of its own are `other`.
 * @param contentType a MIME type with or without parameters; null where not said
 */
export function kindSaid(contentType: string | null): SaidKind {
  switch (mimeOf(contentType)) {
    case '':
    case 'application/octet-stream':
    case 'binary/octet-stream':
      return 'unsaid';
    case 'application/pdf':
    case 'application/x-pdf':
      return 'pdf';
    case 'image/png':
    case 'image/jpeg':
    case 'image/jpg':
    case 'image/gif':
    case 'image/webp':
      return 'image';
    case 'text/plain':
      return 'text';
    case 'application/rtf':
    case 'text/rtf':
      return 'rtf';
    case 'text/html':
    case 'application/xhtml+xml':
      return 'html';
    default:
      return 'other';
  }
}

/** The type alone, in lower case: `text/plain` of `Text/Plain; charset=utf-8`; empty for none. */
export function mimeOf(contentType: string | null): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
