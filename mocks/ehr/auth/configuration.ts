import { randomBytes } from 'node:crypto';
import { errors } from 'oidc-provider';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import type { HostKey } from '../../scenarios/types.ts';
import type { Launches } from '../launches.ts';
import { clientIds } from '../urls.ts';
import type { HostUrls } from '../urls.ts';
import type { Contexts } from './contexts.ts';
import { errorPage } from './error-page.ts';
import { signingAlgorithm } from './keys.ts';
import { checkAudience, checkLaunch } from './launch-checks.ts';
import type { RedeemedLaunches } from './launch-checks.ts';
import { createTokenStore } from './store.ts';

export type AuthoritySettings = {
  readonly host: HostKey;
  readonly urls: HostUrls;
  readonly appOrigins: readonly string[];
  readonly exchangeOrigin: string;
  readonly scopes: readonly string[];
  readonly launches: Launches;
  readonly contexts: Contexts;
  readonly jwks: { readonly keys: JWK[] };
};

const minute = 60;
const hour = 60 * minute;

function clients(settings: AuthoritySettings): ClientMetadata[] {
  return [
    {
      client_id: clientIds.app,
      client_name: 'Oxfordshire Care Summary',
      application_type: 'web',
      token_endpoint_auth_method: 'none',
      redirect_uris: settings.appOrigins.map((origin) => `${origin}/index.html`),
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      id_token_signed_response_alg: signingAlgorithm[settings.host],
    },
    {
      client_id: clientIds.exchange,
      client_name: 'Oxfordshire Care Summary exchange',
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: `${settings.exchangeOrigin}/.well-known/jwks.json`,
      redirect_uris: [],
      grant_types: [],
      response_types: [],
      // It receives no id_token, but the library checks that the issuer could sign one.
      id_token_signed_response_alg: signingAlgorithm[settings.host],
    },
  ];
}

/** A grant per launch: two tabs about two patients never share one. */
async function grantFor(ctx: KoaContextWithOIDC, redeemed: RedeemedLaunches, contexts: Contexts) {
  const launch = redeemed.get(ctx);
  const { client, params, provider } = ctx.oidc;
  if (!launch || !client) return undefined;
  const grant = new provider.Grant({ accountId: launch.sub, clientId: client.clientId });
  const scope: unknown = params?.['scope'];
  grant.addOIDCScope(typeof scope === 'string' ? scope : '');
  contexts.set(await grant.save(), launch);
  return grant;
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    revocation: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client) => {
        if (client.clientId === clientIds.exchange) return true;
        throw new errors.InvalidClientAuth('this client may not introspect tokens');
      },
    },
  };
}

/**
 * The authorisation server of one host, on oidc-provider. No interaction pages: the launch id is
 * the sign-in (see launch-checks.ts).
 */
export function authorityConfiguration(settings: AuthoritySettings): Configuration {
  const { host, urls, contexts } = settings;
  const redeemed: RedeemedLaunches = new WeakMap();
  return {
    adapter: createTokenStore(),
    clients: clients(settings),
    jwks: settings.jwks,
    scopes: [...settings.scopes],
    claims: { openid: ['sub'], fhirUser: ['fhirUser'] },
    conformIdTokenClaims: false,
    features: features(),
    pkce: { required: () => true },
    // SMART App Launch 2.2: redirect_uri is required, at both endpoints (RFC 6749, 4.1.3).
    allowOmittingSingleRegisteredRedirectUri: false,
    // SMART Backend Services asks for ES384 or RS384; the last two are for signing our id_tokens.
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES384', 'RS384'],
      idTokenSigningAlgValues: ['RS256', 'ES256'],
    },
    interactions: { policy: [], url: () => `/${host}` },
    // Validated in this order: a request for another server must not use up the launch.
    extraParams: {
      aud: checkAudience(urls.fhirBase),
      launch: checkLaunch(host, settings.launches, redeemed),
    },
    loadExistingGrant: (ctx) => grantFor(ctx, redeemed, contexts),
    findAccount: (_ctx, sub, token) => ({
      accountId: sub,
      claims: () => {
        const fhirUser = contexts.get(
          token && 'grantId' in token ? token.grantId : undefined,
        )?.fhirUser;
        return { sub, ...(fhirUser ? { fhirUser: `${urls.fhirBase}/${fhirUser}` } : {}) };
      },
    }),
    extraTokenClaims: (_ctx, token) => {
      const context = contexts.get('grantId' in token ? token.grantId : undefined);
      if (!context) return undefined;
      const { patientId: patient, encounterId: encounter, fhirContext, fhirUser } = context;
      return {
        patient,
        ...(encounter === undefined ? {} : { encounter }),
        ...(fhirContext.length === 0 ? {} : { fhirContext }),
        ...(token.scopes.has('fhirUser') ? { fhirUser: `${urls.fhirBase}/${fhirUser}` } : {}),
      };
    },
    // Tokens outlive the library's own browser session: a second launch would end the first.
    expiresWithSession: () => Promise.resolve(false),
    issueRefreshToken: (_ctx, client, source) =>
      Promise.resolve(
        client.grantTypeAllowed('refresh_token') && source.scopes.has('online_access'),
      ),
    rotateRefreshToken: () => true,
    revokeGrantPolicy: () => true,
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === clientIds.app && settings.appOrigins.includes(origin),
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: `${host}_session`, interaction: `${host}_i`, resume: `${host}_r` },
      long: { httpOnly: true, sameSite: 'lax', path: urls.authPath },
    },
    // The library refuses loopback addresses by default; the exchange of a sandbox lives on one.
    fetch: (input, init) =>
      fetch(input, { ...(init?.signal ? { signal: init.signal } : {}), redirect: 'error' }),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.set('Content-Security-Policy', "default-src 'none'");
      ctx.body = errorPage(out);
    },
    ttl: {
      AccessToken: 30 * minute,
      AuthorizationCode: minute,
      RefreshToken: 8 * hour,
      Grant: 12 * hour,
      Session: 12 * hour,
      IdToken: 10 * minute,
      Interaction: 5 * minute,
    },
  };
}
