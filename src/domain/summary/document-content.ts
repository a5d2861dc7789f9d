/** A letter as it may be shown: its bytes or its words, and nothing that could run. */
export type DocumentContent =
  | { readonly type: 'pdf'; readonly bytes: Uint8Array }
  /** @property mime one of the image types every browser draws without running anything */
  | { readonly type: 'image'; readonly mime: string; readonly bytes: Uint8Array }
  /** Plain text, or what is left of RTF and HTML once everything but words is gone. */
  | { readonly type: 'text'; readonly text: string };

/** What came of asking for a letter. Only `content` shows anything of it. */
export type DocumentReading =
  | { readonly type: 'content'; readonly content: DocumentContent }
  /** A kind of file that is named, not opened. */
  | { readonly type: 'not-opened-here'; readonly contentType: string | null }
  /** Its size or hash is not what the record says of it: never shown. */
  | { readonly type: 'altered' }
  | { readonly type: 'too-large' }
  /** Nowhere under the exchange's base. */
  | { readonly type: 'elsewhere' }
  /** The exchange has no such document, or holds it back. */
  | { readonly type: 'not-held' };
