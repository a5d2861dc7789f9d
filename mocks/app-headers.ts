/**
 * The response headers a deployment of the app must send, as the sandbox sends them. The policy
 * is the strictest the app runs under: no inline code or style, no eval, no string reaching a DOM
 * sink but through the one that cleans it, and no connection but to the configured hosts and exchange.
 */

/** Origins the app may talk to, and origins whose pages may frame it. */
export type AllowedOrigins = {
  readonly connect: readonly string[];
  readonly frame: readonly string[];
};

/** Headers of every answer of the app's server, for the origins its configuration names. */
export function securityHeaders(allowed: AllowedOrigins): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(allowed),
    'X-Content-Type-Options': 'nosniff',
    // A launch address carries the host's launch id, and a redirect an authorisation code.
    'Referrer-Policy': 'no-referrer',
    // A host that opens the app in a window keeps its handle on it: SMART Web Messaging speaks
    // through `window.opener`, which any stricter value would cut.
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), ' +
      'display-capture=(), browsing-topics=()',
  };
}

function contentSecurityPolicy({ connect, frame }: AllowedOrigins): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // A scan among the letters is drawn from the page's own memory.
    "img-src 'self' data: blob:",
    // What reads PDFs.
    "worker-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frame.length > 0 ? frame.join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    // What cleans narratives, and what starts the worker that reads PDFs; each once a page.
    'trusted-types dompurify ocs-worker',
  ].join('; ');
}
