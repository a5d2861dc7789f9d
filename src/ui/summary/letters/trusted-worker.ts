/**
 * Starts a worker where the page's policy demands trusted script addresses (W3C Trusted Types).
 * The one rule of ours trusts the app's own origin and nothing else.
 */

type Policy = { readonly createScriptURL: (url: string) => string };
type PolicyFactory = {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
};

/** The name that the Content-Security-Policy allows, once a page. */
const policyName = 'ocs-worker';

let made: Policy | null = null;

/** Throws for a script of another origin. */
export function trustedWorker(url: string): Worker {
  made ??= factory()?.createPolicy(policyName, { createScriptURL: ownScript }) ?? {
    createScriptURL: ownScript,
  };
  return new Worker(made.createScriptURL(url), { type: 'module' });
}

/** Absolute, and of this page's origin: a `blob:` or `data:` address is not. */
export function ownScript(url: string): string {
  const { href, origin, protocol } = new URL(url, location.href);
  const isOwn = origin === location.origin && protocol === location.protocol;
  if (!isOwn) throw new TypeError('a script of another origin is not run');
  return href;
}

/** Absent in browsers that do not know Trusted Types; the DOM's types do not know it either. */
function factory(): PolicyFactory | undefined {
  return 'trustedTypes' in window ? (window.trustedTypes as PolicyFactory) : undefined;
}
