/**
 * Which kind of file it is to be treated as: what the record said, what the answer said and what
 * the bytes are must be one and the same. A script in the guise of a picture is not opened.
 */
import { type FileKind, kindSaid } from '../../domain/summary/file-kind.ts';

/** What the first bytes show; `mime` of a picture is theirs, whatever was said. */
export type Sniffed =
  | { readonly kind: 'pdf' | 'rtf' }
  | { readonly kind: 'image'; readonly mime: string }
  /** Bytes that no text has, and no file that is opened here. */
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown' };

/**
 * @param said content types, in the order of trust; null where somebody did not say
 * @returns null where they disagree, where it is none of the kinds, or where nobody said and the
 *   bytes do not show it
 */
export function agreedKind(
  said: readonly (string | null)[],
  bytes: Uint8Array,
): { readonly kind: FileKind; readonly mime: string } | null {
  const kinds = new Set(said.map(kindSaid).filter((kind) => kind !== 'unsaid'));
  if (kinds.size > 1) return null;
  const sniffed = sniff(bytes);
  const shown = sniffed.kind === 'binary' || sniffed.kind === 'unknown' ? null : sniffed.kind;
  const [kind = shown] = kinds;
  if (kind === null || kind === 'other') return null;
  const isText = kind === 'text' || kind === 'html';
  const fits = isText ? sniffed.kind === 'unknown' : sniffed.kind === kind;
  if (!fits) return null;
  return { kind, mime: sniffed.kind === 'image' ? sniffed.mime : '' };
}

export function sniff(bytes: Uint8Array): Sniffed {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  // Readers accept a header within the first 1024 bytes (ISO 32000-1, Annex H.3, note 13).
  if (/^[\s\uFEFF\xEF\xBB\xBF]*%PDF-/.test(head)) return { kind: 'pdf' };
  if (head.startsWith('{\\rtf')) return { kind: 'rtf' };
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return { kind: 'image', mime: 'image/png' };
  if (head.startsWith('\xFF\xD8\xFF')) return { kind: 'image', mime: 'image/jpeg' };
  if (/^GIF8[79]a/.test(head)) return { kind: 'image', mime: 'image/gif' };
  if (/^RIFF[^]{4}WEBP/.test(head)) return { kind: 'image', mime: 'image/webp' };
  const isUtf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(head);
  return { kind: !isUtf16 && head.includes('\0') ? 'binary' : 'unknown' };
}
