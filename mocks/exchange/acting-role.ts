/** Which of a user's roles a decision is made in, and at which organisation (domain.md 7). */
import { identifierSystem } from '../../src/fhir/systems.ts';
import type { Caller } from './caller.ts';
import type { ConsentBody } from './consent-shape.ts';
import { forbidden, ok } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { roleKey } from './roles.ts';
import type { HostOrganisation, Role } from './roles.ts';

type Named = NonNullable<ConsentBody['organization']>[number];

/** By ODS code; by name alone only where the host gives no ODS code. */
function isAt(organisation: HostOrganisation | undefined, named: Named | undefined): boolean {
  if (named === undefined) return true;
  if (organisation === undefined) return false;
  const { odsCode, name } = organisation;
  if (!('identifier' in named)) return odsCode === undefined && name === named.display;
  const { system, value } = named.identifier;
  return system === identifierSystem.odsOrganisation && odsCode === value;
}

/**
 * The clinical role named by its profile id or a code of the host's, the first where none is
 * named; where several match, the one held at the Consent's organisation. 403 `role-not-held`, or
 * `other-organisation` where no such role is held there.
 */
export function actingRole(
  { roles }: Caller,
  named: string | undefined,
  [organisation]: readonly Named[] = [],
): Result<Role> {
  const matching = roles.filter(
    ({ clinical, profileId, codes, rCode }) =>
      clinical && (named === undefined || [profileId, rCode, ...codes].includes(named)),
  );
  if (matching.length === 0) {
    return forbidden('role-not-held', 'That role is not one the host lists for you as clinical.');
  }
  const acting = matching.find(({ organization }) => isAt(organization, organisation));
  return acting === undefined
    ? forbidden('other-organisation', 'The Consent names another organisation.')
    : ok(acting);
}

/** The role a stored Consent was given in, as the host lists it now. */
export const storedRole = ({ roles }: Caller, key: string): Role | undefined =>
  roles.find((role) => roleKey(role) === key);
