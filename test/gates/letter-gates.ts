/** Gates of letters, of the sources' own text, and of what the page may print. */
import { component, type Gate, gatesIn, unit } from './gate.ts';

const other = 'Another letter than the record speaks of';
const runs = 'A letter or a source’s text that runs, loads or deceives';
const unrecorded = 'Printed without a record of it';
const asked = unit('flow/letters');
const fetched = unit('adapters/exchange/document');
const text = component('ui/narrative');
const page = { ...component('app/printing'), file: 'test/app/printing.test.ts' };
/** The cleaner and what makes every element anew each stop most of it alone: both are taken out. */
const asItCame =
  "const raw = document.createElement('template');" +
  'raw.innerHTML = xhtml;' +
  'if (most > 0) return { content: raw.content, isCut: false };';
const plain = 'leaves plain structure and the words around';

export const letterGates: readonly Gate[] = [
  ...gatesIn(other, 'src/flow/aside.ts', asked, [
    [
      'Only what the summary lists can be asked for',
      'const attachment = attachmentsOf(state, item)[file];\n  if (!attachment) return [state, []];',
      'const [attachment = { url: item }] = attachmentsOf(state, item);',
      'is only one that the summary lists',
    ],
    [
      'A letter that was closed is not shown when it comes late',
      "document?.type === 'loading' && document.item",
      'document?.type !== undefined && document.item',
      'does not come in the place of another one',
    ],
    [
      'A letter does not come in the place of another',
      'document.item === item && document.file === file;',
      'true;',
      'does not come in the place of another one',
    ],
    [
      'A closed letter is closed',
      'if (!awaited) return [state, []];',
      '',
      'that was closed is not shown when it comes late',
    ],
  ]),
  ...gatesIn(other, 'src/adapters/exchange/document-bytes.ts', fetched, [
    [
      'The size is what the record says',
      'if (size !== null && size !== bytes.byteLength) return false;',
      '',
      'it is altered, and not shown',
    ],
    [
      'The checksum is what the record says',
      "return btoa(String.fromCharCode(...digest)) === hash.replace(/\\s/g, '');",
      'return digest.length > 0;',
      'it is altered, and not shown',
    ],
  ]),
  ...gatesIn('A token or NHS number leaking', 'src/adapters/exchange/document.ts', fetched, [
    [
      'A letter that lies elsewhere is not asked for',
      "const address = addressOf(url, wire.base);\n  if (address === null) return ok({ type: 'elsewhere' });",
      'const address = new URL(url, `${wire.base}/`).href;',
      'is not asked for',
    ],
  ]),
  ...gatesIn(runs, 'src/adapters/exchange/document.ts', fetched, [
    [
      'A letter that is too long is not asked for',
      "if (size !== null && size > longestDocument) return ok({ type: 'too-large' });",
      '',
      'is not even asked for where it is too long',
    ],
  ]),
  ...gatesIn(
    runs,
    'src/adapters/exchange/document-kind.ts',
    unit('adapters/exchange/document-kinds'),
    [
      ['The said kinds agree', 'if (kinds.size > 1) return null;', '', 'is named, not opened'],
      ['The bytes are of the said kind', 'if (!fits) return null;', '', 'is named, not opened'],
    ],
  ),
  ...gatesIn(runs, 'src/ui/summary/narrative/sanitise.ts', text, [
    [
      'Nothing is shown as it came',
      'const clean = DOMPurify.sanitize(',
      `${asItCame}\n  const clean = DOMPurify.sanitize(`,
      plain,
    ],
    [
      'Every element is made anew, without its attributes',
      'const made = document.createElement(name);',
      'const made = node.cloneNode(false) as HTMLElement;',
      plain,
    ],
    [
      'What nobody sees, or turns text round, is taken out',
      "const text = safeLines(node.nodeValue ?? '');",
      "const text = node.nodeValue ?? '';",
      plain,
    ],
    [
      'Words that are lost in a source’s text are said to be',
      'const isWhole = withoutEndMark(clean) && !hasLost;',
      'const isWhole = withoutEndMark(clean) || hasLost || true;',
      'are said to be',
    ],
  ]),
  ...gatesIn(
    'A partial record read as complete',
    'src/adapters/exchange/html-words.ts',
    unit('adapters/exchange/html-words'),
    [
      [
        'A letter that swallows its own words is not opened',
        'words.includes(endMark) ?',
        'words.length >= 0 ?',
        'are not given out without those',
      ],
    ],
  ),
  ...gatesIn(unrecorded, 'src/app/printing.ts', page, [
    [
      'The page is printed only for what was recorded',
      "state.print?.type === 'ready' ? state.print : null",
      'state.print ? state.print : null',
      'while the printing is being recorded, or where it was not',
    ],
    [
      'What was closed before it was on screen is not printed',
      'if (current !== printId) return;',
      '',
      'where it was closed before it was on screen',
    ],
    [
      'The page may be printed for as long as the dialog lasts',
      "if (root.dataset['printing'] === undefined) return;\n    forbid();",
      "if (root.dataset['printing'] === undefined) return;",
      'only while the page is marked as printing, which ends with the dialog',
    ],
    [
      'A print view that is left leaves nothing to print',
      'if (current === null) {\n      forbid();',
      'if (current === null) {',
      'and the mark is gone once the print view is left without a dialog',
    ],
  ]),
];
