/**
 * The words of an RTF letter (Rich Text Format 1.9.1): text, paragraphs, tabs and table rows.
 * Fonts, colours, pictures, fields' instructions and embedded objects are passed over.
 */
import { windows1252 } from './document-charset.ts';
import { tidied } from './tidied-lines.ts';

/** Groups that hold no words of the letter; `\*` marks those that a reader may ignore. */
const silent = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'objdata', 'themedata'],
  ...['datastore', 'fldinst', 'generator', 'listtable', 'listoverridetable', 'rsidtbl', 'xmlnstbl'],
  ...['filetbl', 'revtbl', 'template', 'datafield', 'nonshppict', 'latentstyles', 'bkmkstart'],
  ...['bkmkend', 'pgptbl', 'mmathPr'],
]);

const said: ReadonlyMap<string, string> = new Map([
  ...(['par', 'line', 'row', 'sect', 'page', 'nestrow'] as const).map(
    (word) => [word, '\n'] as const,
  ),
  ...(['tab', 'cell', 'nestcell'] as const).map((word) => [word, '\t'] as const),
  ...([
    ['emdash', '—'],
    ['endash', '–'],
    ['bullet', '•'],
    ['lquote', '‘'],
    ['rquote', '’'],
  ] as const),
  ...([
    ['ldblquote', '“'],
    ['rdblquote', '”'],
    ['emspace', ' '],
    ['enspace', ' '],
  ] as const),
]);

/** @property fallback how many characters stand after a `\uN` for readers that know no Unicode */
type Group = { readonly isSilent: boolean; readonly isHidden: boolean; readonly fallback: number };

/** A control word, a control symbol, a brace, or text up to the next of them. */
const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^])|([{}])|([^\\{}]+)/gi;

/** @param bytes as they came: RTF is seven-bit text, whatever it says */
export function wordsOfRtf(bytes: Uint8Array): string {
  const reader = rtfReader();
  // Raw bytes above 127 are not RTF, but some writers leave them; they mean Windows-1252.
  const source = windows1252(bytes);
  const next = new RegExp(token);
  for (let match = next.exec(source); match; match = next.exec(source)) {
    const [, word, number, byte, symbol, brace, text] = match;
    if (word !== undefined) {
      const value = number === undefined ? null : Number(number);
      // Raw data of that many bytes follows, braces and backslashes among them.
      if (word === 'bin') next.lastIndex += Math.max(0, value ?? 0);
      else reader.control(word, value);
    } else if (byte !== undefined) reader.byte(Number.parseInt(byte, 16));
    else if (symbol !== undefined) reader.symbol(symbol);
    else if (brace !== undefined) reader.brace(brace);
    else reader.text(text ?? '');
  }
  return reader.words();
}

function rtfReader() {
  const out: string[] = [];
  const outer: Group[] = [];
  let group: Group = { isSilent: false, isHidden: false, fallback: 1 };
  let toSkip = 0;
  let codepage: Decode = windows1252;

  const say = (text: string) => {
    if (!group.isSilent && !group.isHidden) out.push(text);
  };

  return {
    words: () => tidied(out.join('')),
    brace: (brace: string) => {
      toSkip = 0;
      if (brace === '{') outer.push(group);
      else group = outer.pop() ?? group;
    },
    text: (text: string) => {
      const plain = text.replace(/[\r\n]/g, '');
      const skipped = Math.min(toSkip, plain.length);
      toSkip -= skipped;
      say(plain.slice(skipped));
    },
    byte: (byte: number) => {
      if (toSkip > 0) toSkip -= 1;
      else say(codepage(Uint8Array.of(byte)));
    },
    symbol: (symbol: string) => {
      if (symbol === '*') group = { ...group, isSilent: true };
      else if (symbol === '~') say(' ');
      else if (symbol === '_') say('-');
      else if (symbol === '\n' || symbol === '\r') say('\n');
      else if ('\\{}'.includes(symbol)) say(symbol);
    },
    control: (word: string, value: number | null) => {
      if (word === 'u' && value !== null) {
        say(String.fromCharCode(value & 0xffff));
        toSkip = group.fallback;
      } else if (word === 'uc') group = { ...group, fallback: Math.max(0, value ?? 1) };
      else if (word === 'v') group = { ...group, isHidden: value !== 0 };
      else if (word === 'plain') group = { ...group, isHidden: false };
      else if (word === 'ansicpg') codepage = decoderFor(value) ?? codepage;
      else if (silent.has(word)) group = { ...group, isSilent: true };
      else say(said.get(word) ?? '');
    },
  };
}

type Decode = (bytes: Uint8Array) => string;

/** Codepages of one byte a character; for any other, Windows-1252 is as good as anything. */
function decoderFor(codepage: number | null): Decode | null {
  const isSingleByte = codepage !== null && codepage >= 1250 && codepage <= 1258;
  if (!isSingleByte || codepage === 1252) return null;
  const decoder = new TextDecoder(`windows-${codepage}`);
  return (bytes) => decoder.decode(bytes);
}
