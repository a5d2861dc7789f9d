import { describe, expect, it } from 'vitest';
import { wordsOfRtf } from '../../../src/adapters/exchange/rtf-words.ts';

const words = (rtf: string) => wordsOfRtf(Uint8Array.from(Buffer.from(rtf, 'latin1')));

describe('the words of an RTF letter', () => {
  it.each([
    ['paragraphs and lines', '{\\rtf1\\ansi One\\par two\\line three\\par}', 'One\ntwo\nthree'],
    ['tabs and table rows', '{\\rtf1 a\\tab b\\par 1\\cell 2\\cell\\row 3}', 'a\tb\n1\t2\n3'],
    [
      'formatting passed over',
      '{\\rtf1\\b Stop \\b0{\\i warfarin}\\fs24  now}',
      'Stop warfarin now',
    ],
    ['escaped braces and backslashes', '{\\rtf1 \\{5\\\\6\\}}', '{5\\6}'],
    ['bytes of the codepage', "{\\rtf1\\ansicpg1252 M\\'e9ni\\'e8re\\'92s}", 'Ménière’s'],
    ['bytes of another codepage', "{\\rtf1\\ansicpg1250 \\'8aest}", 'Šest'],
    ['raw bytes some writers leave', '{\\rtf1 caf\xe9}', 'café'],
    ['Unicode with its fallback', "{\\rtf1\\uc1 5 \\u181?g, 6 \\u956\\'b5g}", '5 µg, 6 μg'],
    ['Unicode without a fallback', '{\\rtf1\\uc0 \\u8805 5}', '≥5'],
    ['a pair of surrogates', '{\\rtf1\\uc1 \\u-10179?\\u-8704?}', '😀'],
    ['negative numbers', '{\\rtf1\\uc1 \\u-3913?}', '\uf0b7'],
    [
      'typographic signs',
      '{\\rtf1 a\\emdash b \\bullet  c\\~d\\_e \\lquote f\\rquote}',
      'a—b • c d-e ‘f’',
    ],
    [
      'no fonts, colours, styles, pictures or objects',
      '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\author X}}' +
        '{\\*\\generator Y;}{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 0105}}Words}',
      'Words',
    ],
    [
      'a link’s words without its address',
      '{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "http://a"}{\\fldrslt here}}}',
      'here',
    ],
    ['no raw data', '{\\rtf1 a{\\pict\\bin4 }{}\\}b}', 'ab'],
    ['hidden text left out', '{\\rtf1 a{\\v hidden}b}', 'ab'],
    ['line breaks of the file itself ignored', '{\\rtf1 a\r\nb\\par\r\nc}', 'ab\nc'],
    ['a file that breaks off', '{\\rtf1 a{\\b b', 'ab'],
    ['braces that do not match', '{\\rtf1 a}}}b', 'ab'],
  ])('%s', (_, rtf, expected) => {
    expect(words(rtf)).toBe(expected);
  });

  it('are read in one pass, however deep the groups', () => {
    expect(words(`{\\rtf1 ${'{'.repeat(200_000)}deep${'}'.repeat(200_000)}}`)).toBe('deep');
    expect(words(`{\\rtf1 ${'\\u'.repeat(100_000)}`)).toBe('');
  });

  it.each([
    ['blanks', `a${' '.repeat(300_000)}b`],
    ['tabs', `a${'\\tab '.repeat(150_000)}b`],
    ['empty lines', `a${'\\par '.repeat(150_000)}b`],
    ['backslashes', '\\'.repeat(300_000)],
  ])('are read in time from a letter of %s', (_, rtf) => {
    const before = performance.now();
    words(`{\\rtf1 ${rtf}}`);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
