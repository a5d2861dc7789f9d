import { html } from 'hono/html';

/**
 * The page for an authorisation request that cannot be sent back to any app (unknown client or
 * redirect address). Its text comes from a URL, so it is escaped like any other.
 */
export async function errorPage(out: {
  error: string;
  error_description?: string | undefined;
}): Promise<string> {
  const description = out.error_description ?? '';
  return String(
    html`<!doctype html>
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <title>Sign-in refused</title>
        </head>
        <body>
          <h1>Sign-in refused</h1>
          <p>The app that asked is not registered with this system, or asked in the wrong way.</p>
          <p>${out.error}: ${description}</p>
        </body>
      </html>`,
  );
}
