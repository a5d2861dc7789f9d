import { describe, expect, it } from 'vitest';
import { pdf, png, read, sends } from './read-letter.ts';

describe('the kind of file', () => {
  it.each([
    ['a picture', { contentType: 'image/png' }, sends(png, 'image/png'), 'image'],
    ['a picture nobody named', { contentType: null }, sends(png, null), 'image'],
    ['a PDF sent as bytes', {}, sends(pdf, 'application/octet-stream'), 'pdf'],
    ['a PDF nobody named', { contentType: null }, sends(pdf, null), 'pdf'],
    ['plain text', { contentType: 'text/plain' }, sends('words', 'text/plain'), 'text'],
    ['RTF', { contentType: 'text/rtf' }, sends('{\\rtf1 words}', 'application/rtf'), 'text'],
  ])('%s is opened', async (_, part, handler, type) => {
    expect((await read(part, handler)).value).toMatchObject({ type: 'content', content: { type } });
  });

  it('of a picture is what its bytes are', async () => {
    const said = { contentType: 'image/jpeg' };
    expect((await read(said, sends(png, 'image/jpeg'))).value).toMatchObject({
      content: { mime: 'image/png' },
    });
  });

  it.each([
    ['a PDF that says text', { contentType: 'text/plain' }, sends(pdf, 'text/plain')],
    ['text that says PDF', {}, sends('%PD', 'application/pdf')],
    ['HTML before a PDF’s header', {}, sends(`<script>1</script>${pdf}`)],
    ['HTML that says picture', { contentType: 'image/png' }, sends('<script>', 'image/png')],
    ['an answer of another kind', {}, sends(pdf, 'text/html')],
    ['words nobody named', { contentType: null }, sends('words', null)],
    ['bytes that say text', { contentType: 'text/plain' }, sends('PK\x03\x04\0\0', 'text/plain')],
    ['an answer that is SVG', { contentType: null }, sends('<svg/>', 'image/svg+xml')],
  ])('%s is named, not opened', async (_, part, handler) => {
    expect((await read(part, handler)).value).toMatchObject({ type: 'not-opened-here' });
  });

  it.each([
    ...['image/svg+xml', 'application/xml', 'text/xml', 'application/hl7-cda+xml', 'image/tiff'],
    ...['application/dicom', 'application/zip', 'audio/mpeg', 'video/mp4', 'text/javascript'],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ...['application/msword', 'application/fhir+json', 'nonsense', '__proto__'],
  ])('%s is named without being fetched', async (contentType) => {
    const { value, requests } = await read({ contentType });
    expect([value, requests]).toEqual([{ type: 'not-opened-here', contentType }, []]);
  });
});

describe('plain text', () => {
  const words = async (bytes: Uint8Array<ArrayBuffer>, type: string) => {
    const handler = () => new Response(bytes, { headers: { 'content-type': type } });
    return (await read({ contentType: 'text/plain' }, handler)).value;
  };
  const text = (said: string) => ({ type: 'content', content: { type: 'text', text: said } });

  it.each([
    ['UTF-8', Buffer.from('Ménière’s', 'utf8'), 'text/plain; charset=utf-8'],
    ['UTF-8 that nobody named', Buffer.from('Ménière’s', 'utf8'), 'text/plain'],
    [
      'Windows-1252',
      Buffer.from('Méni\xe8re\x92s', 'latin1'),
      'text/plain; charset="windows-1252"',
    ],
    [
      'Latin-1, as the web reads it',
      Buffer.from('Méni\xe8re\x92s', 'latin1'),
      'text/plain; charset=ISO-8859-1',
    ],
    ['bytes that are no UTF-8', Buffer.from('Méni\xe8re\x92s', 'latin1'), 'text/plain'],
    [
      'a charset nobody knows',
      Buffer.from('Méni\xe8re\x92s', 'latin1'),
      'text/plain; charset=x-none',
    ],
    ['UTF-16 with its mark', Buffer.from('\ufeffMénière’s', 'utf16le'), 'text/plain'],
  ])('in %s is read as it was written', async (_, bytes, type) => {
    expect(await words(Uint8Array.from(bytes), type)).toEqual(text('Ménière’s'));
  });

  it('keeps lines and tabs, and hides or turns round nothing', async () => {
    const bytes = Uint8Array.from(Buffer.from('one\r\ntwo\tthree\u202Eevil\u200B\x07', 'utf8'));
    expect(await words(bytes, 'text/plain')).toEqual(text('one\ntwo\tthree evil  '));
  });
});
