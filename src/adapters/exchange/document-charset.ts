/** Bytes as the text somebody typed, in the encodings that letters come in. */

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
type Encoding = (typeof encodings)[number];

/**
 * A byte order mark decides, then what was said, then whether it is UTF-8, and at last
 * Windows-1252, of which Latin-1 and ASCII are parts (WHATWG Encoding, 4.2).
 * @param said content types with or without `charset`, in the order of trust
 */
export function textOf(bytes: Uint8Array, said: readonly (string | null)[]): string {
  const encoding = marked(bytes) ?? saidEncoding(said);
  if (encoding === 'windows-1252') return windows1252(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters; some decoders forget it. */
const from80to9F = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

export function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9F]/g, (control) => from80to9F[control.charCodeAt(0) - 0x80] ?? control);
}

function marked([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function saidEncoding(said: readonly (string | null)[]): Encoding | null {
  for (const contentType of said) {
    const label = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1];
    const encoding = label === undefined ? null : known(label);
    if (encoding) return encoding;
  }
  return null;
}

function known(label: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(label);
    return encodings.find((each) => each === encoding) ?? null;
  } catch {
    return null;
  }
}
