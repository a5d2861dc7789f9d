/** The names in a stored Consent: what the exchange read at the host, never what a body said. */
import { z } from 'zod';
import type { Caller } from './caller.ts';
import type { ConsentBody } from './consent-shape.ts';
import type { Role } from './roles.ts';

/** Without any `display`: the codes and identifiers beside them are what counts. */
const unnamed = (value: object): Record<string, unknown> =>
  z
    .looseObject({})
    .parse(
      JSON.parse(JSON.stringify(value), (key, member: unknown) =>
        key === 'display' ? undefined : member,
      ),
    );

/**
 * The Consent with the user and their organisation named as the host names them, and nothing else
 * named at all: nobody signs with another's name.
 */
export function namedByHost(body: ConsentBody, { name }: Caller, role: Role) {
  const [performer] = body.performer;
  const [actor] = body.provision.actor;
  const bare = unnamed(actor);
  const user = { ...unnamed(actor.reference), display: name };
  return {
    ...unnamed(body),
    performer: [
      'identifier' in performer ? { ...unnamed(performer), display: name } : unnamed(performer),
    ],
    ...(body.organization === undefined
      ? {}
      : {
          organization: body.organization.map((one) => ({
            ...unnamed(one),
            ...(role.organization === undefined ? {} : { display: role.organization.name }),
          })),
        }),
    provision: { ...unnamed(body.provision), actor: [{ ...bare, reference: user }] },
  };
}
