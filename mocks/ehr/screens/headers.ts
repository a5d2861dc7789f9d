import type { MiddlewareHandler } from 'hono';

/**
 * Headers of every screen. `form-action` names the app because browsers also check the redirect
 * that follows a form; `frame-src` names ourselves because the app passes through our
 * authorisation server inside the sidebar.
 */
export function screenHeaders(appOrigins: readonly string[]): MiddlewareHandler {
  const app = appOrigins.join(' ');
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${app}`,
    `frame-src 'self' ${app}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('cache-control', 'no-store');
  };
}

/** Refuses a change that another site's page asked for in the tester's browser. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  if (c.req.method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return c.text('This form can only be sent from the sandbox itself.', 403);
  }
  await next();
  return undefined;
};
