/** The hosts the sandbox's exchange trusts: what its operator would configure by hand. */
import { identifierSystem } from '../src/fhir/systems.ts';
import type { LauncherOption } from './args.ts';
import { defaultPolicy } from './exchange/options.ts';
import type { AccessPolicy, ExchangeHost } from './exchange/options.ts';
import type { HostKey } from './scenarios/types.ts';

const shared = {
  clientIds: ['ocs-launch'],
  nhsNumberSystems: [identifierSystem.nhsNumber],
  sandbox: true,
} as const;

/** The EPR's own job codes for which no national role is recorded (domain.md 7). */
const eprRoleMap = { 'ED-REG': 'R8000' } as const;

/**
 * What the two deployers of the sandbox decided (domain.md 3, 4 and 7). The practice keeps to what
 * is on by default, so that whatever is shut by default can be seen shut there; the hospital
 * switched on all that a policy may allow.
 */
const policies: Readonly<Record<HostKey, Partial<AccessPolicy>>> = {
  gp: {},
  epr: {
    clinicalRoles: [...defaultPolicy.clinicalRoles, 'R8004', 'R8014'],
    breakGlassReasons: [
      ...defaultPolicy.breakGlassReasons,
      ...['public-interest', 'required-by-statute', 'required-by-court-order'],
      'certifying-death',
    ],
    restricted: 'open-without-location',
    deceased: 'certify',
  },
};

/** The key of a third-party launcher: its exchange base is `{exchange}/launcher/fhir`. */
export const launcherKey = 'launcher';

/** One entry per SMART host of the sandbox, and one for a third-party launcher where asked for. */
export function exchangeHosts(
  hostOrigin: string,
  launcher: LauncherOption | null,
): readonly ExchangeHost[] {
  const own = (['gp', 'epr'] as const).map((key): ExchangeHost => ({
    ...shared,
    key,
    issuer: `${hostOrigin}/${key}/fhir`,
    fhirBase: `${hostOrigin}/${key}/fhir`,
    introspectionEndpoint: `${hostOrigin}/${key}/auth/token/introspection`,
    introspection: 'private-key-jwt',
    introspectionAudience: `${hostOrigin}/${key}/auth`,
    ...(key === 'epr' ? { roleMap: eprRoleMap } : {}),
    policy: policies[key],
  }));
  if (launcher === null) return own;
  return [
    ...own,
    {
      ...shared,
      key: launcherKey,
      issuer: launcher.iss,
      fhirBase: launcher.iss,
      introspectionEndpoint: launcher.introspection,
      // A launcher registers no confidential client for us: the token vouches for itself, which
      // the exchange accepts for sandbox hosts alone (contract.md 1).
      introspection: 'presented-token',
      roleMap: eprRoleMap,
    },
  ];
}
