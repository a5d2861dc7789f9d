import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { NarrativeToggle } from '../../src/ui/summary/narrative/narrative-toggle.tsx';
import { longestNarrative, sanitised } from '../../src/ui/summary/narrative/sanitise.ts';
import { after, attacks, before, notPlain } from './narrative-attacks.ts';
import { brokenRules } from './render-app.tsx';

const div = (inner: string) => `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;
const html = (inner: string) => {
  const host = document.createElement('section');
  host.append(sanitised(div(inner), Infinity).content);
  return host.innerHTML;
};

describe('an attack in a narrative', () => {
  it('comes in many kinds', () => {
    expect(new Set(attacks.map(({ xhtml }) => xhtml)).size).toBeGreaterThanOrEqual(100);
  });

  it.each(attacks)('leaves plain structure and the words around: $name', ({ xhtml, swallows }) => {
    const { content } = sanitised(xhtml, Infinity);
    expect(notPlain(content)).toEqual([]);
    expect(content.textContent).toContain(before);
    if (!swallows) expect(content.textContent).toContain(after);
    expect(content.textContent).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/);
    document.body.append(content);
    expect('attacked' in globalThis).toBe(false);
    document.body.replaceChildren();
  });

  it('does not take the rest of the words with a tag that XHTML closes at once', () => {
    expect(html('<p>a</p><title/><script/><style /><p/>b')).toContain('b');
  });
});

describe('words of a narrative that are lost', () => {
  const swallowing = attacks.filter(({ xhtml }) => {
    const { content } = sanitised(xhtml, Infinity);
    return !content.textContent.includes(after);
  });

  it('are lost to many an attack', () => {
    expect(swallowing.length).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ...swallowing,
    { name: 'one comment up to the end of the next', xhtml: div('a<!-- <p>b</p><!-- c -->d') },
    { name: 'a script up to the next', xhtml: div('a<script><p>b</p><script>c</script>d') },
    { name: 'a quotation mark', xhtml: div('a<p title="x>b</p><p class="y">c</p>d') },
    { name: 'an end of a tag', xhtml: div('a<p class=x <b>c</b></p>d') },
    { name: 'a drawing', xhtml: div('a<svg><text>b</text></svg>c') },
    { name: 'what is shown without scripts', xhtml: div('a<noscript>b</noscript>c') },
    { name: 'CDATA', xhtml: div('a<![CDATA[b]]>c') },
    { name: 'a form’s choice', xhtml: div('<select><option>b</option></select>') },
  ])('are said to be: $name', async ({ xhtml }) => {
    const user = userEvent.setup();
    render(<NarrativeToggle narrative={{ xhtml, saysMore: true }} about="Asthma" />);
    await user.click(screen.getByRole('button'));
    expect(await screen.findByText(/^This text could not be shown/)).toBeVisible();
    expect(screen.queryByText('The source’s text has no words.')).toBeNull();
  });

  it.each([
    [
      'paragraphs and tables',
      '<p>a &lt;b&gt; c</p><table><tr><td title="5 &gt; 4">1</td></tr></table>',
    ],
    ['a comment', '<!-- made by a system --><p>a</p>'],
    ['a style sheet', '<style>p > b { color: red }</style><p style="color: red">a</p>'],
    ['links and pictures', '<p>a <a href="#b">b</a> <img src="c.png" alt="c"/></p>'],
    ['tags that XHTML closes at once', '<p>a</p><title/><script/><td/><p/>b'],
    ['a table that is never closed', '<p>a</p><table><tr><td>b'],
  ])('are not missed in %s', (_, inner) => {
    expect(sanitised(div(inner), Infinity).isWhole).toBe(true);
  });

  it('leave no mark of ours', () => {
    const { content, isCut } = sanitised('Asthma', 6);
    expect(content.textContent).toBe('Asthma');
    expect(isCut).toBe(false);
  });
});

it.each([
  ['a name', `<${'a'.repeat(longestNarrative - 1)}`],
  ['quoted tags', '<a "<a" '.repeat(longestNarrative / 8)],
  ['quotation marks', '<a "'.repeat(longestNarrative / 4)],
  ['slashes', `<a${'/'.repeat(longestNarrative - 2)}`],
  ['open comments', '<!--'.repeat(longestNarrative / 4)],
  ['blanks', ' '.repeat(longestNarrative)],
  ['styles', `<a ${' style '.repeat(longestNarrative / 7 - 1)}`],
])('a narrative of nothing but %s takes no longer than another', (_, xhtml) => {
  const started = performance.now();
  sanitised(xhtml, Infinity);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe('what a source wrote', () => {
  it.each([
    [
      'tables with spans',
      '<table><thead><tr><th colspan="2">A</th></tr></thead></table>',
      '<th colspan="2">A</th>',
    ],
    ['lists', '<ul><li>one</li></ul>', '<ul><li>one</li></ul>'],
    [
      'emphasis',
      '<p><b>Stop</b> <i>all</i><br/>x<sub>2</sub></p>',
      '<p><b>Stop</b> <i>all</i><br>x<sub>2</sub></p>',
    ],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['lines of preformatted text', '<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
    ['words in links, without the link', '<a href="#x">Asthma</a>', 'Asthma'],
    [
      'headings, outside the page’s outline',
      '<h2>Plan</h2>',
      '<p class="narrative__heading">Plan</p>',
    ],
    ['entities', '<p>5 &lt; 6&nbsp;&micro;g</p>', '5 &lt; 6&nbsp;µg'],
  ])('keeps %s', (_, xhtml, expected) => {
    expect(html(xhtml)).toContain(expected);
  });

  it('is cut where it is long, and shown whole when asked', async () => {
    const user = userEvent.setup();
    const xhtml = div(`<p>${'word '.repeat(1500)}</p><p>the end</p>`);
    render(<NarrativeToggle narrative={{ xhtml, saysMore: true }} about="Asthma" />);
    await user.click(screen.getByRole('button', { name: /own text about Asthma/ }));
    const all = await screen.findByRole('button', { name: 'Show all of it' });
    expect(screen.queryByText('the end')).toBeNull();
    await user.click(all);
    expect(screen.getByText('the end')).toBeVisible();
  });

  it('is not in the page until it is asked for, and gone again after', async () => {
    const user = userEvent.setup();
    const narrative = { xhtml: div('<p>Never give penicillin</p>'), saysMore: true };
    const { container } = render(<NarrativeToggle narrative={narrative} about="Penicillin" />);
    expect(container.innerHTML).not.toContain('Never give');
    const button = screen.getByRole('button', { name: /^Show the source’s own text/ });
    await user.click(button);
    expect(await screen.findByText('Never give penicillin')).toBeVisible();
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(await brokenRules(container)).toEqual([]);
    await user.click(button);
    expect(container.innerHTML).not.toContain('Never give');
  });

  it.each([
    ['without words', div('<p> </p>'), 'The source’s text has no words.'],
    ['beyond all measure', 'x'.repeat(longestNarrative + 1), /too long to be shown/],
  ])('that is %s says so', async (_, xhtml, words) => {
    const user = userEvent.setup();
    render(<NarrativeToggle narrative={{ xhtml, saysMore: true }} about="Asthma" />);
    await user.click(screen.getByRole('button'));
    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('narratives of a well-known server’s tests', () => {
  const data = '../shared/data/edge/microsoft-fhir-server-narratives.json';
  const path = resolve(import.meta.dirname, '../..', data);
  it.skipIf(!existsSync(path))('come out as plain structure', () => {
    const texts = [...readFileSync(path, 'utf8').matchAll(/"((?:[^"\\]|\\.)*<(?:[^"\\]|\\.)*)"/g)];
    expect(texts.length).toBeGreaterThan(5);
    for (const [quoted] of texts) {
      const xhtml = JSON.parse(quoted) as string;
      expect(notPlain(sanitised(xhtml, Infinity).content)).toEqual([]);
    }
  });
});
