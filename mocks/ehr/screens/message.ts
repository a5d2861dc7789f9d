import { html } from 'hono/html';
import { page } from './page.ts';
import type { Html } from './page.ts';

/** A plain page for a request that a screen cannot answer. */
export function messagePage(heading: string, text: string): Html {
  return page(
    heading,
    'plain',
    html`<header class="bar">
        <p class="brand"><strong>Care Summary sandbox</strong></p>
        <nav aria-label="Sandbox"><a href="/">Home</a></nav>
      </header>
      <main id="main">
        <h1>${heading}</h1>
        <p>${text}</p>
      </main>`,
  );
}
