import { permits } from '../scopes.ts';
import type { GrantedToken } from '../types.ts';
import type { Refusal } from './outcome.ts';
import type { HostRecords, HostResource, HostType } from './records.ts';

type Refused = { readonly type: 'refused'; readonly refusal: Refusal; readonly error?: string };

const insufficient = {
  type: 'refused',
  refusal: { status: 403, code: 'forbidden', text: 'The access token has no scope for this.' },
  error: 'insufficient_scope',
} as const;

const otherPatient = {
  type: 'refused',
  refusal: { status: 403, code: 'forbidden', text: 'The access token is for another patient.' },
  error: 'insufficient_scope',
} as const;

/** Whose compartment a resource lies in; `undefined` for staff and organisations. */
function patientOf(resource: HostResource): string | undefined {
  if (resource.resourceType === 'Patient') return resource.id;
  if (resource.resourceType === 'Encounter') return resource.subject?.reference?.split('/').pop();
  return undefined;
}

const inCompartment: ReadonlySet<HostType> = new Set(['Patient', 'Encounter']);

/**
 * One resource under a token. A `patient/` scope reaches the token's patient only; whether another
 * patient exists here is not told. `user/` scopes reach what the user's role may see.
 */
export function readAllowed(
  token: GrantedToken,
  type: HostType,
  id: string,
  records: HostRecords,
): Refused | { readonly type: 'allowed'; readonly resource: HostResource } {
  const scope = permits(token.scopes, type, 'read');
  if (!scope.user && !scope.patient) return insufficient;
  const resource = records.read(type, id);
  if (!scope.user && inCompartment.has(type)) {
    if (!resource || patientOf(resource) !== token.patientId) return otherPatient;
  }
  if (!scope.user && !inCompartment.has(type)) return insufficient;
  if (resource) return { type: 'allowed', resource };
  return {
    type: 'refused',
    refusal: { status: 404, code: 'not-found', text: `No such ${type} here.` },
  };
}

/** What a search may draw on. Naming another patient is refused rather than answered empty. */
export function visible(
  token: GrantedToken,
  type: HostType,
  records: HostRecords,
  query: URLSearchParams,
):
  | (Refused & { readonly error: string })
  | { readonly type: 'allowed'; readonly resources: readonly HostResource[] } {
  const scope = permits(token.scopes, type, 'search');
  if (scope.user) return { type: 'allowed', resources: records.all(type) };
  if (!scope.patient || !inCompartment.has(type)) return insufficient;
  const named = [
    ...query.getAll('patient'),
    ...query.getAll('subject'),
    ...(type === 'Patient' ? query.getAll('_id') : []),
  ].flatMap((value) => value.split(','));
  if (named.some((value) => value.split('/').pop() !== token.patientId)) return otherPatient;
  const resources = records.all(type).filter((item) => patientOf(item) === token.patientId);
  return { type: 'allowed', resources };
}
