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
