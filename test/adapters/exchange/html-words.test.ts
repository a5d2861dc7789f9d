// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { wordsOfHtml } from '../../../src/adapters/exchange/html-words.ts';

describe('the words of an HTML letter', () => {
  it.each([
    [
      'blocks on lines of their own',
      '<h1>Letter</h1><p>Dear  Dr\nPatel</p><div>Yours</div>',
      'Letter\n\nDear Dr Patel\n\nYours',
    ],
    ['line breaks', 'a<br>b<br/>c', 'a\nb\nc'],
    ['lists', '<ul><li>one<li>two</ul>', '• one\n\n• two'],
    [
      'table rows',
      '<table><tr><th>Drug<th>Dose<tr><td>Apixaban<td>2.5 mg</table>',
      'Drug\tDose\n\nApixaban\t2.5 mg',
    ],
    ['spaces of preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c'],
    [
      'columns and indentation of preformatted text, and of no other',
      '<p>  Bloods\n  today</p>\n  <pre>   Na  140\n\n    K 4.6  \n</pre>\n   <p> End</p>',
      'Bloods today\n\n   Na  140\n\n    K 4.6\n\nEnd',
    ],
    [
      'words in inline markup',
      '<p><b>STOP</b> <a href="http://x">warfarin</a></p>',
      'STOP warfarin',
    ],
    [
      'a whole document',
      '<!doctype html><html><head><title>T</title><style>p{}</style></head><body><p>Words</p></body></html>',
      'Words',
    ],
    ['entities', '<p>5 &lt; 6 &amp; 7&nbsp;&micro;g</p>', '5 < 6 & 7 µg'],
    ['no script', '<p>a</p><script>evil()</script><p>b</p>', 'a\n\nb'],
    [
      'no frames, pictures or forms',
      '<iframe src=x>evil</iframe><img src=x onerror=evil()><form>words</form>',
      'words',
    ],
    [
      'markup that was escaped, as words',
      '&lt;script&gt;evil()&lt;/script&gt;',
      '<script>evil()</script>',
    ],
  ])('%s', (_, html, expected) => {
    expect(wordsOfHtml(html)).toBe(expected);
  });

  it('are read however deep it nests', () => {
    expect(wordsOfHtml(`${'<div>'.repeat(2000)}deep`)).toBe('deep');
  });

  it.each(['<!-- ', '<script>', '<style>', '<title>', '<iframe>', '<template>', '<noembed>'])(
    'are not given out without those that an open %s takes with it',
    (swallowing) => {
      expect(wordsOfHtml(`<p>Take warfarin.</p>${swallowing}<p>Stop aspirin.</p>`)).toBeNull();
    },
  );

  it.each([
    ['of blanks', `a${' '.repeat(300_000)}b`],
    ['of preformatted blanks', `<pre>a${' \t'.repeat(150_000)}b</pre>`],
    ['of empty lines', `<pre>a${'\n'.repeat(300_000)}b</pre>`],
    ['of blanks before each of its breaks', `${`${' '.repeat(300)}<br>`.repeat(1000)}b`],
    ['of tags that never close', '<p title="'.repeat(30_000)],
  ])('are read in time from a letter %s', (_, html) => {
    const before = performance.now();
    wordsOfHtml(html);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
