import { html } from 'hono/html';
import { page, sandboxBar } from './page.ts';
import type { Html } from './page.ts';

/** A plain page for a request that a screen cannot answer. */
export function messagePage(heading: string, text: string): Html {
  return page(
    heading,
    'plain',
    html`${sandboxBar(null)}
      <main id="main">
        <h1>${heading}</h1>
        <p>${text}</p>
      </main>`,
  );
}
