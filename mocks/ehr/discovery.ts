import type { HostUrls } from './urls.ts';
import type { HostKey } from '../scenarios/types.ts';

/**
 * `.well-known/smart-configuration` (SMART App Launch 2.2, "Conformance"). Only what this host
 * really does is listed; `associated_endpoints` announces the exchange for this host, which the
 * app still checks against its own configuration.
 */
export function smartConfiguration(
  host: HostKey,
  urls: HostUrls,
  scopes: readonly string[],
  exchangeOrigin: string,
): Readonly<Record<string, unknown>> {
  return {
    issuer: urls.issuer,
    jwks_uri: `${urls.issuer}/jwks`,
    authorization_endpoint: `${urls.issuer}/auth`,
    token_endpoint: `${urls.issuer}/token`,
    token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES384', 'RS384'],
    introspection_endpoint: `${urls.issuer}/token/introspection`,
    revocation_endpoint: `${urls.issuer}/token/revocation`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [...scopes],
    associated_endpoints: [
      {
        url: `${exchangeOrigin}/${host}/fhir`,
        capabilities: ['launch-ehr', 'permission-patient', 'permission-user'],
      },
    ],
    capabilities: [
      'launch-ehr',
      'client-public',
      'client-confidential-asymmetric',
      'sso-openid-connect',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-banner',
      'permission-online',
      'permission-patient',
      'permission-user',
      'permission-v1',
      'permission-v2',
      'authorize-post',
    ],
  };
}
