import { html } from 'hono/html';

/** Escaped markup. `hono/html` escapes every interpolated value that is not itself `Html`. */
export type Html = ReturnType<typeof html>;

export type Look = 'plain' | 'gp' | 'epr';

/**
 * A whole page of the sandbox. Titles name the system, never the patient: they end up in histories.
 */
export function page(title: string, look: Look, body: Html): Html {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/host.css" />
      </head>
      <body class="${look}">
        <a class="skip" href="#main">Skip to main content</a>
        ${body}
      </body>
    </html>`;
}

const doors = [
  ['/', 'Home'],
  ['/gp', 'GP system'],
  ['/epr', 'Hospital EPR'],
  ['/rules', 'Rules'],
  ['/sandbox', 'Sources and audit'],
] as const;

/** The top of the sandbox's own pages; `here` is the page's own address. */
export function sandboxBar(here: string | null): Html {
  return html`<header class="bar">
    <p class="brand"><strong>Care Summary sandbox</strong></p>
    <nav aria-label="Sandbox">
      ${doors.map(
        ([path, name]) =>
          html`<a href="${path}" ${path === here ? html`aria-current="page"` : ''}>${name}</a>`,
      )}
    </nav>
  </header>`;
}
