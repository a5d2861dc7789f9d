import type { HostSettings, ExchangeSettings } from '../adapters/settings.ts';
import type { RolePolicy } from '../domain/user.ts';
import type { Policy } from '../flow/step.ts';
import { type Config, type IssuerConfig, issuerFor, policyFor } from './config.ts';

/** @param origin the app's own origin, for issuers that name no redirect of their own */
export function hostSettings(config: Config, origin: string): readonly HostSettings[] {
  return config.issuers.map((each) => ({
    issuer: each.issuer,
    clientId: each.clientId,
    redirectUri: each.redirectUri ?? `${origin}/index.html`,
    scope: each.scope,
    requiredScopes: each.requiredScopes,
    nhsNumber: each.nhsNumber,
    timeoutMs: config.limits.hostTimeoutMs,
  }));
}

/** @param attestation the words the gate shows, recorded with the decision */
export function exchangeSettings(
  config: Config,
  issuer: IssuerConfig,
  attestation: string,
): ExchangeSettings {
  return {
    base: issuer.exchange,
    timeoutMs: config.limits.exchangeTimeoutMs,
    maxBytes: config.limits.summaryMaxBytes,
    sendBreakGlassCategory: policyFor(config, issuer).sendBreakGlassCategory,
    attestation,
    terms: config.terms,
  };
}

/** @param iss the issuer returned to; before it is known nobody's own role codes are mapped */
export function flowPolicy(config: Config, iss: string | null): Policy {
  const issuer = iss === null ? null : issuerFor(config, iss);
  const policy = policyFor(config, issuer);
  const roles: RolePolicy = {
    clinicalCodes: policy.clinicalRoles,
    clinicalSnomed: policy.clinicalSnomed,
    privacyCodes: policy.privacyRoles,
    roleMap: issuer?.roleMap ?? {},
  };
  const { breakGlassReasons, permissionStands, restricted, deceased } = policy;
  return { roles, breakGlassReasons, permissionStands, restricted, deceased };
}
