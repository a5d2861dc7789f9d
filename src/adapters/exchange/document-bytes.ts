/** The bytes of a letter, and whether they are the ones that the record speaks of. */
import type { Attachment } from '../../domain/summary/item.ts';

/** More than this is not opened here: what has to be shown must fit into a browser's memory. */
export const longestDocument = 15 * 1024 * 1024;

/** Null for what is no base64; blanks between the letters are allowed, as FHIR allows them. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/**
 * Null where there are more than `most` bytes; stops reading there.
 * @param alive called for each piece that arrives
 */
export async function readBytes(
  response: Response,
  most: number,
  alive: () => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return joinedBytes(chunks, length);
    alive();
    length += piece.value.byteLength;
    if (length > most) {
      await reader?.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(piece.value);
  }
}

function joinedBytes(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** Size and SHA-1 are what the record says, where it says them (FHIR R4, Attachment). */
export async function isUnaltered(
  bytes: Uint8Array<ArrayBuffer>,
  { size, hash }: Pick<Attachment, 'size' | 'hash'>,
): Promise<boolean> {
  if (size !== null && size !== bytes.byteLength) return false;
  if (hash === null) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  return btoa(String.fromCharCode(...digest)) === hash.replace(/\s/g, '');
}
