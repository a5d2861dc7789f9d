import type { HostSettings, ExchangeSettings } from '../adapters/settings.ts';
import type { RolePolicy } from '../domain/user.ts';
import type { Policy } from '../flow/step.ts';
import { type Config, type IssuerConfig, issuerFor } from './config.ts';

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
    sendBreakGlassCategory: config.policy.sendBreakGlassCategory,
    attestation,
  };
}

/** @param iss the issuer returned to; before it is known nobody's own role codes are mapped */
export function flowPolicy(config: Config, iss: string | null): Policy {
  const { clinicalRoles, clinicalSnomed, breakGlassReasons } = config.policy;
  const issuer = iss === null ? null : issuerFor(config, iss);
  const roles: RolePolicy = {
    clinicalCodes: clinicalRoles,
    clinicalSnomed,
    roleMap: issuer?.roleMap ?? {},
  };
  return { roles, breakGlassReasons };
}
