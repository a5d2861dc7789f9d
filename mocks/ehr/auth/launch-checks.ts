import { errors } from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Launches } from '../launches.ts';
import { grantScopes } from '../scopes.ts';
import type { LaunchContext } from '../types.ts';
import type { HostKey } from '../../scenarios/types.ts';

type Check = (ctx: KoaContextWithOIDC, value: string | undefined) => void;

/** The launch that an authorisation request under way redeemed. */
export type RedeemedLaunches = WeakMap<object, LaunchContext>;

/**
 * `aud` names the FHIR server the app means to send the token to; another one means that the app
 * was lured to us with somebody else's `iss` (SMART App Launch 2.2, "Obtain authorization code").
 */
export function checkAudience(fhirBase: string): Check {
  return (_ctx, value) => {
    if (value !== fhirBase) {
      throw new errors.InvalidTarget('aud must be the FHIR base URL of this system');
    }
  };
}

/** As sent: the library's own copy has lost the scopes it has no list entry for (wildcards). */
function askedScopes(ctx: KoaContextWithOIDC): readonly string[] {
  const sent: unknown = ctx.method === 'POST' ? ctx.oidc.body?.['scope'] : ctx.query['scope'];
  return typeof sent === 'string' ? sent.split(' ').filter((scope) => scope !== '') : [];
}

/**
 * Signs in whoever opened the app in the host, with no page and no cookie of their own: the launch
 * id stands for the session in the host. This also works in a frame with third-party cookies
 * blocked. The scope parameter becomes what the user may grant, so that all later steps, and the
 * token response, say what was granted rather than what was asked.
 */
export function checkLaunch(host: HostKey, launches: Launches, redeemed: RedeemedLaunches): Check {
  return (ctx, value) => {
    const params = ctx.oidc.params ?? {};
    // Required by SMART App Launch 2.2; the code comes back in the query and nowhere else.
    if (typeof params['state'] !== 'string' || params['state'] === '') {
      throw new errors.InvalidRequest('state is required');
    }
    if (params['response_mode'] !== undefined && params['response_mode'] !== 'query') {
      throw new errors.InvalidRequest('response_mode must be query');
    }
    const asked = askedScopes(ctx);
    if (!asked.includes('launch')) {
      throw new errors.InvalidScope('scope launch is required with a launch parameter', 'launch');
    }
    const launch = value === undefined ? undefined : launches.take(value);
    if (launch?.host !== host) {
      throw new errors.InvalidRequest('launch is unknown, already used or expired');
    }
    const granted = grantScopes(asked, launch.userScopes);
    if (granted.length === 0) {
      throw new errors.AccessDenied('this user may not grant any of the requested scopes');
    }
    params['scope'] = granted.join(' ');
    ctx.oidc.session?.loginAccount({ accountId: launch.sub, transient: true });
    redeemed.set(ctx, launch);
  };
}
