const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? '');

/**
 * The page for an authorisation request that cannot be sent back to any app (unknown client or
 * redirect address). Its text comes from a URL, so it is escaped.
 */
export function errorPage(out: {
  readonly error: string;
  readonly error_description?: string | undefined;
}): string {
  const reason = escape([out.error, out.error_description].filter(Boolean).join(': '));
  return `<!doctype html>
<html lang="en-GB">
  <head><meta charset="utf-8" /><title>Sign-in refused</title></head>
  <body>
    <h1>Sign-in refused</h1>
    <p>The app that asked is not registered with this system, or asked in the wrong way.</p>
    <p>${reason}</p>
  </body>
</html>`;
}
