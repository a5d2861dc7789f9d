import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/run-command.ts';
import { compiled, declared } from './declared.ts';

const unrecorded = 'html:not([data-printing]) body';

// What that puts on paper is tried in a browser.
describe('what the browser’s own menu prints', () => {
  // The sheet of every screen: the gate and what was closed are no more to be printed.
  const css = compiled('base');

  it('is a notice, and nothing of the screen that is open', () => {
    expect(declared(css, `${unrecorded} > :not(.print-notice)`, 'display')).toEqual([
      'none !important',
    ]);
    expect(declared(css, `${unrecorded} > .print-notice`, 'display')).toEqual(['block !important']);
  });

  it('stands in the page itself, beside the app, whatever else has come', () => {
    const page = readFileSync(join(projectRoot, 'launch/index.html'), 'utf8');
    const afterApp = page.slice(page.indexOf('id="app"'));
    expect(afterApp).toMatch(/<\/div>(?:\s|<!--[^]*?-->)*<p class="print-notice" hidden>/);
  });
});
