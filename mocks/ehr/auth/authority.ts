import './runtime.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import type { GrantedToken } from '../types.ts';
import { clientIds } from '../urls.ts';
import { authorityConfiguration } from './configuration.ts';
import type { AuthoritySettings } from './configuration.ts';
import { createContexts } from './contexts.ts';
import { createSigningKeys } from './keys.ts';
import { completeResponses, limitOrigins } from './responses.ts';

export type Authority = {
  /** Handles a request whose path lies under the issuer's. */
  readonly handle: (req: IncomingMessage & { originalUrl?: string }, res: ServerResponse) => void;
  /** What a presented access token permits; `null` for an unknown, expired or revoked one. */
  readonly resolve: (token: string) => Promise<GrantedToken | null>;
};

/** One host's authorisation server, ready to be mounted at its issuer's path. */
export async function createAuthority(
  options: Omit<AuthoritySettings, 'contexts' | 'jwks'> & { readonly now: () => number },
): Promise<Authority> {
  const { host, urls } = options;
  const contexts = createContexts(options.now);
  const jwks = await createSigningKeys(host);
  const provider = new Provider(
    urls.issuer,
    authorityConfiguration({ ...options, contexts, jwks }),
  );
  provider.use(limitOrigins(new Set(options.appOrigins)));
  provider.use(completeResponses(contexts, urls.fhirBase));
  provider.on('grant.revoked', (_ctx, grantId) => contexts.delete(grantId));
  // The library checks a client's registration on first use; a wrong one should fail the start.
  await Promise.all(Object.values(clientIds).map((id) => provider.Client.find(id)));
  const callback = provider.callback();
  return {
    handle: (req, res) => {
      // Mounted under a path: the library derives its own URLs from the original one.
      req.originalUrl = req.url ?? '/';
      req.url = req.originalUrl.slice(urls.authPath.length) || '/';
      void callback(req, res);
    },
    resolve: async (value) => {
      const token = await provider.AccessToken.find(value);
      const context = contexts.get(token?.grantId);
      if (!token?.isValid || !context) return null;
      return { scopes: [...token.scopes], patientId: context.patientId };
    },
  };
}
